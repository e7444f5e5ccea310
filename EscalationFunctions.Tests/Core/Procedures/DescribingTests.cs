using System.Reflection;
using System.Text.RegularExpressions;
using Escalation.Core;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

public class DescribingTests
{
    [Test]
    public void The_schema_is_the_approved_one() => Approved.Matches(ProcedureSchema.Text(), "procedures/procedure.schema.json");

    [Test]
    public void The_reference_is_the_approved_one() => Approved.Matches(ProcedureReference.Text(), "docs/procedure-reference.md");

    [Test]
    public void Every_member_says_what_it_means() =>
        Assert.That(Regex.Matches(ProcedureReference.Text(), "^\\| `([A-Za-z]+)` \\|  \\|", RegexOptions.Multiline).Select(m => m.Value), Is.Empty);

    [Test]
    public void What_keeps_each_kind_of_deadline_stands_beside_it([Values] DeadlineKind kind)
    {
        var meaning = typeof(DeadlineKind).GetField(kind.ToString())!.GetCustomAttribute<MeaningAttribute>()!.Sentence;
        var names = new DeadlineRule("x", kind, Who.EveryParty, new Allowance.WithoutDelay()).MetBy.Select(h => KebabCase.Of(h)).ToList();
        var listed = names is [var only] ? only : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";

        Assert.That(meaning, Does.EndWith($"Kept by {listed}."));
    }
}
