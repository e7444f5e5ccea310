using System.Globalization;

namespace Escalation.Service.Desk;

/// <summary>
/// Walks the chain of every difference and says what does not hold: a line that was changed or lost behind the service's back, or a
/// record that no longer has what an earlier checkpoint had. Needs no key, so that anybody who has the folder can do it.
/// </summary>
public sealed class Audit(IJournal journal)
{
    private const int AtOnce = 500;

    public async Task<AuditReport> WalkAsync(IReadOnlyDictionary<string, Mark> earlier, CancellationToken cancel)
    {
        var marks = new Dictionary<string, Mark>();
        var problems = new List<string>();
        var lines = 0L;
        await foreach (var kept in AllAsync(cancel))
        {
            lines += kept.Lines.Count;
            marks[kept.Head.Id] = new Mark(kept.Head.Length, Convert.ToHexStringLower(kept.Head.Link));
            problems.AddRange(ProblemsOf(kept, earlier.GetValueOrDefault(kept.Head.Id)));
        }

        problems.AddRange(earlier.Keys.Where(id => !marks.ContainsKey(id)).Select(id => $"{id}: is in the checkpoint and is gone."));
        return new AuditReport(marks, lines, problems);
    }

    internal static IEnumerable<string> ProblemsOf(Kept kept, Mark? earlier)
    {
        var (head, lines) = (kept.Head, kept.Lines);
        if (lines.Count != head.Length) yield return $"{head.Id}: has {lines.Count} entries and should have {head.Length}.";
        if (Chain.FirstBroken(head.Id, lines) is var broken and > 0) yield return $"{head.Id}: entry {broken} does not follow from those before it.";
        else if (lines.Count > 0 && !lines[^1].Link.AsSpan().SequenceEqual(head.Link)) yield return $"{head.Id}: the last entry is not the one that was kept last.";
        if (earlier is null) yield break;
        if (earlier.Length > lines.Count) yield return $"{head.Id}: had {earlier.Length} entries at the checkpoint and has {lines.Count}.";
        else if (Convert.ToHexStringLower(lines[earlier.Length - 1].Link) != earlier.Link)
            yield return $"{head.Id}: entry {earlier.Length} is not what it was at the checkpoint.";
    }

    private async IAsyncEnumerable<Kept> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = await journal.IdsAsync("", AtOnce, cancel); page.Count > 0; page = await journal.IdsAsync(page[^1], AtOnce, cancel))
            foreach (var id in page)
                if (await journal.FindAsync(id, cancel) is { } kept) yield return kept;
    }
}

/// <summary>What a walk over all records found.</summary>
/// <param name="Marks">How far each difference has come: a checkpoint, if it is kept elsewhere.</param>
public sealed record AuditReport(IReadOnlyDictionary<string, Mark> Marks, long Lines, IReadOnlyList<string> Problems);

/// <summary>How far a record had come: its length and its last link in hexadecimal.</summary>
public sealed record Mark(int Length, string Link)
{
    /// <summary>A line of a checkpoint: id, length and link, parted by blanks.</summary>
    public string ToLine(string id) => string.Create(CultureInfo.InvariantCulture, $"{id} {Length} {Link}");

    /// <exception cref="FormatException">It is no line of a checkpoint.</exception>
    public static (string Id, Mark Mark) Parse(string line) => line.Split(' ') is [var id, var length, { Length: 64 } link]
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (id, new Mark(number, link))
            : throw new FormatException($"'{line}' is no line of a checkpoint: id, number of entries and link, parted by blanks.");
}
