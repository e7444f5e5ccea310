using System.Globalization;
using System.Text;
using Escalation.Core;
using Escalation.Core.Notices;
using Escalation.Core.Notices.Words;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Cast;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>What people read in the course of whole differences, letter by letter and with what it puts into their calendars; an approved file.</summary>
public sealed class WholeStoryWordsTests
{
    private static readonly Dictionary<string, string> Names = new() { [Council] = "North Council", [Care] = "Riverside Care", [Trust] = "County Trust" };

    [Test]
    public void Every_letter_of_the_whole_stories_reads_as_approved() => Approved.Matches(
        string.Concat(WholeStories.All.SelectMany(Letters)), "EscalationFunctions.Tests/Core/Notices/whole-story-words.approved.txt");

    private static IEnumerable<string> Letters(Story story) =>
        from decision in Telling.Decisions(story.Record)
        from notice in NoticeRules.For(decision.Entries, decision.After, story.Terms.Procedure)
        let message = NoticeWords.Of(notice, decision.After.StandingOrNull!, story.Terms.Procedure, id => Names.GetValueOrDefault(id, id))
        group notice by (notice.Entry, notice.Kind, Text: Page(message)) into alike
        select $"== {alike.Key.Entry} {KebabCase.Of(alike.Key.Kind)}: {string.Join(", ", alike.Select(n => Telling.InShort(n.To)))}\n{alike.Key.Text}\n";

    private static string Page(Message message)
    {
        var page = new StringBuilder($"{message.Subject}{(message.Urgent ? " (at once)" : "")}\n");
        foreach (var paragraph in message.Paragraphs) page.Append($"  {paragraph}\n");
        if (message.Appointment is { } entry)
            page.Append(CultureInfo.InvariantCulture, $"  [{KebabCase.Of(entry.Kind)} {entry.Name} {entry.Edition}, {entry.At:yyyy-MM-dd HH:mm zzz}: {entry.Summary}. {entry.Description}]\n");
        return page.ToString();
    }
}
