using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>Hands letters to a mail server, each over a connection of its own (docs/adr/0009-our-own-smtp.md says why this is ours).</summary>
/// <param name="clock">Dates the letters.</param>
public sealed class SmtpPostbox(SmtpSettings settings, TimeProvider clock) : IPostbox
{
    public async Task PostAsync(Letter letter, CancellationToken cancel)
    {
        var message = EmailMessage.Of(letter, settings.Sender, clock.GetUtcNow());
        try
        {
            using var client = await ConnectAsync(cancel);
            await using var line = await OpenAsync(client, cancel);
            await SmtpTransfer.SendAsync(line.Talk, settings.Sender, letter.To, message, cancel);
        }
        catch (AuthenticationException untrusted)
        {
            throw new NotPostedException("The mail server could not prove with a certificate that it is the one that is meant.", inner: untrusted);
        }
        catch (Exception broken) when (broken is IOException or SocketException or TimeoutException)
        {
            throw new NotPostedException($"The mail server could not be spoken to ({broken.GetType().Name}).", inner: broken);
        }
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken cancel)
    {
        var client = new TcpClient();
        try
        {
            return await Waiting.AtMostAsync(settings.Patience, async token =>
            {
                await client.ConnectAsync(settings.Host, settings.Port, token);
                return client;
            }, cancel);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>A conversation that is encrypted as the settings ask, and in which the server knows who we are.</summary>
    private async Task<SmtpLine> OpenAsync(TcpClient client, CancellationToken cancel)
    {
        // A literal address is always true, whatever the machine is called (RFC 5321, 4.1.3).
        var line = new SmtpLine(client.GetStream(), SmtpTransfer.NameOf(client.Client.LocalEndPoint), settings.Patience);
        try
        {
            if (settings.Security == SmtpSecurity.Implicit) await line.EncryptAsync(Encryption(), cancel);
            await line.GreetAsync(cancel);
            if (settings.Security == SmtpSecurity.StartTls) await line.StartTlsAsync(Encryption(), cancel);
            if (settings.Login is { } login) await line.LogInAsync(login, cancel);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    private SslClientAuthenticationOptions Encryption()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (settings.Authorities.Count > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(settings.Authorities);
        }

        return new SslClientAuthenticationOptions { TargetHost = settings.Host, CertificateChainPolicy = policy };
    }
}
