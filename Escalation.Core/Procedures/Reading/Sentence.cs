namespace Escalation.Core.Procedures;

/// <summary>Words put together for people to read, each problem on one line whatever the file holds.</summary>
public static class Sentence
{
    private const int LongestQuotation = 60;

    public static string Or(IEnumerable<string> words) => Listed(words, "or");

    public static string And(IEnumerable<string> words) => Listed(words, "and");

    /// <summary>A word from the file, safe to print: a stray line break must not make one problem look like two.</summary>
    public static string Quoted(string word) =>
        $"\"{string.Concat(Short(word).Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()))}\"";

    public static string Short(string word) => word.Length > LongestQuotation ? word[..LongestQuotation] + "…" : word;

    /// <summary>" did you mean …?" where one of the known words is close, otherwise nothing.</summary>
    public static string Suggestion(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } near ? $"; did you mean {Quoted(near)}?" : "";

    private static string Listed(IEnumerable<string> words, string last)
    {
        var quoted = words.Select(Quoted).ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {last} {quoted[^1]}";
    }
}
