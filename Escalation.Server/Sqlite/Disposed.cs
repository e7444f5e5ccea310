using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>
/// The list of what was disposed of, in a file beside the database: only ever added to, and without personal data. A backup from before
/// a disposal has the key; whoever opens a folder with this list in it disposes of that again, before anybody can read it.
/// </summary>
public static class Disposed
{
    public const string FileName = "disposals.log";

    /// <summary>Where the list is that belongs to a database.</summary>
    public static string PathOf(SqliteFile file) => Path.Combine(Path.GetDirectoryName(file.Path)!, FileName);

    internal static void Add(SqliteFile file, IReadOnlyList<Erasing> erased) =>
        Append(PathOf(file), erased.Select(e => new Disposal(e.Head.Id, e.Head.Board, e.Head.Card.Reference, e.Erasure with { PreparedBy = null, ApprovedBy = null })));

    /// <summary>Takes over what another list has and this folder's has not.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    /// <exception cref="JsonException">It is no such list.</exception>
    public static void TakeOver(string from, SqliteFile to)
    {
        if (!File.Exists(from)) throw new RefusedException($"{from}: there is no such file.");
        var known = Read(PathOf(to)).Select(d => d.Difference).ToHashSet();
        Append(PathOf(to), Read(from).Where(d => !known.Contains(d.Difference)));
    }

    /// <summary>Disposes again of all that is on the list and has its key, as it has in a backup from before.</summary>
    /// <returns>How many.</returns>
    public static int Enforce(SqliteFile file)
    {
        var list = Read(PathOf(file));
        if (list.Count == 0) return 0;
        using var w = new Statements(file.Open());
        var back = list.Where(d => w.Number("select 1 from differences where id = ?1 and key is not null", d.Difference) is not null).ToList();
        if (back.Count == 0) return 0;
        var keys = back.Select(d => new Erasing(HeadOf(d, w), d.Erasure)).ToList();
        w.Write(() => back.Count(d => Erasures.EraseAgain(d.Difference, d.Erasure, w)));
        Sweeping.Sweep(file, keys, w);
        return back.Count;
    }

    private static Head HeadOf(Disposal disposal, Statements w) =>
        w.First($"select {Rows.Head} from differences where id = ?1", Rows.ToHead, disposal.Difference)!;

    private static List<Disposal> Read(string path) => File.Exists(path)
        ? [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Disposal>(l, FactJson.Options)!)]
        : [];

    private static void Append(string path, IEnumerable<Disposal> disposals)
    {
        var lines = disposals.Select(d => JsonSerializer.Serialize(d, FactJson.Options)).ToList();
        if (lines.Count == 0) return;
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        using var text = new StreamWriter(file) { NewLine = "\n" };
        foreach (var line in lines) text.WriteLine(line);
        text.Flush();
        file.Flush(flushToDisk: true);
    }

    /// <summary>A line of the list.</summary>
    private sealed record Disposal(string Difference, string Board, string Reference, Erasure Erasure);
}
