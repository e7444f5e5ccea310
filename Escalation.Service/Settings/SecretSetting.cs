using Escalation.Service.Desk;

namespace Escalation.Service.Settings;

/// <summary>Reads the deployment's secret where a host is given all its settings by the environment.</summary>
public static class SecretSetting
{
    public const string Variable = "ESCALATION_SECRET";

    private const int LeastLength = 32;

    public static string TooEasy =>
        $"The secret is too easy to guess: it needs at least {LeastLength} characters of chance, as 'openssl rand -base64 48' makes them.";

    public static bool IsTooEasy(string secret) => secret.Length < LeastLength || secret.Distinct().Count() < 8;

    /// <returns>None, and a problem, if there is no secret or it would protect nothing.</returns>
    public static Seal? Of(Surroundings s)
    {
        if (s.Secret(Variable) is not { } secret)
        {
            if (s.Find($"{Variable}_FILE") is null) s.Need(Variable, "under which personal data is encrypted; 'openssl rand -base64 48' makes one");
            return null;
        }

        if (!IsTooEasy(secret)) return new Seal(secret);
        s.Wrong(Variable, "is too easy to guess; 'openssl rand -base64 48' makes a better one");
        return null;
    }
}
