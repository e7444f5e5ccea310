using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;

namespace EscalationFunctions.Tests.Core.Figures;

/// <summary>What a board reads: every agency, every reason and every stage, also those that nothing was counted of.</summary>
public class MonitoringFiguresTests
{
    private static readonly Agency[] Directory =
    [
        new("north-council", "North Council", "local-authority"), new("riverside-care", "Riverside Care", "care-provider"), new("county-trust", "=County Trust", "secondary-health"),
        new("other-trust", "Other Trust", "secondary-health"),
    ];

    [Test]
    public void An_agency_that_never_raised_anything_stands_there_with_a_nought()
    {
        var figures = Of([new(Measure.RaisedBy, "local-authority/north-council", 3)]);
        Assert.That(figures.Table("agencies").Rows.Select(r => $"{r.Label} {r.Numbers[0].Number}"),
            Is.EqualTo(new[] { "=County Trust 0", "North Council 3", "Other Trust 0", "Riverside Care 0" }));
        Assert.That(figures.Table("sectors").Find("police")!.Numbers.Select(n => n.Number), Is.EqualTo(new int?[] { 0, 0, 0 }));
        Assert.That(figures.Table("reasons").Rows, Has.Count.EqualTo(ProcedureText.SouthGloucestershire.Reasons.Count));
        Assert.That(figures.Table("settled-at").Rows.Select(r => r.Key), Is.EqualTo(new[] { "1", "2", "3", "4" }));
    }

    [Test]
    public void An_agency_that_has_left_or_changed_its_kind_keeps_what_was_counted_of_it()
    {
        var figures = Of([new(Measure.RaisedBy, "police/gone-force", 2), new(Measure.RaisedBy, "police/north-council", 1), new(Measure.RaisedFor, "old-reason", 4)]);
        Assert.That(figures.Table("agencies").Find("police/gone-force")!.Label, Is.EqualTo("gone-force (no longer in the directory)"));
        Assert.That(figures.Table("agencies").Find("police/north-council")!.Label, Is.EqualTo("North Council (when it belonged to: Police)"));
        Assert.That(figures.Table("sectors").Find("police")!.Numbers[0].Number, Is.EqualTo(3));
        Assert.That(figures.Table("reasons").Find("old-reason")!.Numbers[0].Number, Is.EqualTo(4));
    }

    [Test]
    public void Half_and_nine_in_ten_are_numbers_of_days_that_one_of_them_took()
    {
        var figures = Of([.. Enumerable.Range(1, 10).Select(d => new Summed(Measure.DaysTaken, $"{d}", 1)), new(Measure.Ended, Ends.ByAgreement, 10)]);
        Assert.That((Number(figures, "median-days"), Number(figures, "ninetieth-days")), Is.EqualTo((5, 9)));
        Assert.That(Number(Of([]), "median-days"), Is.Null);
        Assert.That(FigureWords.Of(Of([]).Table("summary").Find("median-days")!.Numbers[0], null), Is.EqualTo("none yet"));
    }

    [Test]
    public void Shares_are_of_those_that_ended_and_of_those_that_were_settled()
    {
        var figures = Of([new(Measure.Ended, Ends.ByAgreement, 6), new(Measure.Ended, Ends.Withdrawn, 2), new(Measure.EndedAfterClock, "", 3), new(Measure.InTime, Keys.Within, 4), new(Measure.InTime, Keys.Beyond, 2)]);
        Assert.That((Number(figures, "ended-after-clock-percent"), Number(figures, "within-time-percent")), Is.EqualTo((38, 67)));
    }

    [Test]
    public void No_small_number_of_any_table_is_left_when_they_are_left_out()
    {
        var chance = new Random(11);
        var sums = Measures.All.SelectMany(m => new[] { "1", "2", "none", "agreement", "withdrawn", "redirected", "binding-decision", "in-time", "late", "within", "offered" }
            .Select(k => new Summed(m, m is Measure.RaisedBy or Measure.RespondedBy or Measure.InvolvedBy ? $"police/{k}" : k, chance.Next(9)))).Where(s => s.Measure != Measure.DaysTaken || char.IsDigit(s.Key[0]));
        var figures = Of([.. sums], smallest: 5);
        var counts = figures.Tables.SelectMany(t => t.Rows.Where(r => !r.Key.EndsWith("-percent", StringComparison.Ordinal) && !r.Key.EndsWith("-days", StringComparison.Ordinal)).SelectMany(r => r.Numbers));
        Assert.That(counts.Where(n => n.Number is > 0 and < 5), Is.Empty);
        Assert.That(figures.Table("summary").Find("open"), Is.Null, "what was opened again could be told from it");
        Assert.That(figures.Smallest, Is.EqualTo(5));
    }

