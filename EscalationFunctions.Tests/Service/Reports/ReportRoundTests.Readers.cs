using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Server.Waking;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>Who gets a report, and how often in a year.</summary>
public partial class ReportRoundTests
{
    [Test]
    public async Task Each_agency_gets_its_own_part_at_its_highest_stage_and_an_agency_for_which_nothing_waits_gets_nothing()
    {
        await LateAsync();
        await room.Begin().HandleAsync(default);
        await NextAsync(room.Begin(), "2026-04-13T08:30");
        var sent = room.Post.Of(Severnside);
        Assert.That(sent.Select(l => l.To), Is.EquivalentTo(new[] { TheOffice, "north-council-4@example.org", "county-trust-4@example.org" }));
        Assert.That(sent.Select(l => l.Subject), Has.All.StartsWith("[Severnside Safeguarding Adults Board] 1 overdue"));
        Assert.That(sent.Where(l => l.To != TheOffice).Select(l => l.Text), Has.All.StartsWith("This is the report for "));
    }

    [Test]
    public async Task In_the_place_of_whoever_is_away_a_deputy_gets_it_and_a_chosen_stage_comes_before_the_highest()
    {
        await LateAsync();
        await office.ChangeAgencyAsync("county-trust", contacts => [.. contacts.Select(c => c.Stage == "4"
            ? c with { Deputy = "county-trust-3", Absences = [new Absence(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30))] } : c)]);
        Assert.That(await ReadersAsync("county-trust"), Is.EqualTo(new[] { "contact/county-trust-3" }));
        await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(Stage: "2") });
        Assert.That(await ReadersAsync("county-trust"), Is.EqualTo(new[] { "contact/county-trust-2" }));
        await office.ChangeAgencyAsync("county-trust", contacts => [.. contacts.Where(c => c.Stage == "1")]);
        Assert.That(await ReadersAsync("county-trust"), Is.EqualTo(new[] { "contact/county-trust-1" }), "it has nobody else");
        await office.ChangeAgencyAsync("county-trust", _ => []);
        Assert.That(await ReadersAsync("county-trust"), Is.Empty);
    }

    [Test]
    public async Task The_officers_whom_the_procedure_names_get_the_whole_beside_the_board_office()
    {
        await office.ChangeBoardAsync(b => b with
        {
            Officers = [new("strategic-manager", new Reach("Stella Manager", "stella@example.org")), new("chair", new Reach("Chris Chair", "chris@example.org"))],
        });
        var readers = ReportReader.Of(await office.Rooms.OfAsync(Severnside, default), office.Clock.GetUtcNow()).Where(r => r.Agency is null);
        Assert.That(readers.Select(r => r.Email), Is.EqualTo(new[] { TheOffice, "stella@example.org" }));
    }

    [TestCase(ReportTo.Board, 1)]
    [TestCase(ReportTo.Nobody, 0)]
    public async Task The_board_says_who_gets_one(ReportTo to, int letters)
    {
        await LateAsync();
        await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(To: to) });
        await room.Begin().HandleAsync(default);
        await NextAsync(room.Begin(), "2026-04-13T08:30");
        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(letters));
    }

    [Test]
    public async Task A_board_can_have_empty_parts_sent_and_the_list_attached()
    {
        await LateAsync();
        await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(EmptyParts: true, Csv: true) });
        await room.Begin().HandleAsync(default);
        await NextAsync(room.Begin(), "2026-04-13T08:30");
        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(5), "the office and four agencies");
        var empty = room.Post.Posted.Single(l => l.To == "county-police-4@example.org");
        Assert.That((empty.Attached, empty.Subject), Is.EqualTo(((LetterFile?)null, "[Severnside Safeguarding Adults Board] Nothing is overdue, nothing is due today")));
        Assert.That(room.Post.Posted.Single(l => l.To == TheOffice).Attached!.Name, Is.EqualTo("overdue-2026-04-13.csv"));
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Over_a_whole_year_there_are_as_many_reports_as_working_days(CancellationToken cancel)
    {
        var closed = new ClosureDay(new DateOnly(2026, 8, 14), "Office move");
        await office.ChangeBoardAsync(b => b with { Closures = [closed], OverdueReport = new ReportSettings(At: new TimeOnly(8, 0)) });
        var days = new WorkingDays(Nation.EnglandAndWales, [closed]);
        var expected = Enumerable.Range(0, 365).Select(new DateOnly(2026, 4, 1).AddDays).Where(days.IsWorkingDay).ToList();
        using var clock = new ReportClock(room.Begin(), office.Clock, NullLogger<ReportClock>.Instance);
        await clock.StartAsync(cancel);
        // The first look finds a board that has had none yet, and begins with the next.
        await Eventually.TrueAsync(async () => (await KeptAsync()) is not null, cancel);
        for (var at = LondonTime.At(new DateOnly(2026, 4, 1), new TimeOnly(8, 0)); at < At("2027-04-01T07:00"); at = LondonTime.At(LondonTime.DayOf(at).AddDays(1), new TimeOnly(8, 0)))
        {
            office.Clock.MoveTo(at);
            var day = LondonTime.DayOf(at);
            if (days.IsWorkingDay(day)) await Eventually.TrueAsync(async () => (await KeptAsync()) is { Done: true } kept && kept.Day == day, cancel);
        }

        await clock.StopAsync(cancel);
        var sent = room.Post.Of(Severnside);
        Assert.That(expected, Has.Count.EqualTo(250), "365 days less 104 at weekends, 10 bank holidays, for it has two Good Fridays, and the closure day");
        Assert.That(sent.Select(l => l.Id), Is.EqualTo(expected.Select(day => $"overdue/severnside/{day:yyyy-MM-dd}/post/board-office")));
    }
}
