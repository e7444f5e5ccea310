using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>docs/coverage.md says where each sentence of a policy lives in its file. Every place that it names is there.</summary>
public partial class CoverageTests
{
    [TestCaseSource(nameof(Places))]
    public void A_place_that_the_coverage_page_names_is_in_the_file(string file, string place)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(FromTop($"procedures/{file}")), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var here = (JsonElement?)document.RootElement;
        foreach (Match part in Part().Matches(place))
            here = part.Groups["member"].Success ? MemberOf(here, part.Groups["member"].Value) : ItemOf(here, part.Groups["item"].Value);
        Assert.That(here, Is.Not.Null, $"{file} has no {place}");
    }

    private static IEnumerable<object[]> Places()
    {
        var page = File.ReadAllText(FromTop("docs/coverage.md")).Split("\n## What neither policy says")[0];
        foreach (var board in page.Split("\n## ").Skip(1))
        {
            var file = FileName().Match(board).Groups[1].Value;
            foreach (var place in Place().Matches(board).Select(m => m.Groups[1].Value).Distinct()) yield return [file, place];
        }
    }

    private static JsonElement? MemberOf(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The item with that id, or a rung, form or telling by what it is for, or the text itself.</summary>
    private static JsonElement? ItemOf(JsonElement? value, string id) => value is not { ValueKind: JsonValueKind.Array } list
        ? null
        : list.EnumerateArray().Select(i => (JsonElement?)i).FirstOrDefault(i => i!.Value.ValueKind == JsonValueKind.String
            ? i.Value.GetString() == id
            : new[] { "id", "stage", "form", "on" }.Any(m => i.Value.TryGetProperty(m, out var named) && named.GetString() == id));

    private static string FromTop(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path);

    [GeneratedRegex(@"`procedures/([^`]+)`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"`([a-zA-Z]+(?:\[[^\]`]+\]|\.[a-zA-Z]+)*)`")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[(?<item>[^\]]+)\]|(?<member>[a-zA-Z]+)")]
    private static partial Regex Part();
}
