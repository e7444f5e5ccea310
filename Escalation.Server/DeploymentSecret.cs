using Escalation.Service.Desk;

namespace Escalation.Server;

/// <summary>
/// The secret under which every difference's key is kept. It comes from the environment or from a file that the environment names, never
/// from the command line, where other users of the machine could read it.
/// </summary>
public static class DeploymentSecret
{
    public const string Variable = "ESCALATION_SECRET";
    public const string FileVariable = "ESCALATION_SECRET_FILE";

    private const int LeastLength = 32;

    /// <summary>For the demonstration only, whose people and differences are invented.</summary>
    public static Seal OfTheDemo => new("the demonstration keeps nothing that is secret");

    /// <exception cref="RefusedException">There is none, or it would protect nothing.</exception>
    public static Seal Read()
    {
        var secret = (Environment.GetEnvironmentVariable(Variable) ?? FromFile())?.Trim();
        if (secret is null)
            throw new RefusedException($"A secret is needed, under which personal data is encrypted. Make one with 'openssl rand -base64 48 > FILE', keep a copy "
                + $"where backups are not (without it no backup can be read), and set {FileVariable}=FILE.");
        if (secret.Length < LeastLength || secret.Distinct().Count() < 8)
            throw new RefusedException($"The secret is too easy to guess: it needs at least {LeastLength} characters of chance, as 'openssl rand -base64 48' makes them.");
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
