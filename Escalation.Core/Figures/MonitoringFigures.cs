using System.Text.Json.Serialization;

namespace Escalation.Core.Figures;

/// <summary>What a board looks at to see how its procedure works, over a period.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Name">The board's name.</param>
/// <param name="From">The first day, in London.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Complete">False while records of before the figures were kept are still being counted: then numbers are too low.</param>
/// <param name="Smallest">Numbers above zero and below this are left out; none are where it is left out itself.</param>
public sealed record MonitoringFigures(string Board, string Name, DateOnly From, DateOnly To, bool Complete, int? Smallest, ValueList<FigureTable> Tables)
{
    public const string WhatComplete = "The figures of records from before are still being counted; numbers are too low until that is done.";

    /// <param name="directory">Every agency of the board, so that those that raised nothing stand there with a zero.</param>
    /// <param name="procedures">The board's procedures, the one in force first.</param>
    public static MonitoringFigures Of(
        FiguresAsked asked, Sums sums, bool complete, string board, string name, IReadOnlyList<Differences.Agency> directory,
        IReadOnlyList<Procedures.Procedure> procedures)
    {
        var names = new FigureNames(directory, procedures);
        var hide = new Suppression(asked.Smallest);
        var ends = EndTables.Of(sums, names, hide);
        ValueList<FigureTable> tables =
        [
            Summary.Of(sums, asked.Smallest, hide, ends.SettledIsHidden),
            .. AgencyTables.Of(sums, names, hide, asked.Agency),
            .. RaisedTables.Of(sums, names, hide),
            .. ends.Tables,
            .. WayTables.Of(sums, names, hide),
            .. AfterTables.Of(sums, names, hide),
        ];
        return new(board, name, asked.Period.From, asked.Period.To, complete, asked.Smallest > 1 ? asked.Smallest : null, tables);
    }

    [JsonIgnore]
    public Period Period => new(From, To);

    /// <exception cref="InvalidOperationException">There is no such table.</exception>
    public FigureTable Table(string id) => Tables.First(t => t.Id == id);
}

/// <summary>What figures somebody wants.</summary>
/// <param name="Smallest">Numbers above zero and below this are left out; with 0 none are.</param>
/// <param name="Agency">Only this agency's own row among the agencies; all of them if none is named.</param>
public sealed record FiguresAsked(Period Period, int Smallest = 0, string? Agency = null)
{
    /// <summary>The largest that makes sense to ask for.</summary>
    public const int MostSmallest = 20;

    /// <summary>Below this no agency is shown a number of the whole board.</summary>
    public const int SmallestForAgencies = 5;
}

/// <summary>A table of the figures.</summary>
/// <param name="Id">Stable: what others read the table by.</param>
/// <param name="About">What is counted, in a sentence.</param>
/// <param name="Columns">What the numbers of each row are.</param>
public sealed record FigureTable(string Id, string Title, string About, ValueList<string> Columns, ValueList<FigureRow> Rows)
{
    /// <summary>Whether bars say more than the numbers alone.</summary>
    [JsonIgnore]
    public bool Drawn { get; init; } = true;

    public FigureRow? Find(string key) => Rows.FirstOrDefault(r => r.Key == key);

    internal static FigureTable Of(
        string id, string title, string about, string column, IEnumerable<(string Key, string Label)> rows, IReadOnlyList<Figure> figures, bool drawn = true) =>
        new(id, title, about, [column], rows.Select((r, i) => new FigureRow(r.Key, r.Label, [figures[i]])).ToValueList()) { Drawn = drawn };
}

/// <param name="Key">Stable within the table: an id, or a name of ours.</param>
public sealed record FigureRow(string Key, string Label, ValueList<Figure> Numbers);

/// <summary>The sums of a period, by what is counted.</summary>
public sealed class Sums(IEnumerable<Summed> sums)
{
    private readonly Dictionary<Measure, Dictionary<string, int>> byMeasure = sums.GroupBy(s => s.Measure)
        .ToDictionary(g => g.Key, g => g.GroupBy(s => s.Key).ToDictionary(k => k.Key, k => k.Sum(s => s.Number)));

    public IReadOnlyDictionary<string, int> Of(Measure measure) => byMeasure.TryGetValue(measure, out var found) ? found : new Dictionary<string, int>();

    public int Of(Measure measure, string key) => Of(measure).GetValueOrDefault(key);

    public int Total(Measure measure) => Of(measure).Values.Sum();
}
