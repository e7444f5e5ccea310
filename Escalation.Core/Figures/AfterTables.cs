namespace Escalation.Core.Figures;

/// <summary>What came after the outcome: how the procedure was found to work, what the board can learn, what was done.</summary>
internal static class AfterTables
{
    private static readonly (string Key, string Label)[] Effectiveness =
        [("1", "1: not at all"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5: very well")];

    private static readonly (string Key, string Label)[] Debriefs = [("offered", "Offered"), ("accepted", "Accepted"), ("declined", "Declined"), ("held", "Held")];

    private static readonly (string Key, string Label)[] Actions =
        [("due", "Due in this time"), ("done-in-time", "Done in this time, by their day"), ("done-late", "Done in this time, after their day"), ("open", "Not done at the end of this time")];

    public static IEnumerable<FigureTable> Of(Sums sums, FigureNames names, Suppression hide)
    {
        yield return Table("effectiveness", "How well the procedure worked", "What organisations said afterwards, from 1 to 5.", "Times", Effectiveness, Measure.Effectiveness);
        yield return Table("learning-reasons", "Issues passed to the board, by reason", "By the reason for which the difference had been raised.", "Issues",
            names.Reasons(sums.Of(Measure.LearningFor).Keys), Measure.LearningFor);
        yield return Table("learning-sectors", "Issues passed to the board, by kind of organisation", "By the kind of organisation that had raised the difference.", "Issues",
            names.Sectors(sums.Of(Measure.LearningFrom).Keys), Measure.LearningFrom);
        yield return FigureTable.Of("actions", "Agreed actions", "Actions that organisations took on when an outcome was settled.", "Actions", Actions, ActionFigures(sums, hide), drawn: false);
        yield return Table("debriefs", "Debriefs", "Reflective debriefs after a difference.", "Times", Debriefs, Measure.Debrief, drawn: false);

        FigureTable Table(string id, string title, string about, string column, IReadOnlyList<(string Key, string Label)> rows, Measure measure, bool drawn = true) =>
            FigureTable.Of(id, title, about, column, rows, hide.Parts([.. rows.Select(r => sums.Of(measure, r.Key))]), drawn);
    }

    // Each is a number of its own, but those that were done in time and late are parts of one.
    private static IReadOnlyList<Figure> ActionFigures(Sums sums, Suppression hide)
    {
        var done = hide.Parts([sums.Of(Measure.ActionsDone, Keys.InTime), sums.Of(Measure.ActionsDone, Keys.Late)]);
        return [hide.Alone(sums.Total(Measure.ActionsDue)), done[0], done[1], hide.Alone(sums.Total(Measure.ActionsOpen))];
    }
}
