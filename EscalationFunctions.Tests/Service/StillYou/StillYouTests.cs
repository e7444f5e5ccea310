using Escalation.Core;
using Escalation.Service;
using Escalation.Service.Delivery;
using Escalation.Service.Passes;
using Escalation.Service.StillYou;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.StillYou;

/// <summary>Whoever has not been confirmed for long is asked, once a month, whether they still act.</summary>
public class StillYouTests
{
    private static readonly PublicAddress Address = new(new Uri("https://differences.example.org/"));

    private TestOffice office = null!;
    private Pigeonholes post = null!;

    [SetUp]
    public async Task Open()
    {
        // Easter Sunday: nobody is asked on it.
        office = await TestOffice.OpenAsync("2026-04-05T10:00");
        post = new Pigeonholes();
        await office.ChangeAgencyAsync("county-trust", all => all.Select(c => c with { LastConfirmed = new DateOnly(2026, 3, 1) }).ToValueList());
        await office.ChangeAgencyAsync("county-police", _ => []);
        await office.ChangeAgencyAsync("riverside-care", all => all.Select(c => c with { Until = new DateOnly(2026, 3, 31) }).ToValueList());
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task They_are_asked_once_a_month_on_a_working_day_in_working_hours()
    {
        Assert.That(await AskAsync(), Is.Zero, "Easter Sunday");
        office.Clock.MoveTo("2026-04-06T10:00");
        Assert.That(await AskAsync(), Is.Zero, "Easter Monday");
        office.Clock.MoveTo("2026-04-07T08:59");
        Assert.That(await AskAsync(), Is.Zero, "before nine");
        office.Clock.MoveTo("2026-04-07T09:00");
        Assert.That(await AskAsync(), Is.EqualTo(4 + 12), "the council's four, not those confirmed in March nor those who left; and the other board's");
        Assert.That(Asked("severnside"), Is.EqualTo(new[] { "north-council-1@example.org", "north-council-2@example.org", "north-council-3@example.org", "north-council-4@example.org" }));
        office.Clock.MoveTo("2026-04-30T16:00");
        Assert.That(await AskAsync(), Is.Zero, "once a month");
        office.Clock.MoveTo("2026-05-01T09:00");
        Assert.That(await AskAsync(), Is.EqualTo(4 + 12), "and again in the next");
        office.Clock.MoveTo("2026-06-02T09:00");
        Assert.That(await AskAsync(), Is.EqualTo(4 + 4 + 12), "in June it is more than 92 days since March");
    }

    [Test]
    public async Task Somebody_who_acts_at_several_stages_gets_one_letter_about_all_of_them()
    {
        await office.ChangeAgencyAsync("north-council", all => all.Select(c => c with { Email = "Nora@Example.org" }).ToValueList());
        office.Clock.MoveTo("2026-04-07T09:00");
        await AskAsync();
        var letter = post.Letters.Single(l => l.Board == "severnside");
        Assert.That(letter.To, Is.EqualTo("Nora@Example.org"));
        Assert.That(letter.Text.Split('\n').Count(l => l.StartsWith("Stage ", StringComparison.Ordinal)), Is.EqualTo(4));
    }

    [Test]
    public async Task A_process_that_dies_before_it_noted_whom_it_asked_sends_the_same_letter_again_and_no_other()
    {
        office.Clock.MoveTo("2026-04-07T09:00");
        post.DiesAfter = 3;
        Assert.That(AskAsync, Throws.InstanceOf<IOException>());
        await office.RestartAsync();
        post.DiesAfter = int.MaxValue;
        await AskAsync();
        Assert.That(await AskAsync(), Is.Zero);
        var byId = post.Letters.ToLookup(l => l.Id);
        Assert.That(byId.Count, Is.EqualTo(16));
        Assert.That(byId.Where(same => same.Select(l => (l.To, l.Text)).Distinct().Count() != 1).Select(g => g.Key), Is.Empty, "also with the same link");
    }

    [Test]
    public async Task A_letter_that_is_not_taken_is_tried_again_and_one_that_never_will_be_is_not()
    {
        office.Clock.MoveTo("2026-04-07T09:00");
        post.Refuses = letter => (letter.Board, letter.To) switch
        {
            ("severnside", "north-council-1@example.org") => new NotPostedException("busy"),
            ("severnside", "north-council-2@example.org") => new NotPostedException("no such address", forGood: true),
            _ => null,
        };
        await AskAsync();
        post.Refuses = _ => null;
        Assert.That(await AskAsync(), Is.EqualTo(1));
        Assert.That(post.Letters[^1].To, Is.EqualTo("north-council-1@example.org"));
    }

    [Test]
    public async Task The_letter_is_as_it_was_approved()
    {
        office.Clock.MoveTo("2026-04-07T09:00");
        await AskAsync();
        var letter = post.Letters.Single(l => l is { Board: "moorland", To: "north-council-2@example.org" });
        var plain = System.Text.RegularExpressions.Regex.Replace(letter.Text, "/by/[0-9a-f]{64}", "/by/…");
        Approved.Matches($"Subject: {letter.Subject}\nId: {letter.Id}\n\n{plain}", "EscalationFunctions.Tests/Service/Delivery/letters/still-you.approved.txt");
        Assert.That(letter.Html, Does.Contain("Answer on one page").And.Contain("/moorland/still-you/by/"));
    }

    private IEnumerable<string> Asked(string board) => post.Letters.Where(l => l.Board == board).Select(l => l.To).Order(StringComparer.Ordinal);

    private async Task<int> AskAsync()
    {
        using var book = new PassBook(new Escalation.Service.Desk.Seal(TestOffice.Secret));
        var links = new StillYouLinks(office.Passes, book, office.Rooms, office.Clock);
        return await new StillYouRound(office.Rooms, links, post, Address, office.Clock, NullLogger<StillYouRound>.Instance).AskAllAsync(default);
    }
}

/// <summary>Takes letters and keeps them.</summary>
internal sealed class Pigeonholes : IPostbox
{
    public List<Letter> Letters { get; } = [];

    /// <summary>After so many letters the process dies.</summary>
    public int DiesAfter { get; set; } = int.MaxValue;

    public Func<Letter, NotPostedException?> Refuses { get; set; } = _ => null;

    public Task PostAsync(Letter letter, CancellationToken cancel)
    {
        if (Refuses(letter) is { } refused) throw refused;
        if (Letters.Count >= DiesAfter) throw new IOException("The process dies.");
        Letters.Add(letter);
        return Task.CompletedTask;
    }
}
