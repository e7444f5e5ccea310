using System.Security.Cryptography;
using System.Text;

namespace Escalation.Service.Delivery;

/// <summary>
/// A part of a message, or several together (RFC 2045, RFC 2046): its header lines and its body. Whatever the text, it is made of ASCII in
/// short lines, so that every server can pass it on and none has to change it.
/// </summary>
internal sealed record MimePart(IReadOnlyList<string> Headers, string Body)
{
    /// <summary>Lines may have 998 characters (RFC 5322); some programs count the line break.</summary>
    private const int LongestLine = 900;

    private const int LongestQuoted = 76;

    private const string Break = "\r\n";

    /// <param name="type">"text/plain", with more parameters if it has any; the character set is added.</param>
    public static MimePart Text(string type, string text, string? attachedAs = null)
    {
        var lines = LinesOf(text);
        var plain = lines.All(line => line.Length <= LongestLine && line.All(c => c is '\t' or >= ' ' and <= '~'));
        List<string> headers = [$"Content-Type: {type}; charset=utf-8", $"Content-Transfer-Encoding: {(plain ? "7bit" : "quoted-printable")}"];
        if (attachedAs is not null) headers.Add($"Content-Disposition: attachment; filename=\"{attachedAs}\"");
        return new MimePart(headers, string.Join(Break, plain ? lines : lines.SelectMany(Quoted)));
    }

    /// <param name="kind">"alternative" or "mixed".</param>
    public static MimePart Together(string kind, params ReadOnlySpan<MimePart> parts)
    {
        var whole = string.Concat(parts.ToArray().Select(part => $"--{Break}{part}{Break}"));
        // Made of what it parts, so that it cannot be found in it, and the same letter is always the same message.
        var boundary = $"=_{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..32]}";
        var body = string.Concat(parts.ToArray().Select(part => $"--{boundary}{Break}{part}{Break}")) + $"--{boundary}--{Break}";
        return new MimePart([$"Content-Type: multipart/{kind}; boundary=\"{boundary}\""], body);
    }

    public override string ToString() => $"{string.Join(Break, Headers)}{Break}{Break}{Body}";

    private static List<string> LinesOf(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')];

    /// <summary>A line in quoted-printable (RFC 2045, 6.7): what is not plain as "=C3", and an equals sign at the end of a line that goes on.</summary>
    private static IEnumerable<string> Quoted(string line)
    {
        var (row, bytes) = (new StringBuilder(), Encoding.UTF8.GetBytes(line));
        for (var i = 0; i < bytes.Length; i++)
        {
            var sign = IsPlain(bytes[i], isLast: i == bytes.Length - 1) ? $"{(char)bytes[i]}" : $"={bytes[i]:X2}";
            if (row.Length + sign.Length >= LongestQuoted)
            {
                yield return $"{row}=";
                row.Clear();
            }

            row.Append(sign);
        }

        yield return row.ToString();
    }

    // A blank at the end of a line could get lost on the way.
    private static bool IsPlain(byte sign, bool isLast) => sign is > (byte)' ' and <= (byte)'~' and not (byte)'=' || sign is (byte)' ' or (byte)'\t' && !isLast;
}
