using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Figures;

/// <summary>A quarter of a busy board as it is printed, sent and read by programs: whole, with small numbers left out, and as one agency sees it.</summary>
public sealed class WrittenFiguresTests
{
    private const string Folder = "EscalationFunctions.Tests/Core/Figures";

    private static readonly Agency[] Directory =
    [
        new("north-council", "North Council", "local-authority"), new("riverside-care", "Riverside Care", "care-provider"),
        new("county-trust", "County Trust", "secondary-health"), new("other-trust", "Other Trust", "secondary-health"), new("silent-home", "Silent Home", "care-provider"),
    ];

    private static readonly Summed[] Quarter =
    [
        new(Measure.Raised, "", 31), new(Measure.RaisedAtRisk, "", 6), new(Measure.RiskMarked, "", 2), new(Measure.Reopened, "", 1), new(Measure.Open, "", 9),
        new(Measure.RaisedBy, "local-authority/north-council", 14), new(Measure.RaisedBy, "secondary-health/county-trust", 11), new(Measure.RaisedBy, "police/gone-force", 6),
        new(Measure.RespondedBy, "care-provider/riverside-care", 22), new(Measure.RespondedBy, "secondary-health/other-trust", 7), new(Measure.RespondedBy, "secondary-health/north-council", 2),
        new(Measure.InvolvedBy, "secondary-health/county-trust", 3), new(Measure.InvolvedBy, "transport/ferry", 1),
        new(Measure.RaisedFor, "roles", 9), new(Measure.RaisedFor, "not-safe", 18), new(Measure.RaisedFor, "none", 3), new(Measure.RaisedFor, "of-old", 1),
        new(Measure.BeganAt, "1", 24), new(Measure.BeganAt, "3", 6), new(Measure.BeganAt, "none", 1),
        new(Measure.Ended, Ends.ByAgreement, 15), new(Measure.Ended, Ends.ByDecision, 5), new(Measure.Ended, Ends.Withdrawn, 6), new(Measure.Ended, Ends.SentElsewhere, 7),
        new(Measure.EndedAfterClock, "", 8), new(Measure.SettledAt, "1", 6), new(Measure.SettledAt, "2", 9), new(Measure.SettledAt, "4", 5),
        new(Measure.DaysTaken, "0", 5), new(Measure.DaysTaken, "1", 1), new(Measure.DaysTaken, "2", 6), new(Measure.DaysTaken, "10", 1), new(Measure.DaysTaken, "11", 2),
        new(Measure.DaysTaken, "15", 1), new(Measure.DaysTaken, "16", 1), new(Measure.DaysTaken, "60", 1), new(Measure.DaysTaken, "61", 1), new(Measure.DaysTaken, "300", 1),
        new(Measure.InTime, Keys.Within, 13), new(Measure.InTime, Keys.Beyond, 7), new(Measure.FirstByClock, "", 12), new(Measure.ByClock, "1", 12), new(Measure.ByClock, "2", 8),
        new(Measure.ByPeople, "1", 5), new(Measure.ByPeople, "3", 6), new(Measure.TimeAgreed, Keys.Extension, 5), new(Measure.TimeAgreed, Keys.FirstDate, 1),
        new(Measure.FormSubmitted, "monitoring", 17), new(Measure.Effectiveness, "1", 1), new(Measure.Effectiveness, "4", 8), new(Measure.Effectiveness, "5", 6),
        new(Measure.LearningFor, "roles", 5), new(Measure.LearningFor, "none", 2), new(Measure.LearningFrom, "local-authority", 7),
        new(Measure.ActionsDue, "", 14), new(Measure.ActionsDone, Keys.InTime, 9), new(Measure.ActionsDone, Keys.Late, 5), new(Measure.ActionsOpen, "", 6),
        new(Measure.Debrief, "offered", 5), new(Measure.Debrief, "held", 2), new(Measure.Flagged, "deadline-passed", 6), new(Measure.Flagged, Keys.NoContact, 4),
    ];

    [Test]
    public void The_figures_read_as_approved_in_plain_text() => Approved.Matches(
        string.Join("\n\n", FiguresText.Of(Of(0)), FiguresText.Of(Of(5)), FiguresText.Of(Of(5, "county-trust", complete: false)), FiguresText.Of(Of(1, sums: []))),
        $"{Folder}/figures.approved.txt");

    [Test]
    public void They_read_as_approved_as_a_document_of_several_boards() =>
        Approved.Matches(FiguresHtml.Of(Of(0), Of(5, complete: false) with { Board = "other", Name = "Other & Sons" }), $"{Folder}/figures.approved.html");

    [Test]
    public void They_read_as_approved_as_json_and_as_a_spreadsheet()
    {
        Approved.Matches(FiguresJson.Of(Of(5, complete: false)), $"{Folder}/figures.approved.json");
        Approved.Matches(FiguresCsv.Of(Of(0), Of(5, complete: false)).Replace("\r\n", "\n", StringComparison.Ordinal), $"{Folder}/figures.approved.csv");
    }

    private static MonitoringFigures Of(int smallest, string? agency = null, bool complete = true, Summed[]? sums = null) => MonitoringFigures.Of(
        new FiguresAsked(new Period(Day("2026-01-01"), Day("2026-03-31")), smallest, agency), new Sums(sums ?? Quarter), complete, "severnside", "Severnside SAB", Directory,
        [SouthGloucestershire, Somerset]);
}
