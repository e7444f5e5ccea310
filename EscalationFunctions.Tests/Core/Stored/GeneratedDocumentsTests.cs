namespace EscalationFunctions.Tests.Core.Stored;

public class GeneratedDocumentsTests
{
    [Test]
    public void The_page_of_refusals_is_the_approved_one() => Approved.Matches(GeneratedDocuments.Refusals(), "docs/refusals.md");

    [Test]
    public void The_page_of_facts_is_the_approved_one() => Approved.Matches(GeneratedDocuments.Facts(), "docs/facts.md");
}
