using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>A line of the record as a page shows it.</summary>
internal sealed record RecordLine(int Number, string When, Said Said)
{
    public static RecordLine Of(Entry entry, RecordNames names) => new(entry.Number, Sentences.Capital(DateWords.Of(entry.At)), EntryWords.Of(entry, names));
}

/// <summary>Some lines of the record, newest first. Only what is shown is put into words.</summary>
/// <param name="Page">From 1.</param>
internal sealed record RecordExcerpt(IReadOnlyList<RecordLine> Lines, int Page, int Pages)
{
    private const int Size = 25;

    /// <param name="asked">As the address has it; whatever is no page is the nearest that is.</param>
    public static RecordExcerpt Of(Standpoint at, int asked)
    {
        var pages = Math.Max(1, (at.Entries.Count + Size - 1) / Size);
        var page = Math.Clamp(asked, 1, pages);
        var names = new RecordNames(at);
        return new([.. at.Entries.Reverse().Skip((page - 1) * Size).Take(Size).Select(e => RecordLine.Of(e, names))], page, pages);
    }
}
