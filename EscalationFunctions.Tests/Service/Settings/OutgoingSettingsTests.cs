using Escalation.Service.Delivery;
using Escalation.Service.Delivery.Notify;
using Escalation.Service.Delivery.Smtp;
using Escalation.Service.Settings;
using EscalationFunctions.Tests.Server;

namespace EscalationFunctions.Tests.Service.Settings;

/// <summary>What an operator can set, and what they are told when it is not right: all of it at once.</summary>
public class OutgoingSettingsTests
{
    private const string Key = "our_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    private static readonly Dictionary<string, string> Sound = new()
    {
        ["ESCALATION_ADDRESS"] = "https://differences.example.org", ["ESCALATION_MAIL"] = "smtp", ["ESCALATION_MAIL_FROM"] = "no-reply@example.org",
        ["ESCALATION_SMTP_HOST"] = "mail.example.org",
    };

    [Test]
    public void Whoever_has_set_nothing_is_told_of_everything() =>
        Assert.That(ProblemsOf([]).Select(p => p.Split(' ')[0]), Is.EqualTo(new[] { "ESCALATION_ADDRESS", "ESCALATION_MAIL" }));

    [Test]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.That(
        ProblemsOf(new()
        {
            ["ESCALATION_ADDRESS"] = "http://differences.example.org", ["ESCALATION_MAIL"] = "smtp", ["ESCALATION_MAIL_FROM"] = "us",
            ["ESCALATION_SMTP_PORT"] = "0", ["ESCALATION_SMTP_TLS"] = "tls", ["ESCALATION_SMTP_USER"] = "mailer",
            ["ESCALATION_SMTP_CA_FILE"] = "/nowhere", ["ESCALATION_MAIL_HOURS"] = "19:00-07:00",
        }).Select(p => p.Split(' ', ':')[0]),
        Is.EqualTo(new[]
        {
            "ESCALATION_ADDRESS", "ESCALATION_MAIL_FROM", "ESCALATION_SMTP_TLS", "ESCALATION_SMTP_HOST", "ESCALATION_SMTP_PORT", "ESCALATION_SMTP_PASSWORD",
            "ESCALATION_SMTP_CA_FILE", "ESCALATION_MAIL_HOURS",
        }));

    [TestCase("ESCALATION_ADDRESS", "differences.example.org", TestName = "An_address_without_https_leads_nowhere")]
    [TestCase("ESCALATION_ADDRESS", "https://differences.example.org/?a=b", TestName = "An_address_with_a_query_cannot_be_gone_on_from")]
    [TestCase("ESCALATION_MAIL", "pigeon", TestName = "There_are_three_ways_for_letters")]
    [TestCase("ESCALATION_MAIL_HOURS", "seven to seven", TestName = "Hours_are_two_times_of_the_day")]
    public void Wrong(string name, string value) =>
        Assert.That(ProblemsOf(new(Sound) { [name] = value }), Has.Exactly(1).StartsWith($"{name}: "));

    [Test]
    public void A_password_is_not_sent_in_the_open() => Assert.That(
        ProblemsOf(new(Sound) { ["ESCALATION_SMTP_TLS"] = "none", ["ESCALATION_SMTP_USER"] = "mailer", ["ESCALATION_SMTP_PASSWORD"] = "secret" }),
        Has.One.EqualTo("ESCALATION_SMTP_USER: nobody logs in while ESCALATION_SMTP_TLS is none, because the password would go over the network in the open."));

    [TestCase(null, SmtpSecurity.StartTls, 587)]
    [TestCase("implicit", SmtpSecurity.Implicit, 465)]
    [TestCase("none", SmtpSecurity.None, 25)]
    public void The_port_goes_with_the_encryption(string? tls, SmtpSecurity security, int port)
    {
        var settings = SmtpFromSettings.Of(Of(tls is null ? Sound : new(Sound) { ["ESCALATION_SMTP_TLS"] = tls }), "no-reply@example.org");
        Assert.That((settings.Security, settings.Port, settings.Login), Is.EqualTo((security, port, (SmtpLogin?)null)));
    }

    [Test]
    public void Secrets_come_from_a_file_or_the_environment_and_are_not_printed()
    {
        using var file = new TemporaryFile("from the file\n");
        foreach (var (name, value) in new[] { ("ESCALATION_SMTP_PASSWORD_FILE", file.Path), ("ESCALATION_SMTP_PASSWORD", "from the file") })
        {
            var settings = SmtpFromSettings.Of(Of(new(Sound) { ["ESCALATION_SMTP_USER"] = "mailer", [name] = value }), "no-reply@example.org");
            Assert.That(settings.Login!.Password, Is.EqualTo("from the file"));
            Assert.That(settings.ToString(), Does.Contain("mailer").And.Not.Contain("from the file"));
        }
    }

