using System.Text;
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

    /// <summary>Stands beside the list from before something is erased until it was swept for and is on the list.</summary>
    private const string UnderWay = "disposals.under-way";

    /// <summary>Where the list is that belongs to a database.</summary>
    public static string PathOf(SqliteFile file) => Path.Combine(Path.GetDirectoryName(file.Path)!, FileName);

    /// <summary>Says, before something is erased, that it is going to be: whoever comes after a crash finishes it.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be said, so that nothing may be erased yet.</exception>
    internal static void Begin(SqliteFile file)
    {
        try
        {
            File.WriteAllBytes(UnderWayOf(file), []);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"{UnderWayOf(file)} cannot be written.", broken);
        }
    }

    /// <summary>Makes sure that nothing is left of the keys of all that was erased and is not on the list, and puts it there.</summary>
    /// <param name="erased">What was erased just now, with its keys.</param>
    internal static void Complete(SqliteFile file, IReadOnlyList<Erasing> erased, Statements w)
    {
        var listed = Read(PathOf(file)).Select(d => d.Difference).ToHashSet();
        var missing = w.All($"select {Rows.Head} from differences where erasure is not null", Rows.ToHead).Where(h => !listed.Contains(h.Id)).ToList();
        // The keys of what an earlier run erased are known no more and cannot be looked for.
        if (missing.Exists(h => erased.All(e => e.Head.Id != h.Id))) Sweeping.WriteAnew(file, w);
        else Sweeping.Sweep(file, erased, w);
        Append(PathOf(file), missing.Select(h => new Disposal(h.Id, h.Board, h.Card.Reference, h.Erased! with { PreparedBy = null, ApprovedBy = null })));
        File.Delete(UnderWayOf(file));
    }

    /// <summary>Whether a run was broken off between erasing and the list.</summary>
    internal static bool IsUnderWay(SqliteFile file) => File.Exists(UnderWayOf(file));

    /// <summary>Finishes what a run that was broken off began.</summary>
    internal static void Complete(SqliteFile file)
    {
        using var w = new Statements(file.Open());
        Complete(file, [], w);
    }

    /// <summary>Takes over what another list has and this folder's has not.</summary>
    /// <exception cref="RefusedException">There is no such file, or it is no such list.</exception>
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

    private static string UnderWayOf(SqliteFile file) => Path.Combine(Path.GetDirectoryName(file.Path)!, UnderWay);

    // What comes after the last line's end was being written when something stopped it: it is written again, as it is not on the list.
    private static IReadOnlyList<Disposal> Read(string path)
    {
        if (!File.Exists(path)) return [];
        var lines = File.ReadAllText(path).Split('\n');
        return [.. lines[..^1].Select((line, i) => Parse(line) ?? throw new RefusedException($"{path}: line {i + 1} says nothing of a disposal."))];
    }

    private static Disposal? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Disposal>(line, FactJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Append(string path, IEnumerable<Disposal> disposals)
    {
        var lines = string.Concat(disposals.Select(d => JsonSerializer.Serialize(d, FactJson.Options) + "\n"));
        if (lines.Length == 0) return;
        var whole = File.Exists(path) ? File.ReadAllBytes(path).AsSpan().LastIndexOf((byte)'\n') + 1 : 0;
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(whole);
        file.Seek(whole, SeekOrigin.Begin);
        file.Write(Encoding.UTF8.GetBytes(lines));
        file.Flush(flushToDisk: true);
    }

    /// <summary>A line of the list.</summary>
    private sealed record Disposal(string Difference, string Board, string Reference, Erasure Erasure);
}
