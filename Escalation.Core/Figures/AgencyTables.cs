namespace Escalation.Core.Figures;

/// <summary>
/// Who raises differences, with whom, and who never does. Where small numbers are left out, sectors go first: nothing is shown of the
/// agencies of a sector whose own number is left out, and within the others no agency can be reckoned from its sector.
/// </summary>
internal static class AgencyTables
{
    private static readonly Measure[] Sides = [Measure.RaisedBy, Measure.RespondedBy, Measure.InvolvedBy];

    private static readonly ValueList<string> Columns = ["Raised", "Responding", "Also involved"];

    /// <param name="only">The agency whose own row alone is shown, unprotected from itself; then sectors are left out, for they would tell of its neighbours.</param>
    public static IEnumerable<FigureTable> Of(Sums sums, FigureNames names, Suppression hide, string? only)
    {
        var agencies = names.Agencies([.. Sides.Select(s => sums.Of(s).Keys)]);
        var shown = Sides.Select(side => Column(side, agencies, sums, hide)).ToList();
        if (only is null) yield return Sectors(sums, names, shown);
        yield return new("agencies", only is null ? "By organisation" : "Your organisation",
            "Differences that each organisation raised, was asked to respond to, or was also involved in, by the day on which it came to be so.", Columns,
            agencies.Select((a, i) => (Agency: a, Place: i)).Where(a => only is null || Keys.Parted(a.Agency.Key).Agency == only)
                .Select(a => new FigureRow(a.Agency.Key, a.Agency.Label,
                    Sides.Select((side, s) => only is null ? shown[s].Agencies[a.Place] : new Figure(sums.Of(side, a.Agency.Key))).ToValueList())).ToValueList());
    }

    private static FigureTable Sectors(Sums sums, FigureNames names, List<(IReadOnlyDictionary<string, Figure> Sectors, IReadOnlyList<Figure> Agencies)> shown)
    {
        var sectors = names.Sectors([.. Sides.Select(s => sums.Of(s).Keys.Select(k => Keys.Parted(k).Sector))]);
        return new("sectors", "By kind of organisation", "Differences by the kind of organisation that raised them, was asked to respond, or was also involved, once for each organisation.", Columns,
            sectors.Select(s => new FigureRow(s.Key, s.Label, shown.Select(c => c.Sectors.GetValueOrDefault(s.Key, new Figure(0))).ToValueList())).ToValueList());
    }

    private static (IReadOnlyDictionary<string, Figure> Sectors, IReadOnlyList<Figure> Agencies) Column(
        Measure side, IReadOnlyList<(string Key, string Sector, string Label)> agencies, Sums sums, Suppression hide)
    {
        var groups = agencies.Select((a, i) => (a.Sector, Place: i, Number: sums.Of(side, a.Key))).GroupBy(a => a.Sector).ToList();
        var totals = hide.Parts([.. groups.Select(g => g.Sum(a => a.Number))]);
        var figures = new Figure[agencies.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            var parts = hide.Parts([.. groups[i].Select(a => a.Number)], totals[i].Hidden is not null);
            foreach (var (agency, figure) in groups[i].Zip(parts)) figures[agency.Place] = figure;
        }

        return (groups.Select((g, i) => (g.Key, Figure: totals[i])).ToDictionary(t => t.Key, t => t.Figure), figures);
    }
}
