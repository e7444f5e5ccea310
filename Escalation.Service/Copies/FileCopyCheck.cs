using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Service.Copies;

/// <summary>
/// Checks a file copy by itself: that its chain holds, that what people read in it is what the chain is over, and that nothing beside it
/// was changed. Whoever made up a whole record of their own would pass; that shows when its last link is compared with another party's
/// copy, or with the board's database.
/// </summary>
public static class FileCopyCheck
{
    /// <returns>The copy, if it could be read; every problem in a sentence, none where it holds.</returns>
    public static (FileCopy? Copy, IReadOnlyList<string> Problems) Of(ReadOnlySpan<byte> file)
    {
        try
        {
            var copy = JsonSerializer.Deserialize<FileCopy>(file, FactJson.Options)!;
            return (copy, [.. ProblemsOf(copy)]);
        }
        catch (JsonException broken)
        {
            return (null, [$"It is no file copy: {broken.Message}"]);
        }
    }

    private static IEnumerable<string> ProblemsOf(FileCopy copy)
    {
        if (copy.Format != FileCopy.Form) yield return $"Its format is '{copy.Format}'; this program knows '{FileCopy.Form}'.";
        if (Copies.FileCopies.DigestOf(copy) != copy.Digest) yield return "Something in it is not what it was when it was made: its digest is another one.";
        if (copy.Length != copy.Lines.Count) yield return $"It has {copy.Lines.Count} entries and should have {copy.Length}.";
        if (copy.Lines.Count == 0) yield break;
        if (copy.Lines[^1].Link != copy.Link) yield return "The last entry is not the one that it ends with.";
        foreach (var problem in ProblemsOfLines(copy)) yield return problem;
        if (copy.Lines[0].Entry.Fact is not Fact.Raised raised) yield return "It does not begin with how the difference was raised.";
        else if ((raised.Reference, raised.Procedure, raised.Version) != (copy.Reference, copy.Procedure, copy.ProcedureVersion))
            yield return "Reference or procedure are not those under which it was raised.";
    }

    private static IEnumerable<string> ProblemsOfLines(FileCopy copy)
    {
        using var key = KeyOf(copy, out var noKey);
        if (noKey is not null) yield return noKey;
        var link = Chain.Beginning(copy.Difference);
        for (var i = 0; i < copy.Lines.Count; i++)
        {
            var line = copy.Lines[i];
            if (BytesOf(line.Secret) is not { } secret)
            {
                yield return $"Entry {i + 1}: its encrypted part cannot be read.";
                yield break;
            }

            var open = Encoding.UTF8.GetBytes(line.Open);
            link = Chain.Link(link, i + 1, open, secret);
            if (line.Number != i + 1 || Convert.ToHexStringLower(link) != line.Link)
            {
                yield return $"Entry {i + 1} does not follow from those before it.";
                yield break;
            }

            if (noKey is null && WhyNotSame(new Line(line.Number, open, secret, link), line.Entry, key) is { } why) yield return $"Entry {i + 1}: {why}";
        }
    }

    private static Seal.OwnKey? KeyOf(FileCopy copy, out string? problem)
    {
        problem = null;
        if (copy.Key is null) return null;
        if (BytesOf(copy.Key) is { Length: 32 } bytes) return new Seal.OwnKey(bytes);
        problem = "Its key cannot be read.";
        return null;
    }

    private static string? WhyNotSame(Line line, Entry read, Seal.OwnKey? key)
    {
        try
        {
            return FactJson.Write(Bookkeeping.ToEntry(line, key)) == FactJson.Write(read) ? null : "what it says is not what was recorded.";
        }
        catch (CryptographicException)
        {
            return "what is personal in it cannot be read with the copy's key.";
        }
        catch (JsonException)
        {
            return "its open part is no entry.";
        }
    }

    private static byte[]? BytesOf(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }
}
