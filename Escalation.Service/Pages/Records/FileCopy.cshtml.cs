using Escalation.Service.Copies;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Record;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>The record as a file that can be checked without us; there is nothing to look at.</summary>
internal sealed class FileCopyPage(Reception reception, FileCopies copies, RecordReads reads) : DifferencePage(reception)
{
    public override string Title => $"Copy of {At.Standing.Reference}";

    public async Task<IActionResult> OnGetAsync()
    {
        var by = Visitor.Role.Length > 0 ? $"{Visitor.Name}, {Visitor.Role}" : Visitor.Name;
        if (await copies.MakeAsync(Opened.Head.Id, by, HttpContext.RequestAborted) is not { } copy) return NotFound();
        reads.Note(Opened.Head.Id, Visitor, SignedIn, ReadWay.FileCopy);
        return File(FileCopies.ToJson(copy), "application/json", $"{copy.Reference}.file-copy.json");
    }
}
