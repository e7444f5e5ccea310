using Escalation.Service.Delivery;
using Escalation.Service.Delivery.Smtp;

namespace EscalationFunctions.Tests.Service.Delivery.Smtp;

/// <summary>Letters over SMTP to a server that others wrote.</summary>
[CancelAfter(60_000)]
public class SmtpPostboxTests
{
    private static readonly Letter Letter = new(
        "SV-26-AAAAA/1/2", "severnside", "Bwrdd Diogelu Môn, y gogledd", "asha@example.org", "[SV-26-AAAAA] Y cais – please settle",
        "First.\n.A line that begins with a point.\n.\nŵ at the end \n") { Html = "<p>First.</p>" };

    [TestCase(SmtpSecurity.StartTls, "PLAIN")]
    [TestCase(SmtpSecurity.StartTls, "LOGIN")]
    [TestCase(SmtpSecurity.Implicit, "PLAIN")]
    public async Task A_letter_arrives_encrypted_and_from_somebody_who_logged_in(SmtpSecurity security, string mechanism, CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(security, cancel, "mailer", "pass wörd", mechanism);
        await PostAsync(server.Settings with { Login = new SmtpLogin("mailer", "pass wörd") }, Letter, cancel);
        var taken = await server.NextAsync(cancel);
        Assert.That((taken.From, taken.To.Single(), taken.User, taken.Encrypted), Is.EqualTo(("no-reply@post.example.org", Letter.To, "mailer", true)));
    }

    [Test]
    public async Task What_arrives_is_what_was_written_to_the_last_point_and_blank(CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.None, cancel);
        await PostAsync(server.Settings, Letter, cancel);
        var taken = await server.NextAsync(cancel);
        var read = await ReadMail.OfAsync(taken.Message, cancel);
        Assert.That(read.Defects, Is.Empty);
        Assert.That(read.Headers["subject"], Is.EqualTo(Letter.Subject));
        Assert.That(read.Headers["from"], Is.EqualTo("\"Bwrdd Diogelu Môn, y gogledd\" <no-reply@post.example.org>"));
        Assert.That(read.Parts.Select(p => p.Type), Is.EqualTo(new[] { "multipart/alternative", "text/plain", "text/html" }));
        Assert.That(read.Parts[1].Text!.ReplaceLineEndings("\n"), Is.EqualTo(Letter.Text));
        Assert.That(taken.Message.All(c => c < 128) && taken.Message.Split("\r\n").All(line => line.Length <= 998 && !line.Contains('\n')), Is.True);
    }

    [TestCase("gone@example.org", "does not accept email for this address (550 5.1.1).", true)]
    [TestCase("old@example.org", "does not accept email for this address (550).", true)]
    [TestCase("picky@example.org", "does not take the letter (554 5.6.0).", true)]
    [TestCase("full@example.org", "does not accept email for this address (452 4.2.2).", false)]
    [TestCase("elsewhere@example.org", "does not accept email for this address (550 5.7.1).", false, Description = "Nobody may send from here: all wait")]
    public async Task What_the_server_refuses_is_tried_again_only_if_that_can_be_of_use(string to, string why, bool forGood, CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.None, cancel);
        var refused = await RefusedAsync(server.Settings, Letter with { To = to }, cancel);
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo(($"The mail server {why}", forGood)));
        await PostAsync(server.Settings, Letter, cancel);
        Assert.That((await server.NextAsync(cancel)).To, Is.EqualTo(new[] { Letter.To }), "the next one is taken, and only that");
    }

    [Test]
    public async Task A_wrong_password_is_no_fault_of_the_letter(CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.StartTls, cancel, "mailer", "right", "PLAIN");
        var refused = await RefusedAsync(server.Settings with { Login = new SmtpLogin("mailer", "wrong") }, Letter, cancel);
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo(("The mail server does not accept our user name and password (535 5.7.8).", false)));
    }

    [Test]
    public async Task Nothing_is_sent_to_a_server_that_does_not_encrypt_unless_the_operator_says_so(CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.None, cancel);
        var refused = await RefusedAsync(server.Settings with { Security = SmtpSecurity.StartTls }, Letter, cancel);
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo(("The mail server does not offer encryption, without which nothing is sent.", false)));
    }

    [TestCase(SmtpSecurity.StartTls)]
    [TestCase(SmtpSecurity.Implicit)]
    public async Task Nothing_is_sent_to_a_server_whose_certificate_is_not_to_be_trusted(SmtpSecurity security, CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(security, cancel);
        using var stranger = MailServer.Issue("localhost");
        foreach (var settings in new[] { server.Settings with { Authorities = [] }, server.Settings with { Authorities = [stranger] } })
            Assert.That((await RefusedAsync(settings, Letter, cancel)).Message, Does.StartWith("The mail server could not prove with a certificate"));
    }

    [Test]
    public async Task Nor_to_one_that_goes_by_another_name(CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.StartTls, cancel);
        var refused = await RefusedAsync(server.Settings with { Host = "127.0.0.1" }, Letter, cancel);
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo((
            "The mail server could not prove with a certificate that it is the one that is meant.", false)));
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_left_and_one_that_is_not_there_is_tried_again(CancellationToken cancel)
    {
        int port;
        await using (var server = await MailServer.StartAsync(SmtpSecurity.None, cancel))
        {
            port = server.Port;
            var slow = await RefusedAsync(server.Settings with { Patience = TimeSpan.FromMilliseconds(500) }, Letter with { To = "slow@example.org" }, cancel);
            Assert.That((slow.Message, slow.ForGood), Is.EqualTo(("The mail server could not be spoken to (TimeoutException).", false)));
        }

        var gone = await RefusedAsync(new SmtpSettings("localhost", port, SmtpSecurity.None, "no-reply@post.example.org"), Letter, cancel);
        Assert.That((gone.Message, gone.ForGood), Is.EqualTo(("The mail server could not be spoken to (SocketException).", false)));
    }

    [Test]
    public async Task Whoever_stops_the_service_does_not_wait_for_a_slow_server(CancellationToken cancel)
    {
        await using var server = await MailServer.StartAsync(SmtpSecurity.None, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var posting = PostAsync(server.Settings with { Patience = TimeSpan.FromMinutes(5) }, Letter with { To = "slow@example.org" }, stop.Token);
        await stop.CancelAsync();
        Assert.That(async () => await posting, Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task PostAsync(SmtpSettings settings, Letter letter, CancellationToken cancel) =>
        new SmtpPostbox(settings, TimeProvider.System).PostAsync(letter, cancel);

    private static async Task<NotPostedException> RefusedAsync(SmtpSettings settings, Letter letter, CancellationToken cancel)
    {
        try
        {
            await PostAsync(settings, letter, cancel);
        }
        catch (NotPostedException refused)
        {
            return refused;
        }

        throw new AssertionException("It was taken.");
    }
}
