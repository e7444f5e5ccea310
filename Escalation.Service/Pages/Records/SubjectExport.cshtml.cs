using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>All that is kept in the chosen records, on one page to print or as one file. Each of them counts as read.</summary>
internal sealed class SubjectExportPage(Reception reception, SubjectSearch search, RecordReads reads) : OfficeRecordsPage(reception)
{
    public override string Title => "What is kept";

    public IReadOnlyList<(string Reference, string Procedure, IReadOnlyList<RecordLine> Lines)> Parts { get; private set; } = [];

    public string Address => $"{Records}/subject/{(string)RouteData.Values["finding"]!}";

    public string Made => $"{Visitor.Name}, {DateWords.Of(Now)}";

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (await search.FindAsync(Visitor, (string)RouteData.Values["finding"]!, HttpContext.RequestAborted) is not { Chosen.Count: > 0 } finding) return NotFound();
        List<FullRecord> records = [];
        foreach (var id in finding.Chosen)
            if (await Reception.Desk.ReadAsync(id, HttpContext.RequestAborted) is { Opened.Head: { Key: not null } head } full && head.Board == Room.Board.Id) records.Add(full);
        foreach (var full in records) reads.Note(full.Opened.Head.Id, Visitor, SignedIn, ReadWay.SubjectExport);
        if (format == "json") return File(ToJson(records), "application/json", "what-is-kept.json");
        Parts = [.. records.Select(Part)];
        return Page();
    }

    private (string, string, IReadOnlyList<RecordLine>) Part(FullRecord full)
    {
        var at = new Standpoint(Room, Visitor, [new Place.BoardOffice()], full, Now);
        var names = new RecordNames(at);
        return (at.Standing.Reference, $"{at.Procedure.Title}, version {at.Procedure.Version}", [.. full.Entries.Select(e => RecordLine.Of(e, names))]);
    }

    private byte[] ToJson(IEnumerable<FullRecord> records) => JsonSerializer.SerializeToUtf8Bytes(
        new Export(Room.Board.Id, Now, Made, [.. records.Select(r => new ExportedRecord(
            r.Opened.Standing.Reference, r.Opened.Terms.Procedure.Id, r.Opened.Terms.Procedure.Version, [.. r.Entries]))]), FactJson.Options);

    /// <summary>The export as a file.</summary>
    private sealed record Export(string Board, DateTimeOffset MadeAt, string MadeBy, ValueList<ExportedRecord> Records);

    private sealed record ExportedRecord(string Reference, string Procedure, string ProcedureVersion, ValueList<Entry> Entries);
}
