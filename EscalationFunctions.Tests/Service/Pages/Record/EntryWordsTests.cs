using System.Text;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Record;
using EscalationFunctions.Tests.Core.Stored;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>The record in words.</summary>
public class EntryWordsTests
{
    private const string Folder = "EscalationFunctions.Tests/Service/Pages/Record";

    private TestOffice office = null!;
    private RecordNames names = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        office = await TestOffice.OpenAsync();
        names = new RecordNames(await office.ByBoardOfficeAsync(await office.RaiseAsync()));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [TestCaseSource(typeof(Examples), nameof(Examples.Facts))]
    public void Every_fact_has_words_whatever_was_left_out(Type fact)
    {
        foreach (var entry in new[] { Examples.Full(fact), Examples.Sparse(fact) })
            Assert.That(EntryWords.Of(entry, names).Sentence, Does.Match(@"^\S.*[.?]$").And.Not.Contain("  ").And.Not.Contain(".."));
    }

    // What people wrote must be found in the record again, word for word. Addresses of mail are for the post, and stay out of it.
    [TestCaseSource(typeof(Examples), nameof(Examples.Facts))]
    public void Nothing_that_somebody_wrote_is_left_out(Type fact)
    {
        var said = Text(EntryWords.Of(Examples.Full(fact), names));
        var written = fact.GetConstructors().Single().GetParameters()
            .Where(p => p.ParameterType == typeof(string) && fact.GetProperty(p.Name!)!.IsDefined(typeof(PersonalAttribute), false)).Select(p => p.Name!);
        Assert.That(written.Where(w => !said.Contains(w, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_fact_in_words_is_as_approved() => Approved.Matches(
        string.Concat(Examples.Facts.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"# {f.Name}\n{Text(EntryWords.Of(Examples.Full(f), names))}\n")),
        $"{Folder}/entry-words.approved.txt");

    [Test]
    public async Task A_whole_difference_reads_as_approved()
    {
        await using var another = await TestOffice.OpenAsync();
        var id = await another.RaiseAsync();
        await another.DoneAsync(id, OfficeDays.Asha, new Command.RecordDiscussion("d-1", "Ben Ward", "He sees no risk.", "They do not agree.", "discuss"));
        await another.TimePassesAsync(id, "2026-04-07T17:00");
        await another.DoneAsync(id, OfficeDays.Asha, new Command.MarkImmediateRisk("She is alone at night."));
        await another.DoneAsync(id, OfficeDays.Asha, new Command.Escalate("3", "The chief officers have to know.", "4"));
        await another.AgreeAsync(id);
        var at = await another.ByBoardOfficeAsync(id);
        var read = new RecordNames(at);
        var text = new StringBuilder();
        foreach (var entry in at.Entries) text.Append(RecordLine.Of(entry, read).When).Append('\n').Append(Text(EntryWords.Of(entry, read))).Append('\n');
        Approved.Matches(text.ToString(), $"{Folder}/whole-difference.approved.txt");
    }

    private static string Text(Said said) => string.Concat(said.Quotes.Select(q => $"  {q.Heading}: {q.Text.ReplaceLineEndings(" / ")}\n").Prepend($"{said.Sentence}\n"));
}
