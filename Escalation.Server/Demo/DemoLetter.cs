using System.Globalization;
using System.Text;

namespace Escalation.Server.Demo;

/// <summary>A letter that would have gone out, read back from its file. Knows no more of mail than the service writes.</summary>
internal sealed record DemoLetter(string Name, string To, string Subject, DateTimeOffset Date, string Text, string? Html, string? Calendar)
{
    public static DemoLetter Read(FileInfo file)
    {
        var (head, body) = Part(File.ReadAllText(file.FullName).ReplaceLineEndings("\n"));
        var parts = Leaves(head, body).ToList();
        return new DemoLetter(
            file.Name, head.GetValueOrDefault("to", "").Trim('<', '>'), Words(head.GetValueOrDefault("subject", "")),
            DateTimeOffset.Parse(head["date"], CultureInfo.InvariantCulture),
            parts.FirstOrDefault(p => p.Type == "text/plain").Text ?? "", Find("text/html"), Find("text/calendar"));

        string? Find(string type) => parts.Where(p => p.Type == type).Select(p => p.Text).FirstOrDefault();
    }

    private static (Dictionary<string, string> Head, string Body) Part(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // A line that begins with a blank goes on with the one before.
        foreach (var line in text[..end].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) head[line[..colon]] = line[(colon + 1)..].Trim();
        return (head, text[(end + 2)..]);
    }

    private static IEnumerable<(string Type, string Text)> Leaves(Dictionary<string, string> head, string body)
    {
        var type = head.GetValueOrDefault("content-type", "text/plain");
        if (!type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            yield return (type.Split(';')[0].Trim(), Decoded(body, head.GetValueOrDefault("content-transfer-encoding", "")));
            yield break;
        }

        var boundary = type[(type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) + "boundary=".Length)..].Split(';')[0].Trim('"');
        foreach (var piece in body.Split($"--{boundary}").Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal)))
        {
            var (inner, text) = Part(piece.TrimStart('\n'));
            foreach (var leaf in Leaves(inner, text)) yield return leaf;
        }
    }

    private static string Decoded(string body, string encoding) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
        "quoted-printable" => Encoding.UTF8.GetString(Unquoted(body.Replace("=\n", "", StringComparison.Ordinal))),
        _ => body,
    };

    private static byte[] Unquoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }

        return [.. bytes];
    }

    /// <summary>Words that are not plain ASCII (RFC 2047), in the one form in which they are written.</summary>
    private static string Words(string subject) => string.Concat(subject.Split("=?utf-8?B?").Select((piece, i) =>
        i == 0 ? piece : Encoding.UTF8.GetString(Convert.FromBase64String(piece[..piece.IndexOf("?=", StringComparison.Ordinal)]))));
}
