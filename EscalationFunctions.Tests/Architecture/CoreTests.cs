using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Architecture;

/// <summary>Core decides and nothing else: it knows nobody above it, waits for nothing and looks at no clock.</summary>
public partial class CoreTests
{
    private static readonly Assembly CoreAssembly = typeof(Difference).Assembly;

    private static readonly BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] Waiting =
        [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(CancellationToken), typeof(TimeProvider), typeof(Timer), typeof(Random)];

    [Test]
    public void Core_references_nothing_but_the_base_class_library() =>
        Assert.That(CoreAssembly.GetReferencedAssemblies().Select(a => $"{a.Name}.dll").Where(dll => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), dll))), Is.Empty);

    [TestCase("Escalation.Core", "")]
    [TestCase("Escalation.Service", "Escalation.Core")]
    [TestCase("Escalation.Server", "Escalation.Core Escalation.Service")]
    public void A_project_references_only_what_lies_below_it(string project, string below)
    {
        var file = File.ReadAllText(Repository.PathTo($"{project}/{project}.csproj"));
        Assert.That(ProjectReference().Matches(file).Select(m => m.Groups[1].Value), Is.SubsetOf(below.Split(' ')));
    }

    [Test]
    public void No_signature_in_core_mentions_waiting_a_clock_or_chance() =>
        Assert.That(CoreAssembly.GetTypes().SelectMany(Mentioned).Where(m => Waiting.Contains(Open(m.Type))).Select(m => m.Where), Is.Empty);

    [Test]
    public void Every_name_in_a_fact_is_written_with_hyphens()
    {
        var enums = CoreAssembly.GetTypes().Where(t => t.IsEnum && t.IsPublic && t.Namespace == typeof(Fact).Namespace).ToList();
        var written = enums.SelectMany(e => e.GetEnumValues().Cast<object>()).Select(v => (Value: (Enum)v, Json: System.Text.Json.JsonSerializer.Serialize(v, FactJson.Options)));
        Assert.That(enums, Is.Not.Empty);
        Assert.That(written.Where(w => w.Json != $"\"{KebabCase.Of(w.Value)}\"" || !KebabCased().IsMatch(w.Json)), Is.Empty);
    }

    // Shown to users as they are: a code without its sentence would be a riddle.
    [Test]
    public void Every_reason_for_a_refusal_has_a_meaning_and_a_rule_that_gives_it()
    {
        var rules = string.Concat(Repository.Files(".cs").Where(f => f.StartsWith("Escalation.Core/Differences/", StringComparison.Ordinal) && !f.EndsWith("/Refusal.cs", StringComparison.Ordinal))
            .Select(f => File.ReadAllText(Repository.PathTo(f))));
        Assert.Multiple(() =>
        {
            Assert.That(Enum.GetNames<RefusalCode>().Where(n => typeof(RefusalCode).GetField(n)!.GetCustomAttribute<MeaningAttribute>() is null), Is.Empty);
            Assert.That(Enum.GetNames<RefusalCode>().Where(n => !Regex.IsMatch(rules, $@"RefusalCode\.{n}\b")), Is.Empty, "codes that no rule gives");
        });
    }

    [TestCase(typeof(Happening))]
    [TestCase(typeof(DeadlineKind))]
    [TestCase(typeof(OnExpiry))]
    [TestCase(typeof(FormNeeded))]
    [TestCase(typeof(ConfirmedBy))]
    [TestCase(typeof(DecidedBy))]
    [TestCase(typeof(FlaggedFor))]
    public void Every_name_that_people_meet_says_what_it_means(Type names)
    {
        var documentation = File.ReadAllText(Path.ChangeExtension(CoreAssembly.Location, ".xml"));
        Assert.That(names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.GetCustomAttribute<MeaningAttribute>() is null
            && !documentation.Contains($"\"F:{names.FullName}.{f.Name}\"", StringComparison.Ordinal)).Select(f => f.Name), Is.Empty);
    }

    [Test]
    public void Every_command_has_its_line_in_the_table_of_decisions()
    {
        var table = File.ReadAllText(Repository.PathTo("Escalation.Core/Differences/Difference.Decide.cs"));
        Assert.That(typeof(Command).GetNestedTypes().Select(t => t.Name).Where(n => !Regex.IsMatch(table, $@", Command\.{n}( c)?\):")), Is.Empty);
    }

    private static IEnumerable<(string Where, Type Type)> Mentioned(Type type) =>
    [
        .. type.GetMethods(Everything).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType).Select(t => ($"{type}.{m.Name}", t))),
        .. type.GetConstructors(Everything).SelectMany(c => c.GetParameters().Select(p => ($"{type}", p.ParameterType))),
        .. type.GetFields(Everything).Select(f => ($"{type}.{f.Name}", f.FieldType)),
    ];

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    [GeneratedRegex("""<ProjectReference Include="[^"]*?([^/\\"]+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex("^\"[a-z]+(-[a-z]+)*\"$")]
    private static partial Regex KebabCased();
}
