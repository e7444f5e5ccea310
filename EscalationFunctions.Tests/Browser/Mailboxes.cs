using System.Text;
using System.Text.RegularExpressions;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Browser;

/// <summary>The letters that went out, as whoever gets them reads them.</summary>
internal sealed class Mailboxes(string folder)
{
    /// <summary>All of them, the latest last.</summary>
    public IReadOnlyList<ReadLetter> All => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => ReadLetter.Of(f.Name, File.ReadAllText(f.FullName)))]
        : [];

    /// <summary>What one person was written to about differences, and their codes. Reports come by the hour of the day, whatever a story is about.</summary>
    public IEnumerable<ReadLetter> To(string email) => All.Where(l => l.To == email && !l.IsReport);

    /// <summary>The letter that comes to the person and was not there before.</summary>
    public async Task<ReadLetter> ArrivesAsync(string email, IReadOnlyCollection<string> before, CancellationToken cancel)
    {
        ReadLetter? arrived = null;
        await Eventually.TrueAsync(() => Task.FromResult((arrived = To(email).FirstOrDefault(l => !before.Contains(l.File))) is not null), cancel);
        return arrived!;
    }
}

/// <param name="File">The name of its file, which stays the same when it comes again.</param>
/// <param name="Text">The first of its parts, which is in plain words.</param>
/// <param name="Everything">All of its parts.</param>
internal sealed partial record ReadLetter(string File, string To, string Subject, string Text, string Everything)
{
    public IReadOnlyList<Uri> Links => [.. Address().Matches(Text).Select(m => new Uri(m.Value)).Distinct()];

    public bool IsReport => File.StartsWith("overdue.", StringComparison.Ordinal);

    /// <summary>The six figures of a letter with a code.</summary>
    public string Code => CodeFigures().Match(Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    public static ReadLetter Of(string file, string raw)
    {
        var (headers, body) = Parted(raw.ReplaceLineEndings("\n"));
        string[] parts = [.. PartsOf(headers, body)];
        return new(file, headers["to"].Trim('<', '>'), Decoded(headers["subject"]), parts[0], string.Join('\n', parts));
    }

    private static IEnumerable<string> PartsOf(Dictionary<string, string> headers, string body)
    {
        if (Boundary().Match(headers.GetValueOrDefault("content-type", "")) is { Success: true } boundary)
            return body.Split($"--{boundary.Groups[1].Value}")[1..^1].SelectMany(part =>
            {
                var (inner, content) = Parted(part.TrimStart('\n'));
                return PartsOf(inner, content);
            });
        return
        [
            headers.GetValueOrDefault("content-transfer-encoding", "7bit").ToLowerInvariant() switch
            {
                "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "quoted-printable" => Encoding.UTF8.GetString(Unquoted(body)),
                _ => body,
            },
        ];
    }

    private static (Dictionary<string, string> Headers, string Body) Parted(string part)
    {
        var (head, body) = part.Split("\n\n", 2) is [var before, var after] ? (before, after) : (part, "");
        return (Folded().Replace(head, " ").Split('\n').Select(h => h.Split(':', 2)).ToDictionary(h => h[0].ToLowerInvariant(), h => h[1].Trim()), body);
    }

    private static byte[] Unquoted(string body)
    {
        var joined = body.Replace("=\n", "", StringComparison.Ordinal);
        List<byte> bytes = [];
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=' && i + 2 < joined.Length)
            {
                bytes.Add(Convert.ToByte(joined[(i + 1)..(i + 3)], 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return [.. bytes];
    }

    // Between two encoded words the space is not part of the text (RFC 2047, 6.2).
    private static string Decoded(string subject) =>
        EncodedWord().Replace(BetweenWords().Replace(subject, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"Your code is (\d{3} \d{3})")]
    private static partial Regex CodeFigures();

    [GeneratedRegex(@"boundary=""?([^"";\s]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
