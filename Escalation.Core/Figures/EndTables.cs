namespace Escalation.Core.Figures;

/// <summary>How differences ended, at which stage, and how long it took.</summary>
internal static class EndTables
{
    /// <summary>From here on days are put together, so that a table stays one that can be read.</summary>
    private static readonly (int From, int To)[] Bands =
        [.. Enumerable.Range(0, 11).Select(d => (d, d)), (11, 15), (16, 20), (21, 40), (41, 60), (61, int.MaxValue)];

    private static readonly (string Key, string Label)[] Ways = [("settled", "Settled and closed"), (Ends.Withdrawn, "Withdrawn"), (Ends.SentElsewhere, "Sent where it belongs")];

    private static readonly (string Key, string Label)[] By = [(Ends.ByAgreement, "By agreement"), (Ends.ByDecision, "By a binding decision")];

    public static (IReadOnlyList<FigureTable> Tables, bool SettledIsHidden) Of(Sums sums, FigureNames names, Suppression hide)
    {
        var settled = By.Sum(b => sums.Of(Measure.Ended, b.Key));
        var ways = hide.Parts([settled, sums.Of(Measure.Ended, Ends.Withdrawn), sums.Of(Measure.Ended, Ends.SentElsewhere)]);
        // The tables below add up to what was settled, so that they show nothing where that is left out.
        var hidden = ways[0].Hidden is not null;
        var stages = names.Stages(sums.Of(Measure.SettledAt).Keys);
        return (
        [
            FigureTable.Of("ended", "How they ended", "Differences that ended, by the day on which they did. One that was opened again can end again.", "Ended", Ways, ways),
            FigureTable.Of("settled-by", "Settled by whom", "Settled differences, by how the outcome came about.", "Settled",
                By, hide.Parts([.. By.Select(b => sums.Of(Measure.Ended, b.Key))], hidden), drawn: false),
            FigureTable.Of("settled-at", "Stage of resolution", "Settled differences, by the stage at which the outcome was settled.", "Settled",
                stages, hide.Parts([.. stages.Select(s => sums.Of(Measure.SettledAt, s.Key))], hidden)),
            Days(sums, hide, hidden),
        ], hidden);
    }

    private static FigureTable Days(Sums sums, Suppression hide, bool hidden)
    {
        var numbers = Bands.Select(b => sums.Of(Measure.DaysTaken).Where(d => int.Parse(d.Key, System.Globalization.CultureInfo.InvariantCulture) is var days && days >= b.From && days <= b.To).Sum(d => d.Value));
        return FigureTable.Of("days-taken", "Working days taken", "Settled differences, by working days from the day on which the concern was first considered to the day on which the outcome was settled.",
            "Settled", Bands.Select(b => (KeyOf(b), LabelOf(b))), hide.Parts([.. numbers], hidden));
    }

    private static string KeyOf((int From, int To) band) => band.From == band.To ? $"{band.From}" : band.To == int.MaxValue ? $"{band.From}+" : $"{band.From}-{band.To}";

    private static string LabelOf((int From, int To) band) => band switch
    {
        (0, _) => "The same day",
        (1, _) => "1 working day",
        (var from, int.MaxValue) => $"{from} working days or more",
        var (from, to) => from == to ? $"{from} working days" : $"{from} to {to} working days",
    };
}
