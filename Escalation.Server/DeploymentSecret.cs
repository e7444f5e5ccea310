using Escalation.Service.Desk;
using Escalation.Service.Settings;

namespace Escalation.Server;

/// <summary>
/// The secret under which every difference's key is kept. It comes from the environment or from a file that the environment names, never
/// from the command line, where other users of the machine could read it.
/// </summary>
public static class DeploymentSecret
{
    public const string Variable = SecretSetting.Variable;
    public const string FileVariable = $"{SecretSetting.Variable}_FILE";

    /// <summary>For the demonstration only, whose people and differences are invented.</summary>
    public static Seal OfTheDemo => new("the demonstration keeps nothing that is secret");

    /// <exception cref="RefusedException">There is none, or it would protect nothing.</exception>
    public static Seal Read()
    {
        var secret = (Environment.GetEnvironmentVariable(Variable) ?? FromFile())?.Trim();
        if (secret is null)
            throw new RefusedException($"A secret is needed, under which personal data is encrypted. Make one with 'openssl rand -base64 48 > FILE', keep a copy "
                + $"where backups are not (without it no backup can be read), and set {FileVariable}=FILE.");
        if (SecretSetting.IsTooEasy(secret)) throw new RefusedException(SecretSetting.TooEasy);
        return new Seal(secret);
    }

    private static string? FromFile()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file) return null;
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{FileVariable}: {file} cannot be read: {broken.Message}");
        }
    }
}
