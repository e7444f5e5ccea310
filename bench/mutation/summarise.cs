#!/usr/bin/env -S dotnet run
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Turns Stryker's reports into the page that is committed: dotnet run bench/mutation/summarise.cs <page.md> <report.json>…
// With - in the place of the page it lists what was not noticed, to work from.
using System.Globalization;
using System.Text;
using System.Text.Json;

if (args is not [var page, _, ..]) throw new ArgumentException("Say which page, or -, and which reports.");

var mutants = args.Skip(1).SelectMany(AllOf).Where(m => m.Counts).ToList();
if (page != "-") File.WriteAllText(page, Page(mutants));
else foreach (var mutant in mutants.Where(m => !m.Noticed)) Console.WriteLine($"{mutant.File}:{mutant.Line} {mutant.Status}: {mutant.Change}");

static List<Mutant> AllOf(string file)
{
    using var report = JsonDocument.Parse(File.ReadAllText(file));
    return [.. report.RootElement.GetProperty("files").EnumerateObject().SelectMany(Mutant.AllOf)];
}

static string Page(List<Mutant> mutants)
{
    var page = new StringBuilder("# How many mistakes in Core the tests notice\n\n");
    page.Append("Written by `bench/mutation/summarise.cs` from Stryker's report; do not edit. What is mutated and what is not: [README](README.md).\n\n");
    page.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, dotnet-stryker 5.1.0, .NET {Environment.Version}.\n\n");
    page.Append("| Folder of Escalation.Core | Killed | Timed out | Survived | No test | Score |\n|---|--:|--:|--:|--:|--:|\n");
    foreach (var folder in mutants.GroupBy(m => m.Folder).OrderBy(g => g.Key, StringComparer.Ordinal)) page.Append(Row(folder.Key, [.. folder]));
    return page.Append(Row("All", mutants)).ToString();
}

static string Row(string name, List<Mutant> mutants)
{
    string[] columns = ["Killed", "Timeout", "Survived", "NoCoverage"];
    var counts = string.Join(" | ", columns.Select(status => mutants.Count(m => m.Status == status)));
    return string.Create(CultureInfo.InvariantCulture, $"| {name} | {counts} | {100.0 * mutants.Count(m => m.Noticed) / mutants.Count:0.0}% |\n");
}

/// <summary>A mistake that was made on purpose. What does not compile, or was left out by the settings, is none.</summary>
internal sealed record Mutant(string File, int Line, string Change, string Status)
{
    public string Folder => Path.GetDirectoryName(File) is { Length: > 0 } folder ? folder : "(top)";

    public bool Noticed => Status is "Killed" or "Timeout";

    public bool Counts => Noticed || Status is "Survived" or "NoCoverage";

    public static IEnumerable<Mutant> AllOf(JsonProperty file) => file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => new Mutant(
        file.Name[(file.Name.IndexOf("Escalation.Core/", StringComparison.Ordinal) + "Escalation.Core/".Length)..],
        mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
        $"{mutant.GetProperty("mutatorName").GetString()} -> {mutant.GetProperty("replacement").GetString()?.ReplaceLineEndings(" ")}",
        mutant.GetProperty("status").GetString()!));
}
