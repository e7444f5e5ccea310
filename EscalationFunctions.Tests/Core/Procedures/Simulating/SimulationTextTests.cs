using System.Text.RegularExpressions;
using Escalation.Core.Procedures.Simulating;
using EscalationFunctions.Tests.Core.Differences;

namespace EscalationFunctions.Tests.Core.Procedures.Simulating;

public sealed partial class SimulationTextTests
{
    private const string Folder = "EscalationFunctions.Tests/Core/Procedures/Simulating/approved";

    [TestCase(Simulated.SouthGloucestershire, "2026-12-23T10:00", "south-gloucestershire-over-christmas")]
    [TestCase(Simulated.SouthGloucestershire, "2026-10-23T17:30", "south-gloucestershire-on-a-friday-evening-in-october")]
    [TestCase(Simulated.Somerset, "2026-04-01T10:00", "somerset-over-easter")]
    public void A_policy_officer_reads_what_was_approved(string file, string outset, string name) =>
        Approved.Matches(Simulated.Text(file, outset), $"{Folder}/{name}.txt");

    [Test]
    public void A_program_reads_what_was_approved()
    {
        var procedure = Simulated.Procedure(Simulated.SouthGloucestershire);
        const string outset = "2026-10-23T16:00";

        Approved.Matches(SimulationText.Json(procedure, Story.Instant(outset), Simulated.Run(procedure, outset)), $"{Folder}/south-gloucestershire-in-october.json");
    }

    [TestCaseSource(typeof(Simulated), nameof(Simulated.EveryFile))]
    public void Every_line_fits_a_terminal_of_a_hundred_columns(string file) =>
        Assert.That(Simulated.Text(file, "2026-12-23T18:30").Split('\n').Select(l => l.Length).Max(), Is.LessThanOrEqualTo(100));

    [TestCaseSource(typeof(Simulated), nameof(Simulated.EveryFile))]
    public void It_is_plain_English_with_whole_dates(string file)
    {
        var text = AnySpace().Replace(Simulated.Text(file, "2026-12-23T18:30"), " ");

        Assert.That(text, Does.Not.Match(@"(?i)bre[a]ch|\bSLA\b|\bcase\b|null|\d{4}-\d{2}-\d{2}"));
        Assert.That(WholeDates().Count(text), Is.EqualTo(Dates().Count(text)), "each date has its weekday and year");
    }

    [Test]
    public void The_other_reading_stands_beside_it_where_it_would_give_other_dates() =>
        Assert.That(Simulated.Text(Simulated.SouthGloucestershire, "2026-12-23T10:00"), Does.Contain("""
              Stage 4: settle the difference
                from the outset (this file)         5pm on Monday 4 January 2027
                from each stage's start             5pm on Tuesday 12 January 2027
            """));

    [Test]
    public void There_is_no_other_reading_where_nothing_is_counted() =>
        Assert.That(Simulated.Text(Simulated.Somerset, "2026-12-23T10:00"), Does.Not.Contain("reading"));

    private const string Months = "(January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(@"\s+")]
    private static partial Regex AnySpace();

    [GeneratedRegex($@"\d{{1,2}} {Months}")]
    private static partial Regex Dates();

    [GeneratedRegex($@"[A-Z][a-z]+day \d{{1,2}} {Months} 20\d\d")]
    private static partial Regex WholeDates();
}
