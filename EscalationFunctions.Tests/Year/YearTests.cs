using Escalation.Core.Figures;
using Escalation.Service.Figures;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Year;

/// <summary>A year of invented differences, counted twice: decision by decision as they were made, and from the records when it was over.</summary>
public class YearTests
{
    [Test, CancelAfter(600_000)]
    public async Task Every_number_of_a_small_year_is_what_a_second_count_of_the_records_finds(CancellationToken cancel) => await CompareAsync(300, 7, cancel);

    [Test, CancelAfter(1_800_000), Category("Year")]
    public async Task Every_number_of_a_year_of_five_thousand_differences_is_what_a_second_count_of_the_records_finds(CancellationToken cancel) =>
        await CompareAsync(5000, 2026, cancel);

    private static async Task CompareAsync(int many, int seed, CancellationToken cancel)
    {
        await using var year = await YearOfDifferences.OpenAsync();
        var began = TimeProvider.System.GetTimestamp();
        await year.LiveAsync(many, seed, cancel);
        TestContext.Out.WriteLine($"{many} differences in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s; {year.Refusals} times somebody was refused.");
        var seen = new HashSet<string>();
        foreach (var board in new[] { TestOffice.Severnside, TestOffice.Moorland })
        {
            var second = await SecondCount.OfAsync(year.Office.Journal, board);
            foreach (var period in Periods()) seen.UnionWith(await CompareAsync(year, board, period, second, cancel));
        }

        Assert.That(Numbers.Except(seen), Is.Empty, "numbers that the whole year never moved, so that nothing was shown of them");
    }

    /// <returns>What was counted, by table and row.</returns>
    private static async Task<IEnumerable<string>> CompareAsync(YearOfDifferences year, string board, Period period, SecondCount second, CancellationToken cancel)
    {
        var figures = await new FigureBook(year.Office.Journal, year.Office.Rooms).OfAsync(board, new FiguresAsked(period), cancel);
        var first = figures.Tables.SelectMany(t => t.Rows.SelectMany(r => r.Numbers.Select((n, i) => (Cell: $"{t.Id}/{r.Key}/{i}", Number: n.Number ?? 0))))
            .Where(c => c.Number != 0).ToDictionary(c => c.Cell, c => c.Number);
        Assert.That(first, Is.EquivalentTo(second.Of(period.From, period.To)), $"{board}, {period}");
        Assert.That(figures.Complete);
        return first.Keys.Select(cell => cell[..cell.LastIndexOf('/')]);
    }

    /// <summary>The year, each quarter, and some days that begin and end nowhere in particular.</summary>
    private static IEnumerable<Period> Periods()
    {
        yield return new Period(YearOfDifferences.FirstDay, YearOfDifferences.LastDay);
        for (var quarter = Period.QuarterOf(YearOfDifferences.FirstDay); quarter.From <= YearOfDifferences.LastDay; quarter = Period.QuarterOf(quarter.To.AddDays(1)))
            yield return quarter;
        yield return new Period(new DateOnly(2026, 3, 17), new DateOnly(2026, 10, 26));
        yield return new Period(new DateOnly(2026, 5, 13), new DateOnly(2026, 5, 13));
    }

    /// <summary>What people do in a year has to move these, or their comparison would say nothing.</summary>
    private static readonly string[] Numbers =
    [
        "summary/raised", "summary/raised-at-risk", "summary/risk-marked", "summary/first-by-clock", "summary/extensions", "summary/first-dates", "summary/ended",
        "summary/ended-after-clock", "summary/ended-after-clock-percent", "summary/median-days", "summary/ninetieth-days", "summary/within-time", "summary/within-time-percent",
        "summary/reopened", "summary/open", "summary/feedback", "agencies/local-authority/north-council", "agencies/police/county-police", "sectors/police", "reasons/not-safe",
        "reasons/none", "began-at/1", "began-at/2", "began-at/none", "ended/settled", "ended/withdrawn", "ended/redirected", "settled-by/agreement", "settled-by/binding-decision",
        "settled-at/1", "settled-at/2", "settled-at/3", "settled-at/4", "days-taken/0", "days-taken/1", "days-taken/11-15", "days-taken/61+", "taken-further/1", "taken-further/2",
        "taken-further/3", "forms/monitoring", "forms/referral", "flags/no-contact", "flags/deadline-passed", "flags/cap-passed", "flags/party-absent", "flags/no-decision-authority",
        "flags/disowned", "effectiveness/1", "effectiveness/5", "learning-reasons/none", "learning-sectors/local-authority", "actions/due", "actions/done-in-time",
        "actions/done-late", "actions/open", "debriefs/offered", "debriefs/held",
    ];
}
