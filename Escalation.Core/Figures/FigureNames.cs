using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Figures;

/// <summary>
/// Every row that a table has, by the words that people know: first what the procedure in force and the directory have, also where nothing
/// was counted of it, then what only older records know.
/// </summary>
internal sealed class FigureNames(IReadOnlyList<Agency> directory, IReadOnlyList<Procedure> procedures)
{
    private const string NoReason = "No reason was given";

    public IReadOnlyList<(string Key, string Label)> Sectors(params IEnumerable<string>[] counted) =>
        Rows(procedures[0].Sectors.Select(s => (s.Id, s.Title)), procedures.SelectMany(p => p.Sectors).Select(s => (s.Id, s.Title)), counted);

    public IReadOnlyList<(string Key, string Label)> Reasons(IEnumerable<string> counted) => Rows(
        procedures[0].Reasons.Select(r => (r.Id, r.Title)),
        procedures.SelectMany(p => p.Reasons).Select(r => (r.Id, r.Title)).Append((Keys.None, NoReason)), counted);

    public IReadOnlyList<(string Key, string Label)> Stages(params IEnumerable<string>[] counted) => Rows(
        procedures[0].Stages.Select(s => (s.Id, $"Stage {s.Id}: {s.Title}")),
        procedures.SelectMany(p => p.Stages).Select(s => (s.Id, $"Stage {s.Id}: {s.Title}")).Append((Keys.None, "Sent elsewhere when it was raised")), counted);

    public IReadOnlyList<(string Key, string Label)> Forms(IEnumerable<string> counted) =>
        Rows(procedures[0].Forms.Select(f => (f.Id, f.Title)), procedures.SelectMany(p => p.Forms).Select(f => (f.Id, f.Title)), counted);

    /// <summary>Agencies of the directory, each in its sector, and those that were counted in another sector or are no longer there.</summary>
    public IReadOnlyList<(string Key, string Sector, string Label)> Agencies(params IEnumerable<string>[] counted)
    {
        var ours = directory.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase).Select(a => (Key: Keys.Of(a.Sector, a.Id), a.Name)).ToList();
        return [.. Rows(ours, ours, counted).Select(r => (r.Key, Keys.Parted(r.Key).Sector, r.Label == r.Key ? LabelOf(Keys.Parted(r.Key)) : r.Label))];
    }

    private string LabelOf((string Sector, string Agency) past)
    {
        var name = directory.FirstOrDefault(a => a.Id == past.Agency)?.Name;
        var sector = procedures.SelectMany(p => p.Sectors).FirstOrDefault(s => s.Id == past.Sector)?.Title ?? past.Sector;
        return name is null ? $"{past.Agency} (no longer in the directory)" : $"{name} (when it belonged to: {sector})";
    }

    private static List<(string Key, string Label)> Rows(
        IEnumerable<(string Key, string Label)> always, IEnumerable<(string Key, string Label)> known, params IEnumerable<string>[] counted)
    {
        var rows = always.DistinctBy(r => r.Key).ToList();
        var labels = known.DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.Label);
        rows.AddRange(counted.SelectMany(c => c).Distinct().Order(StringComparer.Ordinal).Where(key => rows.All(r => r.Key != key)).ToList()
            .Select(key => (key, labels.GetValueOrDefault(key, key))));
        return rows;
    }
}
