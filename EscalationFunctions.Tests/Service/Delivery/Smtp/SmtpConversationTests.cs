using System.Net;
using System.Net.Sockets;
using System.Text;
using Escalation.Service.Delivery;
using Escalation.Service.Delivery.Smtp;

namespace EscalationFunctions.Tests.Service.Delivery.Smtp;

/// <summary>Servers that misbehave as no good one can be made to.</summary>
[CancelAfter(30_000)]
public class SmtpConversationTests
{
    private const string Before = "220 mail.example.org\r\n";

    [TestCase("HTTP/1.1 400 Bad Request\r\n", TestName = "What_answers_and_is_no_mail_server")]
    [TestCase("220-and\r\n220-so\r\n", TestName = "One_that_hangs_up_within_an_answer")]
    [TestCase("", TestName = "One_that_hangs_up_at_once")]
    public async Task Not_spoken_to(string says)
    {
        var refused = await RefusedAsync(says, hangsUpAt: "");
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo(("The mail server could not be spoken to (IOException).", false)));
    }

    [Test]
    public async Task A_server_that_talks_without_end_is_not_listened_to()
    {
        var refused = await RefusedAsync(Before + string.Concat(Enumerable.Repeat("250-so\r\n", 200)));
        Assert.That(refused.InnerException!.Message, Is.EqualTo("What answers is no mail server."));
    }

    [Test]
    public async Task One_that_closes_for_the_day_is_tried_again() =>
        Assert.That((await RefusedAsync("554 5.3.2 Closed\r\n")).Message, Is.EqualTo("The mail server does not take letters just now (554 5.3.2)."));

    // Somebody between us and the server puts an answer behind the one to STARTTLS, hoping that we take it for one that was encrypted.
    [Test]
    public async Task What_was_said_before_encryption_began_is_not_taken_for_said_under_it()
    {
        var refused = await RefusedAsync($"{Before}250-mail.example.org\r\n250 STARTTLS\r\n220 Go on\r\n250 mail.example.org\r\n", SmtpSecurity.StartTls);
        Assert.That(refused.InnerException!.Message, Is.EqualTo("The mail server spoke before encryption began."));
    }

    [Test]
    public async Task A_letter_that_was_taken_stays_taken_when_the_server_hangs_up_without_a_goodbye() =>
        await PostAsync($"{Before}250 mail.example.org\r\n250 OK\r\n250 OK\r\n354 Go on\r\n250 Taken\r\n", SmtpSecurity.None, "QUIT");

    [TestCase("192.0.2.1", "[192.0.2.1]")]
    [TestCase("::ffff:192.0.2.1", "[192.0.2.1]")]
    [TestCase("fe80::1%3", "[IPv6:fe80::1]")]
    public void We_say_our_address_as_our_name(string address, string name) =>
        Assert.That(SmtpTransfer.NameOf(new IPEndPoint(IPAddress.Parse(address), 25)), Is.EqualTo(name));

    private static async Task<NotPostedException> RefusedAsync(string says, SmtpSecurity security = SmtpSecurity.None, string hangsUpAt = "QUIT")
    {
        try
        {
            await PostAsync(says, security, hangsUpAt);
        }
        catch (NotPostedException refused)
        {
            return refused;
        }

        throw new AssertionException("It was taken.");
    }

    /// <summary>Posts to a server that says all it has to say at once, and hangs up when it hears a word; none is at once.</summary>
    private static async Task PostAsync(string says, SmtpSecurity security, string hangsUpAt)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answering = AnswerAsync(server, says, hangsUpAt);
        var settings = new SmtpSettings("127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port, security, "no-reply@post.example.org");
        await new SmtpPostbox(settings, TimeProvider.System).PostAsync(
            new Letter("SV-26-AAAAA/1/2", "b", "Board", "asha@example.org", "Subject", "Text\n"), default);
        await answering;
    }

    private static async Task AnswerAsync(TcpListener server, string says, string hangsUpAt)
    {
        using var client = await server.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(says));
        var (heard, more) = ("", new byte[4_096]);
        while (!heard.Contains(hangsUpAt, StringComparison.Ordinal) && await client.GetStream().ReadAsync(more) is > 0 and var count)
            heard += Encoding.ASCII.GetString(more, 0, count);
    }
}
