#!/usr/bin/env -S dotnet run
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Turns Stryker's reports into the page that is committed: dotnet run bench/mutation/summarise.cs <page.md> <report.json>…
// With - in the place of the page it lists what was not noticed, to work from. Each report measures some folders and names the files of
// all; a file that several have measured counts once, as the last of them found it. A file that has been changed since is named.
using System.Globalization;
using System.Text;
using System.Text.Json;

if (args is not [var page, _, ..]) throw new ArgumentException("Say which page, or -, and which reports.");

var files = args.Skip(1).SelectMany(FilesOf).GroupBy(f => f.Name).Select(same => same.LastOrDefault(f => f.IsMeasured) ?? same.First()).ToList();
if (page != "-") File.WriteAllText(page, Page(files));
else foreach (var (file, mutant) in files.SelectMany(f => f.Counted, (f, m) => (f, m)).Where(one => !one.m.Noticed))
    Console.WriteLine($"{file.Name}:{mutant.Line} {mutant.Status}: {mutant.Change}");

static List<MutatedFile> FilesOf(string report)
{
    using var read = JsonDocument.Parse(File.ReadAllText(report));
    return [.. read.RootElement.GetProperty("files").EnumerateObject().Select(MutatedFile.Of)];
}

static string Page(List<MutatedFile> files)
{
    var page = new StringBuilder("# How many mistakes in Core the tests notice\n\n");
    page.Append("Written by `bench/mutation/summarise.cs` from Stryker's reports; do not edit. What is mutated and what is not: [README](README.md).\n\n");
    page.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, dotnet-stryker 5.1.0, .NET {Environment.Version}.\n\n");
    page.Append("| Folder of Escalation.Core | Killed | Timed out | Survived | No test | Score | Did not compile |\n|---|--:|--:|--:|--:|--:|--:|\n");
    foreach (var folder in files.GroupBy(f => f.Folder).OrderBy(g => g.Key, StringComparer.Ordinal)) page.Append(Row(folder.Key, [.. folder]));
    page.Append(Row("All", files));
    foreach (var changed in files.Where(f => f.IsMeasured && f.HasChanged)) page.Append(CultureInfo.InvariantCulture, $"\n{changed.Name} has been changed since.\n");
    return page.ToString();
}

static string Row(string name, List<MutatedFile> files)
{
    var mutants = files.SelectMany(f => f.Counted).ToList();
    if (mutants.Count == 0) return $"| {name} | | | | | not measured | |\n";
    string[] columns = ["Killed", "Timeout", "Survived", "NoCoverage"];
    var counts = string.Join(" | ", columns.Select(status => mutants.Count(m => m.Status == status)));
    return string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {counts} | {100.0 * mutants.Count(m => m.Noticed) / mutants.Count:0.0}% | {files.Sum(f => f.NotCompiled)} |\n");
}

/// <summary>A file of Core as one report found it.</summary>
internal sealed record MutatedFile(string Name, string Source, List<Mutant> Mutants)
{
    public string Folder => Path.GetDirectoryName(Name) is { Length: > 0 } folder ? folder : "(top)";

    public IEnumerable<Mutant> Counted => Mutants.Where(m => m.Counts);

    public bool IsMeasured => Counted.Any();

    /// <summary>Seen from the top of the repository, where this is run.</summary>
    public bool HasChanged => !File.Exists($"Escalation.Core/{Name}") || File.ReadAllText($"Escalation.Core/{Name}") != Source;

    public int NotCompiled => IsMeasured ? Mutants.Count(m => m.Status == "CompileError") : 0;

    public static MutatedFile Of(JsonProperty file) => new(
        file.Name[(file.Name.IndexOf("Escalation.Core/", StringComparison.Ordinal) + "Escalation.Core/".Length)..],
        file.Value.GetProperty("source").GetString()!,
        [.. file.Value.GetProperty("mutants").EnumerateArray().Select(Mutant.Of)]);
}

/// <summary>A mistake that was made on purpose. What does not compile, or was left out by the settings, does not count.</summary>
internal sealed record Mutant(int Line, string Change, string Status)
{
    public bool Noticed => Status is "Killed" or "Timeout";

    public bool Counts => Noticed || Status is "Survived" or "NoCoverage";

    public static Mutant Of(JsonElement mutant) => new(
        mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
        $"{mutant.GetProperty("mutatorName").GetString()} -> {mutant.GetProperty("replacement").GetString()?.ReplaceLineEndings(" ")}",
        mutant.GetProperty("status").GetString()!);
}
