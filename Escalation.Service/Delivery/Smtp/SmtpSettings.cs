using System.Security.Cryptography.X509Certificates;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>The mail server that letters are handed to.</summary>
/// <param name="Sender">The address that letters are sent from.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string Sender)
{
    /// <summary>Who we are to the server; none where it asks nobody.</summary>
    public SmtpLogin? Login { get; init; }

    /// <summary>Authorities that the server's certificate has to come from, such as an organisation's own; if none, those that the machine trusts.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>For connecting, and for each answer: RFC 5321 lets a server take minutes, but then another try is better.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A user name and its password. It does not print the password.</summary>
public sealed record SmtpLogin(string User, string Password)
{
    public override string ToString() => User;
}

public enum SmtpSecurity
{
    /// <summary>It begins in the open and has to go on encrypted (STARTTLS), or nothing is sent.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>In the open, for a server on the same machine. Nobody logs in then.</summary>
    None,
}
