using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>"Who has read this?" The latest first, of one record or of all.</summary>
internal sealed class ReadsPage(Reception reception, IJournal journal, ReadNotes notes) : OfficeRecordsPage(reception)
{
    private const int Size = 50, MostInSheet = 100_000;

    public override string Title => Of is { } head ? $"Who has read {head.Card.Reference}" : "Who has read records";

    /// <summary>The difference whose record it is about; none where it is about all.</summary>
    public Head? Of { get; private set; }

    public IReadOnlyList<ReadRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; none on the last.</summary>
    public long? Next { get; private set; }

    public string Address => Of is { } head ? $"{Records}/reads?difference={head.Id}&" : $"{Records}/reads?";

    public async Task<IActionResult> OnGetAsync(string? difference, long? before, string? format)
    {
        if (difference is not null && (Of = await FindAsync(difference)) is null) return NotFound();
        // What was read a moment ago belongs to it.
        await notes.KeptAsync();
        var size = format == "csv" ? MostInSheet : Size;
        var found = await journal.ReadsAsync(Room.Board.Id, Of?.Id, before, size + 1, HttpContext.RequestAborted);
        Rows = await RowsOfAsync(found.Take(size));
        Next = found.Count > size ? found[size - 1].Place : null;
        return format == "csv"
            ? CsvFile.Of("reads", Csv.Of(["When", "Reference", "For", "Who", "How"], Rows.Select(r => new[] { r.Exactly, r.Reference, r.For, r.Who, r.How })))
            : Page();
    }

    private async Task<Head?> FindAsync(string id) =>
        BodyText.IsId(id) && await journal.FindHeadAsync(id, HttpContext.RequestAborted) is { } head && head.Board == Room.Board.Id ? head : null;

    private async Task<IReadOnlyList<ReadRow>> RowsOfAsync(IEnumerable<RecordRead> reads)
    {
        Dictionary<string, string> references = [];
        List<ReadRow> rows = [];
        foreach (var read in reads)
        {
            if (!references.TryGetValue(read.Difference, out var reference))
                references[read.Difference] = reference = (await journal.FindHeadAsync(read.Difference, HttpContext.RequestAborted))?.Card.Reference ?? read.Difference;
            rows.Add(new ReadRow(
                DateWords.Of(read.At), LondonTime.In(read.At).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture), read.Difference,
                reference, ForWhom(read.Capacity), notes.WhoOf(read), HowOf(read.Way)));
        }

        return rows;
    }

    private string ForWhom(string capacity) => capacity switch
    {
        "board-office" => "The board office",
        "supporter" => "A supporter",
        _ => Room.FindAgency(capacity)?.Name ?? Room.InForce.Procedure.Officers.FirstOrDefault(o => o.Id == capacity)?.Title ?? capacity,
    };

    private static string HowOf(ReadWay way) => Api.Answers.HttpProblem.MeaningOf(way).TrimEnd('.');
}

/// <summary>That somebody read a record, in words.</summary>
internal sealed record ReadRow(string When, string Exactly, string Difference, string Reference, string For, string Who, string How);
