using System.Net.Security;
using System.Text;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>A line to a mail server: greeted, encrypted and logged in as far as is asked of it.</summary>
/// <param name="name">Who we say we are.</param>
internal sealed class SmtpLine(Stream open, string name, TimeSpan patience) : IAsyncDisposable
{
    private Stream stream = open;
    private IReadOnlyList<string> offers = [];

    public SmtpConversation Talk { get; private set; } = new(open, patience);

    public async Task GreetAsync(CancellationToken cancel)
    {
        Require(await Talk.HearAsync(cancel), "does not take letters just now");
        await IntroduceAsync(cancel);
    }

    /// <exception cref="System.Security.Authentication.AuthenticationException">The server's certificate is not to be trusted.</exception>
    public async Task EncryptAsync(SslClientAuthenticationOptions encryption, CancellationToken cancel)
    {
        var encrypted = new SslStream(stream);
        stream = encrypted;
        await Waiting.AtMostAsync(patience, async token =>
        {
            await encrypted.AuthenticateAsClientAsync(encryption, token);
            return true;
        }, cancel);
        Talk = new SmtpConversation(encrypted, patience);
    }

    public async Task StartTlsAsync(SslClientAuthenticationOptions encryption, CancellationToken cancel)
    {
        if (!Offers("STARTTLS")) throw new NotPostedException("The mail server does not offer encryption, without which nothing is sent.");
        Require(await Talk.AskAsync("STARTTLS", cancel), "does not begin encryption");
        // Whatever is there before encryption began may have been put in by somebody on the way (CVE-2021-38371).
        if (Talk.HasUnheard) throw new IOException("The mail server spoke before encryption began.");
        await EncryptAsync(encryption, cancel);
        // What it offered in the open counts no more.
        await IntroduceAsync(cancel);
    }

    public async Task LogInAsync(SmtpLogin login, CancellationToken cancel)
    {
        var ways = offers.Where(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(o => o.ToUpperInvariant().Split(' ')).ToList();
        if (ways.Contains("PLAIN")) await AnswerAsync($"AUTH PLAIN {Coded($"\0{login.User}\0{login.Password}")}", cancel);
        else if (ways.Contains("LOGIN"))
        {
            await AnswerAsync("AUTH LOGIN", cancel);
            await AnswerAsync(Coded(login.User), cancel);
            await AnswerAsync(Coded(login.Password), cancel);
        }
        else throw new NotPostedException("The mail server offers no way to log in that we know (PLAIN, LOGIN).");
    }

    /// <summary>What one is told when the server does not go along. Never for good: every letter meets the same.</summary>
    private static void Require(SmtpReply reply, string otherwise)
    {
        if (!reply.IsGood) throw new NotPostedException($"The mail server {otherwise} ({reply.InShort}).");
    }

    private async Task IntroduceAsync(CancellationToken cancel)
    {
        var reply = await Talk.AskAsync($"EHLO {name}", cancel);
        Require(reply, "does not take our greeting");
        offers = [.. reply.Lines.Skip(1)];
    }

    private async Task AnswerAsync(string line, CancellationToken cancel) =>
        Require(await Talk.AskAsync(line, cancel), "does not accept our user name and password");

    private bool Offers(string what) => offers.Any(o => o.Equals(what, StringComparison.OrdinalIgnoreCase));

    private static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
