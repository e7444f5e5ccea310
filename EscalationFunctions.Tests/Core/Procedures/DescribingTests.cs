using System.Text.RegularExpressions;
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
}
