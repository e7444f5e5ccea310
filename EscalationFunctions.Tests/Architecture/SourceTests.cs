using System.Text.RegularExpressions;

namespace EscalationFunctions.Tests.Architecture;

/// <summary>What holds for every file that is committed.</summary>
public partial class SourceTests
{
    private const int MostLines = 300;

    private static readonly string[] VagueFolders = ["Common", "Shared", "Abstractions", "Helpers", "Managers", "Utils", "Base", "Impl"];

    [TestCaseSource(nameof(Sources))]
    public void A_source_file_can_be_read_in_one_sitting(string file) =>
        Assert.That(File.ReadLines(Repository.PathTo(file)).Count(), Is.LessThanOrEqualTo(MostLines));

    // The clock is TimeProvider and nothing else, so that every test can say what time it is.
    [TestCaseSource(nameof(Sources))]
    public void No_source_looks_at_the_machines_clock(string file) =>
        Assert.That(MachineClock().Matches(Read(file)).Select(m => m.Value), Is.Empty);

    // What is asked for here is a promise among colleagues. The words are in halves below, for this file is read too.
    [TestCaseSource(nameof(Words))]
    public void No_file_speaks_of_a_difference_as_help_desks_do(string file) =>
        Assert.That(HelpDesk().Matches(Read(file)).Select(m => m.Value), Is.Empty);

    [TestCaseSource(nameof(Sources))]
    public void No_folder_or_type_is_named_for_nothing_in_particular(string file) =>
        Assert.That(file.Split('/', '.'), Has.None.Matches<string>(part => VagueFolders.Any(v => part == v || part.EndsWith(v, StringComparison.Ordinal) && v.EndsWith('s'))));

    [TestCaseSource(nameof(Procedures))]
    public void A_procedure_file_names_its_schema(string file) =>
        Assert.That(Read(file), Does.Match("\"\\$schema\": \"[^\"]*procedure\\.schema\\.json\""));

    [TestCaseSource(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file_that_is_there(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathTo(page))!;
        var targets = Link().Matches(Code().Replace(Read(page), "")).Select(m => m.Groups[1].Value.Split('#')[0]);
        Assert.That(targets.Where(t => t.Length > 0 && !Path.Exists(Path.Combine(folder, t))), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_link_into_a_page_leads_to_a_heading_that_is_there(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathTo(page))!;
        var anchors = Link().Matches(Code().Replace(Read(page), "")).Select(m => m.Groups[1].Value.Split('#')).Where(l => l.Length == 2)
            .Select(l => (File: l[0].Length == 0 ? Repository.PathTo(page) : Path.Combine(folder, l[0]), Anchor: l[1]));
        Assert.That(anchors.Where(a => a.File.EndsWith(".md", StringComparison.Ordinal) && File.Exists(a.File) && !Headings(a.File).Contains(a.Anchor)), Is.Empty);
    }

    private static IEnumerable<string> Sources() => Repository.Files(".cs");

    private static IEnumerable<string> Pages() => Repository.Files(".md");

    private static IEnumerable<string> Procedures() => Repository.Files(".json").Where(f => ProcedureName().IsMatch(f));

    private static IEnumerable<string> Words() => Repository.Files(".cs", ".md", ".json", ".sql", ".yml", ".svg")
        .Where(f => !f.EndsWith("packages.lock.json", StringComparison.Ordinal));

    private static HashSet<string> Headings(string file) =>
        [.. Heading().Matches(File.ReadAllText(file)).Select(m => NoAnchor().Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    private static string Read(string file) => File.ReadAllText(Repository.PathTo(file));

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b|\bStopwatch\s*\.\s*StartNew\b|\bEnvironment\s*\.\s*TickCount")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\b(tick" + @"ets?|SL" + @"As?|brea" + @"ch(es|ed)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HelpDesk();

    [GeneratedRegex(@"(^procedures/|/other-boards/)[^/]+\.v[^/]+\.json$")]
    private static partial Regex ProcedureName();

    [GeneratedRegex(@"\[[^\]]*\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();
}
