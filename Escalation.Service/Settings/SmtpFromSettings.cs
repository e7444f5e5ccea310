using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Escalation.Service.Delivery.Smtp;

namespace Escalation.Service.Settings;

/// <summary>Reads which mail server letters are handed to, and how.</summary>
internal static class SmtpFromSettings
{
    private const string Host = "ESCALATION_SMTP_HOST", Port = "ESCALATION_SMTP_PORT", Tls = "ESCALATION_SMTP_TLS", User = "ESCALATION_SMTP_USER",
        Password = "ESCALATION_SMTP_PASSWORD", Authorities = "ESCALATION_SMTP_CA_FILE";

    public static SmtpSettings Of(Surroundings s, string sender)
    {
        var (security, usualPort) = s.OneOf(Tls, "starttls", "implicit", "none") switch
        {
            "implicit" => (SmtpSecurity.Implicit, 465),
            "none" => (SmtpSecurity.None, 25),
            _ => (SmtpSecurity.StartTls, 587),
        };
        return new SmtpSettings(s.Need(Host, "the mail server that takes our letters"), s.Number(Port, usualPort, 1, 65_535), security, sender)
        {
            Login = LoginOf(s, security),
            Authorities = AuthoritiesOf(s),
        };
    }

    private static SmtpLogin? LoginOf(Surroundings s, SmtpSecurity security)
    {
        if (s.Find(User) is not { } user) return null;
        if (security == SmtpSecurity.None) s.Wrong(User, $"nobody logs in while {Tls} is none, because the password would go over the network in the open");
        if (s.Secret(Password) is { } password) return new SmtpLogin(user, password);
        if (s.Find($"{Password}_FILE") is null) s.Need(Password, $"the password of {User}, or {Password}_FILE with a file that holds it");
        return null;
    }

    private static X509Certificate2Collection AuthoritiesOf(Surroundings s)
    {
        var found = new X509Certificate2Collection();
        if (s.Find(Authorities) is not { } path || s.Read(Authorities, path) is not { } text) return found;
        try
        {
            found.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            found.Clear();
        }

        if (found.Count == 0) s.Wrong(Authorities, $"{path} has no certificate in it (PEM)");
        return found;
    }
}
