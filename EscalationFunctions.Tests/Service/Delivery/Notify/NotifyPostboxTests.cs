using Escalation.Service.Delivery;
using Escalation.Service.Delivery.Notify;

namespace EscalationFunctions.Tests.Service.Delivery.Notify;

/// <summary>Letters through GOV.UK Notify, or what answers as its documentation says.</summary>
[CancelAfter(30_000)]
public class NotifyPostboxTests
{
    private const string Key = $"our_key-with-strokes-{NotifyServer.Service}-{NotifyServer.Secret}";

    private static readonly Letter Letter = new(
        "SV-26-AAAAA/1/2", "severnside", "Severnside Safeguarding Adults Board", "asha@example.org", "[SV-26-AAAAA] Please settle", "First.\n\nSecond ŵ.\n");

    [Test]
    public async Task A_letter_is_taken_with_its_words_and_a_reference_by_which_it_is_known_when_it_comes_again(CancellationToken cancel)
    {
        await using var server = await NotifyServer.StartAsync(TimeProvider.System);
        await PostAsync(server, Letter, cancel);
        await PostAsync(server, Letter, cancel);
        Assert.That(server.Taken.Select(t => t.GetProperty("reference").GetString()), Is.EqualTo(new[] { Letter.Id, Letter.Id }));
        var taken = server.Taken[0];
        Assert.That(taken.GetProperty("email_address").GetString(), Is.EqualTo(Letter.To));
        Assert.That(taken.GetProperty("personalisation").GetProperty("subject").GetString(), Is.EqualTo(Letter.Subject));
        Assert.That(taken.GetProperty("personalisation").GetProperty("body").GetString(), Is.EqualTo(Letter.Text));
    }

    [Test]
    public async Task A_file_cannot_come_along_and_the_words_say_so(CancellationToken cancel)
    {
        await using var server = await NotifyServer.StartAsync(TimeProvider.System);
        await PostAsync(server, Letter with { Attached = new LetterFile("overdue-2026-04-13.csv", "text/csv", "Part,About\r\n") }, cancel);
        Assert.That(server.Taken[0].GetProperty("personalisation").GetProperty("body").GetString(), Is.EqualTo(
            $"{Letter.Text}\nThe file overdue-2026-04-13.csv could not come with this message. What is in it is on the page that the link opens.\n"));
    }

    [TestCase("wrong@example.org", "The address on file is no email address.", true)]
    [TestCase("not an address", "The address on file is no email address.", true)]
    [TestCase("stranger@example.org", "(400)", false)]
    [TestCase("garbled@example.org", "(400)", false)]
    [TestCase("one-more@example.org", "(429)", false)]
    [TestCase("broken@example.org", "(500)", false)]
    public async Task Only_what_is_wrong_with_the_address_is_given_up_at_once(string to, string why, bool forGood, CancellationToken cancel)
    {
        await using var server = await NotifyServer.StartAsync(TimeProvider.System);
        var refused = await RefusedAsync(server, Letter with { To = to }, cancel);
        Assert.That(refused.ForGood, Is.EqualTo(forGood));
        Assert.That(refused.Message, Does.Contain(why).And.Not.Contain("example.org"));
        Assert.That(server.Taken, Is.Empty);
    }

    [TestCase($"our_key-{NotifyServer.Service}-00000000-8d35-48ac-975b-e847b4f122b0", 0, TestName = "A_key_that_is_not_ours_is_no_fault_of_the_letter")]
    [TestCase(Key, 45, TestName = "Nor_is_a_clock_that_is_wrong")]
    public async Task Forbidden(string key, int secondsOff)
    {
        var clock = new MovableClock("2026-04-01T10:00");
        await using var server = await NotifyServer.StartAsync(clock);
        var ours = new MovableClock("2026-04-01T10:00");
        ours.MoveTo(clock.GetUtcNow().AddSeconds(secondsOff));
        var refused = await RefusedAsync(server, Letter, default, key, ours);
        Assert.That((refused.Message, refused.ForGood), Is.EqualTo(("GOV.UK Notify does not accept our key, or the machine's clock is wrong (403).", false)));
    }

    [Test]
    public async Task A_template_that_is_not_there_is_no_fault_of_the_letter(CancellationToken cancel)
    {
        await using var server = await NotifyServer.StartAsync(TimeProvider.System);
        using var http = new HttpClient();
        var settings = SettingsFor(server, Key) with { Template = Guid.NewGuid() };
        var refused = Assert.ThrowsAsync<NotPostedException>(() => new NotifyPostbox(http, settings, TimeProvider.System).PostAsync(Letter, cancel));
        Assert.That((refused!.ForGood, refused.Message.Contains("the template", StringComparison.Ordinal)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_Notify_that_is_slow_or_not_there_is_tried_again(CancellationToken cancel)
    {
        var server = await NotifyServer.StartAsync(TimeProvider.System);
        var slow = await RefusedAsync(server, Letter with { To = "slow@example.org" }, cancel);
        Assert.That((slow.Message, slow.ForGood), Is.EqualTo(("GOV.UK Notify took too long.", false)));
        var settings = SettingsFor(server, Key);
        await server.DisposeAsync();
        using var http = new HttpClient();
        var gone = Assert.ThrowsAsync<NotPostedException>(() => new NotifyPostbox(http, settings, TimeProvider.System).PostAsync(Letter, cancel));
        Assert.That((gone!.Message, gone.ForGood), Is.EqualTo(("GOV.UK Notify could not be reached (ConnectionError).", false)));
    }

    [TestCase("26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0")]
    [TestCase("our_key-26785a09-ab16-4eb0-8407-a37497a57506")]
    [TestCase("")]
    public void What_is_no_key_is_not_taken_for_one(string text) => Assert.That(NotifyKey.TryParse(text, out _), Is.False);

    [Test]
    public void A_key_in_a_log_shows_no_secret()
    {
        Assert.That(NotifyKey.TryParse(Key, out var key), Is.True);
        Assert.That(new NotifySettings(key!, Guid.Empty).ToString(), Does.Contain(NotifyServer.Service).And.Not.Contain(NotifyServer.Secret));
    }

    private static NotifySettings SettingsFor(NotifyServer server, string key)
    {
        Assert.That(NotifyKey.TryParse(key, out var parsed), Is.True);
        return new NotifySettings(parsed!, Guid.Parse(NotifyServer.Template)) { Address = server.Address, Patience = TimeSpan.FromSeconds(5) };
    }

    private static async Task PostAsync(NotifyServer server, Letter letter, CancellationToken cancel, string key = Key, TimeProvider? clock = null)
    {
        using var http = new HttpClient();
        await new NotifyPostbox(http, SettingsFor(server, key), clock ?? TimeProvider.System).PostAsync(letter, cancel);
    }

    private static async Task<NotPostedException> RefusedAsync(
        NotifyServer server, Letter letter, CancellationToken cancel, string key = Key, TimeProvider? clock = null)
    {
        try
        {
            await PostAsync(server, letter, cancel, key, clock);
        }
        catch (NotPostedException refused)
        {
            return refused;
        }

        throw new AssertionException("It was taken.");
    }
}
