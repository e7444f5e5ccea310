using System.Text.RegularExpressions;

namespace Escalation.Core.Procedures;

/// <summary>JSON paths as editors and RFC 9535 write them: <c>$.stages[1].title</c>, and <c>$['odd name']</c> where a dot would mislead.</summary>
internal static partial class JsonPath
{
    public static string To(string path, string member) =>
        Plain().IsMatch(member) ? $"{path}.{member}" : $"{path}['{Sentence.Quoted(member)[1..^1].Replace("'", "\\'", StringComparison.Ordinal)}']";

    /// <summary>The path itself and every path around it, up to the <c>$</c> of the whole file.</summary>
    public static IEnumerable<string> Outwards(string path)
    {
        for (var at = path; at.Length > 1; at = at[..at.LastIndexOfAny(['.', '['])]) yield return at;
        yield return "$";
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,59}\z")]
    private static partial Regex Plain();
}