    [Test]
    public void Where_what_was_settled_is_left_out_no_table_that_adds_up_to_it_shows_anything()
    {
        var figures = Of([new(Measure.Ended, Ends.ByAgreement, 6), new(Measure.Ended, Ends.Withdrawn, 3), new(Measure.Ended, Ends.SentElsewhere, 20), new(Measure.SettledAt, "1", 6), new(Measure.DaysTaken, "2", 6)], smallest: 5);
        Assert.That(figures.Table("ended").Find("settled")!.Numbers[0].Hidden, Is.EqualTo(Hidden.Withheld));
        foreach (var table in new[] { "settled-by", "settled-at", "days-taken" })
            Assert.That(figures.Table(table).Rows.SelectMany(r => r.Numbers).Where(n => n.Number > 0), Is.Empty, table);
        Assert.That(figures.Table("summary").Find("median-days")!.Numbers[0].Hidden, Is.EqualTo(Hidden.Withheld));
    }

    [Test]
    public void An_agency_cannot_be_told_from_its_kind_of_organisation()
    {
        var figures = Of([new(Measure.RaisedBy, "secondary-health/county-trust", 3), new(Measure.RaisedBy, "secondary-health/other-trust", 9), new(Measure.RaisedBy, "local-authority/north-council", 30)], smallest: 5);
        Assert.That(figures.Table("sectors").Find("secondary-health")!.Numbers[0].Number, Is.EqualTo(12));
        Assert.That(figures.Table("agencies").Rows.Where(r => r.Key.StartsWith("secondary-health", StringComparison.Ordinal)).Select(r => r.Numbers[0].Hidden), Is.All.EqualTo(Hidden.Withheld));
        Assert.That(figures.Table("agencies").Find("local-authority/north-council")!.Numbers[0].Number, Is.EqualTo(30));
    }

    [TestCase("2026-01-01", "2025-10-01", "2025-12-31")]
    [TestCase("2026-03-31", "2025-10-01", "2025-12-31")]
    [TestCase("2026-04-01", "2026-01-01", "2026-03-31")]
    [TestCase("2026-11-22", "2026-07-01", "2026-09-30")]
    public void The_quarter_just_ended_is_the_last_whole_one_before_today(string today, string from, string to) =>
        Assert.That(Period.QuarterEndedBefore(Day(today)), Is.EqualTo(new Period(Day(from), Day(to))));

    [Test]
    public void A_board_that_reports_by_the_month_or_the_year_is_shown_the_last_one_that_is_over()
    {
        Assert.That(Period.LastEnded(FiguresEvery.Month, Day("2026-03-01")), Is.EqualTo(new Period(Day("2026-02-01"), Day("2026-02-28"))));
        Assert.That(Period.LastEnded(FiguresEvery.Year, Day("2026-01-01")), Is.EqualTo(new Period(Day("2025-01-01"), Day("2025-12-31"))));
    }

    [TestCase("2026-01-01", "2026-03-31", true)]
    [TestCase("2025-10-01", "2026-03-31", true)]
    [TestCase("2026-01-02", "2026-03-31", false)]
    [TestCase("2026-04-01", "2026-06-30", false, TestName = "A_quarter_that_is_not_over_is_none_yet")]
    public void Whole_quarters(string from, string to, bool whole) =>
        Assert.That(new Period(Day(from), Day(to)).IsWholeQuartersBefore(Day("2026-06-30")), Is.EqualTo(whole));

    [Test]
    public void A_spreadsheet_takes_no_name_for_a_formula_and_finds_every_number()
    {
        var figures = Of([new(Measure.RaisedBy, "secondary-health/county-trust", 3)]);
        var lines = FiguresCsv.Of(figures).Split("\r\n");
        Assert.That(lines, Has.Member("board,2026-01-01,2026-03-31,yes,agencies,secondary-health/county-trust,'=County Trust,Raised,3,"));
        Assert.That(lines, Has.Length.EqualTo(figures.Tables.Sum(t => t.Rows.Count * t.Columns.Count) + 2));
        Assert.That(FiguresCsv.Of(Of([new(Measure.RaisedFor, "roles", 3)], smallest: 5)), Does.Contain(",reasons,roles,Roles and responsibilities are understood differently,Raised,,fewer than 5"));
    }

    [Test]
    public void Bars_say_in_words_what_they_show_and_stay_away_where_there_is_nothing()
    {
        var table = Of([new(Measure.RaisedFor, "roles", 4), new(Measure.RaisedFor, "not-safe", 8)]).Table("reasons");
        var drawn = System.Xml.Linq.XElement.Parse(BarChart.Of(table, null)!);
        Assert.That((string?)drawn.Attribute("role"), Is.EqualTo("img"));
        Assert.That(drawn.Descendants().First(e => e.Name.LocalName == "desc").Value, Does.Contain("Roles and responsibilities are understood differently: 4."));
        Assert.That(drawn.Descendants().Where(e => e.Name.LocalName == "rect").Select(e => (string?)e.Attribute("width")), Is.EqualTo(new[] { "185.0", "92.5" }));
        Assert.That(BarChart.Of(Of([]).Table("reasons"), null), Is.Null);
    }

    private static int? Number(MonitoringFigures figures, string row) => figures.Table("summary").Find(row)!.Numbers[0].Number;

    private static MonitoringFigures Of(IEnumerable<Summed> sums, int smallest = 0) => MonitoringFigures.Of(
        new FiguresAsked(new Period(Day("2026-01-01"), Day("2026-03-31")), smallest), new Sums(sums), true, "board", "A Board", Directory, [ProcedureText.SouthGloucestershire]);
}
