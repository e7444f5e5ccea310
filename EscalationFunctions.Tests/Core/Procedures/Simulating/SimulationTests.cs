using System.Globalization;
using Escalation.Core.Procedures.Simulating;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Procedures.Simulating;

public sealed class SimulationTests
{
    /// <summary>South Gloucestershire's 1, 2, 3 and 5 working days, checked by hand.</summary>
    public static readonly object[][] CheckedByHand =
    [
        ["2026-12-23T10:00", "2026-12-24 2026-12-29 2026-12-30 2027-01-04", "over Christmas and New Year, Boxing Day on the Monday"],
        ["2026-04-01T10:00", "2026-04-02 2026-04-07 2026-04-08 2026-04-10", "over Easter"],
        ["2026-06-05T10:00", "2026-06-08 2026-06-09 2026-06-10 2026-06-12", "from a Friday over a weekend"],
    ];

    [TestCaseSource(nameof(CheckedByHand))]
    public void The_dates_are_those_that_were_checked_by_hand(string outset, string dues, string reason) =>
        Assert.That(DueDays(Simulated.Run(Simulated.SouthGloucestershire, outset)), Is.EqualTo(dues), reason);

    [TestCase("2026-12-23T10:00", "2026-12-24 2026-12-30 2027-01-05 2027-01-12", "one day, then two, three and five from where the last ended")]
    [TestCase("2026-04-01T10:00", "2026-04-02 2026-04-08 2026-04-13 2026-04-20", "over Easter")]
    [TestCase("2026-06-05T10:00", "2026-06-08 2026-06-10 2026-06-15 2026-06-22", "over three weekends")]
    public void The_other_reading_counts_from_the_start_of_each_stage(string outset, string dues, string reason) =>
        Assert.That(DueDays(Simulated.Run(OtherReading.Of(Simulated.Procedure(Simulated.SouthGloucestershire)), outset)), Is.EqualTo(dues), reason);

    [Test]
    public void A_procedure_that_counts_from_each_stage_is_read_the_other_way_from_the_outset()
    {
        var file = Simulated.Procedure(Simulated.OtherBoard("harrowmere"));

        Assert.That(DueDays(Simulated.Run(OtherReading.Of(file), "2026-06-01T10:00")).Split(' ').Distinct(), Is.EqualTo(new[] { "2026-06-08" }));
    }

    [TestCase("2026-10-23T16:00", "+01:00 +00:00 +00:00 +00:00 +00:00", "2026-10-26 2026-10-27 2026-10-28 2026-10-30", TestName = "Over the clock change in October")]
    [TestCase("2026-03-27T16:00", "+00:00 +01:00 +01:00 +01:00 +01:00", "2026-03-30 2026-03-31 2026-04-01 2026-04-07", TestName = "Over the clock change in March, and Easter")]
    public void Days_are_counted_as_days_and_each_time_has_its_local_offset(string outset, string offsets, string dues)
    {
        var entries = Simulated.Run(Simulated.SouthGloucestershire, outset);

        Assert.That(DueDays(entries), Is.EqualTo(dues));
        Assert.That(entries.Select(e => e.At).Distinct().Take(5).Select(at => at.ToString("zzz", CultureInfo.InvariantCulture)), Is.EqualTo(offsets.Split(' ')));
        Assert.That(entries.Where(e => e.DueAt is not null).Select(e => e.DueAt!.Value.TimeOfDay).Distinct(), Is.EqualTo(new[] { TimeSpan.FromHours(17) }));
    }

    [TestCase("carrow", "1 2 3 4", "every stage is left by the clock, in hours and then in days")]
    [TestCase("dyffryn", "1 2 3 4", "every stage is left by the clock")]
    [TestCase("harrowmere", "1 2 3 4 5", "silence takes it up at each of four stages")]
    [TestCase("kings-ashby", "1 2 3", "every stage is left by the clock")]
    [TestCase("lough-ardan", "1 2 3", "every stage is left by the clock")]
    [TestCase("lowmoor", "1 2 3", "every stage is left by the clock")]
    [TestCase("ouseholme", "1 2 3 4", "every stage is left by the clock")]
    [TestCase("port-aldwyn", "1 2 3 4", "every stage is left by the clock")]
    [TestCase("stour-marsh", "1", "nothing has a date, so that only people take it further")]
    [TestCase("strathmorran", "1 2 3 4", "every stage is left by the clock")]
    [TestCase("tarnbeck", "1 2 3", "every stage is left by the clock")]
    [TestCase("wexcombe", "1 2 3 5 6", "the fourth is optional, for people to choose")]
    public void Another_boards_procedure_comes_by_the_clock_as_far_as_its_file_says(string board, string stages, string reason) =>
        Assert.That(Simulated.Run(Simulated.OtherBoard(board), "2026-10-20T18:30").Stages(), Is.EqualTo(stages), reason);

    [TestCaseSource(typeof(Simulated), nameof(Simulated.EveryFile))]
    public void Every_simulation_ends_with_the_board_office_told_and_a_reminder_to_come(string file)
    {
        var entries = Simulated.Run(file, "2026-12-23T10:00");

        Assert.That(entries, Has.Count.LessThan(200));
        Assert.That(entries.Where(e => e.Event == "flagged"), Is.Not.Empty);
        Assert.That(entries.Last(e => e.Event == "deadline-set").Deadline, Is.EqualTo("chase"));
    }

    [TestCaseSource(typeof(Simulated), nameof(Simulated.EveryFile))]
    public void The_lines_are_in_order_of_time_and_what_passes_was_set_before(string file)
    {
        var entries = Simulated.Run(file, "2026-12-23T10:00");

        Assert.That(entries.Select(e => e.At), Is.Ordered);
        foreach (var passed in entries.Where(e => e.Event == "deadline-passed" && e.Deadline != "chase"))
            Assert.That(entries.TakeWhile(e => e != passed).Where(e => e.Event == "deadline-set").Select(e => (e.Stage, e.Deadline, e.DueAt)),
                Has.Member((passed.Stage, passed.Deadline, (DateTimeOffset?)passed.At)));
    }

    [Test]
    public void Several_can_be_reminded_at_once_and_the_board_office_is_told_once()
    {
        var last = Simulated.Run(Simulated.SouthGloucestershire, "2026-12-23T10:00").GroupBy(e => e.At).Last().ToList();

        Assert.That(last.Where(e => e.Event == "deadline-passed").Select(e => e.DutyHolder),
            Is.EqualTo(new[] { "Chair of the Safeguarding Adults Board", "every agency involved", "the raising agency" }));
        Assert.That(last.Count(e => e.Event == "flagged"), Is.EqualTo(1));
    }

    [Test]
    public void A_promise_over_the_whole_procedure_is_told_when_it_is_not_kept()
    {
        var capped = Small(WithDeadlines("1", """ "id": "talk", "kind": "discuss", "holder": "every-party", "within": "as agreed" """),
            """ "caps": [ { "id": "all", "within": "3 working days" } ], """);

        var told = Simulated.Run(capped, "2026-06-05T10:00").First(e => e.Deadline == "all");

        Assert.That((told.Event, told.At, told.Why), Is.EqualTo(("flagged", Story.Instant("2026-06-10T17:00"), "Not kept: settle the difference within 3 working days.")));
    }

    private static string DueDays(IEnumerable<SimulationEntry> entries) => string.Join(' ', entries
        .Where(e => e.Event == "deadline-set" && e.Deadline != "chase" && e.DueAt is not null)
        .Select(e => e.DueAt!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
