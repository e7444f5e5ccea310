using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Escalation.Service.Delivery.Smtp;

namespace EscalationFunctions.Tests.Service.Delivery.Smtp;

/// <summary>A mail server that others wrote (mail_server.py), on a port of its own, with a certificate of its own for "localhost".</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly Process process;
    private readonly X509Certificate2 certificate;

    private MailServer(SmtpSecurity security, string[] login)
    {
        Security = security;
        certificate = Issue("localhost");
        var (file, key) = (Path.Combine(folder.Path, "certificate.pem"), Path.Combine(folder.Path, "key.pem"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        string[] encryption = security == SmtpSecurity.None ? [] : [file, key];
        process = Python.Start("Smtp/mail_server.py", [$"{security}".ToLowerInvariant(), .. encryption, .. login]);
    }

    public SmtpSecurity Security { get; }

    public int Port { get; private set; }

    /// <param name="login">User, password and the one mechanism that is taken; none where nobody has to log in.</param>
    public static async Task<MailServer> StartAsync(SmtpSecurity security, CancellationToken cancel, params string[] login)
    {
        var server = new MailServer(security, login);
        var said = await server.process.StandardOutput.ReadLineAsync(cancel);
        if (said is null) Assert.Fail($"The mail server did not start: {await server.process.StandardError.ReadToEndAsync(cancel)}\n{Python.Missing}");
        server.Port = int.Parse(said!, CultureInfo.InvariantCulture);
        return server;
    }

    public SmtpSettings Settings => new("localhost", Port, Security, "no-reply@post.example.org")
    {
        Authorities = [certificate], Patience = TimeSpan.FromSeconds(20),
    };

    /// <summary>The next letter that it takes.</summary>
    public async Task<TakenLetter> NextAsync(CancellationToken cancel) =>
        JsonSerializer.Deserialize<TakenLetter>((await process.StandardOutput.ReadLineAsync(cancel))!, JsonSerializerOptions.Web)!;

    public static X509Certificate2 Issue(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        // The end of its input is the sign to stop.
        process.StandardInput.Close();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        certificate.Dispose();
        folder.Dispose();
    }
}

/// <summary>A letter as the server got it.</summary>
internal sealed record TakenLetter(string From, IReadOnlyList<string> To, string Data, string? User, bool Encrypted)
{
    public string Message => Encoding.UTF8.GetString(Convert.FromBase64String(Data));
}