    [Test]
    public void Each_way_of_sending_is_made_of_its_settings()
    {
        Assert.That(PostboxOf(Sound), Is.InstanceOf<SmtpPostbox>());
        Assert.That(PostboxOf(new(Sound) { ["ESCALATION_MAIL"] = "folder" }), Is.InstanceOf<FolderPostbox>());
        Assert.That(PostboxOf(new()
        {
            ["ESCALATION_ADDRESS"] = "https://differences.example.org", ["ESCALATION_MAIL"] = "notify", ["ESCALATION_NOTIFY_KEY"] = Key,
            ["ESCALATION_NOTIFY_TEMPLATE"] = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
        }), Is.InstanceOf<NotifyPostbox>());
    }

    [TestCase("ESCALATION_NOTIFY_KEY", "our_key", "ESCALATION_NOTIFY_KEY: ")]
    [TestCase("ESCALATION_NOTIFY_KEY", "", "ESCALATION_NOTIFY_KEY is missing")]
    [TestCase("ESCALATION_NOTIFY_KEY_FILE", "/nowhere", "ESCALATION_NOTIFY_KEY_FILE: /nowhere cannot be read")]
    [TestCase("ESCALATION_NOTIFY_TEMPLATE", "", "ESCALATION_NOTIFY_TEMPLATE is missing")]
    [TestCase("ESCALATION_NOTIFY_TEMPLATE", "the usual", "ESCALATION_NOTIFY_TEMPLATE: ")]
    [TestCase("ESCALATION_NOTIFY_ADDRESS", "notify", "ESCALATION_NOTIFY_ADDRESS: ")]
    public void Notify_needs_its_key_and_its_template(string name, string value, string problem)
    {
        var settings = new Dictionary<string, string>(Sound)
        {
            ["ESCALATION_MAIL"] = "notify", ["ESCALATION_NOTIFY_KEY"] = Key, ["ESCALATION_NOTIFY_TEMPLATE"] = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3",
            [name] = value,
        };
        if (name.EndsWith("_FILE", StringComparison.Ordinal)) settings.Remove("ESCALATION_NOTIFY_KEY");
        Assert.That(ProblemsOf(settings).Single(), Does.StartWith(problem));
        Assert.That(string.Concat(ProblemsOf(settings)), Does.Not.Contain("3d844edf"));
    }

    [Test]
    public void Letters_keep_to_the_hours_that_are_set_and_to_the_usual_ones_if_none_are()
    {
        Assert.That(OutgoingSettings.Of(Of(Sound)).Hours, Is.EqualTo(PostingHours.Usual));
        var shorter = OutgoingSettings.Of(Of(new(Sound) { ["ESCALATION_MAIL_HOURS"] = "8:30-17:00" })).Hours;
        Assert.That(shorter, Is.EqualTo(new PostingHours(new(8, 30), new(17, 0))));
        Assert.That(OutgoingSettings.Of(Of(new(Sound) { ["ESCALATION_MAIL_HOURS"] = "always" })).Hours, Is.Null);
    }

    [TestCase("https://differences.example.org", "https://differences.example.org/severnside")]
    [TestCase("https://example.org/differences/", "https://example.org/differences/severnside")]
    [TestCase("http://127.0.0.1:5080", "http://127.0.0.1:5080/severnside")]
    public void Links_go_on_from_the_public_address(string said, string link) =>
        Assert.That(new Uri(OutgoingSettings.Of(Of(new(Sound) { ["ESCALATION_ADDRESS"] = said })).Address!.Root, "severnside").AbsoluteUri, Is.EqualTo(link));

    private static Surroundings Of(Dictionary<string, string> settings) => new(name => settings.GetValueOrDefault(name));

    private static IReadOnlyList<string> ProblemsOf(Dictionary<string, string> settings)
    {
        var surroundings = Of(settings);
        OutgoingSettings.Of(surroundings);
        return surroundings.Problems;
    }

    private static IPostbox PostboxOf(Dictionary<string, string> settings)
    {
        var surroundings = Of(settings);
        var outgoing = OutgoingSettings.Of(surroundings);
        Assert.That(surroundings.Problems, Is.Empty);
        return outgoing.Postbox!("letters", TimeProvider.System);
    }
}
