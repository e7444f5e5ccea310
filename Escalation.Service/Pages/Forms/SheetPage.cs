using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>A page about a form of a difference.</summary>
internal abstract partial class SheetPage(Reception reception, ReadNotes notes, ILogger<SheetPage> log) : DifferencePage(reception)
{
    private Sheet? sheet;

    public Sheet Sheet => sheet ?? throw new InvalidOperationException("The form was not opened.");

    public string SheetAddress => $"{Address}/forms/{Sheet.Form.Id}";

    // Found anew whenever the difference is looked at again, as where somebody came between.
    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        sheet = Sheet.Of((string)RouteData.Values["form"]!, At);
        if (sheet is null) return NotFound();
        LogRead(sheet.Form.Id, Opened.Head.Id, Visitor.Agency ?? (Visitor.IsBoardOffice ? "board-office" : string.Join(' ', Visitor.Officers)));
        notes.Note(Opened.Head.Id, Visitor, ReadWay.Form);
        return null;
    }

    /// <param name="done">What was done there just now: a word that the page knows.</param>
    protected LocalRedirectResult ToSheet(string? done = null) => LocalRedirect(done is null ? SheetAddress : $"{SheetAddress}?done={done}");

    protected Task<Reply> AskAsync(Command command, Actor? by, int? seen = null) => by is null
        ? Task.FromResult<Reply>(new Reply.Unknown())
        : Reception.Desk.AskAsync(new Desk.Question(Opened.Head.Id, by, command, seen), HttpContext.RequestAborted);

    [LoggerMessage(Level = LogLevel.Information, Message = "Form {Form} of {Difference} was read at the pages for {Place}")]
    private partial void LogRead(string form, string difference, string place);
}
