using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Service.Copies;

/// <summary>Makes file copies of records.</summary>
public sealed class FileCopies(IJournal journal, Bookkeeping books, TimeProvider clock)
{
    /// <param name="by">Whom it is made for.</param>
    /// <returns>None if there is no such difference.</returns>
    public async Task<FileCopy?> MakeAsync(string difference, string by, CancellationToken cancel)
    {
        if (await journal.FindAsync(difference, cancel) is not { } kept) return null;
        var (head, entries) = (kept.Head, books.ToEntries(kept));
        var raised = (Fact.Raised)entries[0].Fact;
        var copy = new FileCopy(
            FileCopy.Form, head.Board, head.Id, raised.Reference, raised.Procedure, raised.Version, clock.GetUtcNow(), by, kept.Lines.Count,
            Convert.ToHexStringLower(kept.Lines[^1].Link), [.. kept.Lines.Zip(entries, ToLine)], "",
            books.KeyOf(head) is { } key ? Convert.ToBase64String(key) : null);
        return copy with { Digest = DigestOf(copy) };
    }

    public static byte[] ToJson(FileCopy copy) => JsonSerializer.SerializeToUtf8Bytes(copy, FactJson.Options);

    internal static string DigestOf(FileCopy copy) => Convert.ToHexStringLower(SHA256.HashData(ToJson(copy with { Digest = "" })));

    private static CopiedLine ToLine(Line line, Entry entry) => new(
        entry, line.Number, Encoding.UTF8.GetString(line.Open), Convert.ToBase64String(line.Secret), Convert.ToHexStringLower(line.Link));
}
