using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>What is left of a difference whose time was over, and the proof that the rest is gone. Printed, it goes on file.</summary>
internal sealed class ErasedPage(Reception reception, IJournal journal) : BoardPage(reception)
{
    public override string Title => $"{Head.Card.Reference} was erased";

    public Head Head { get; private set; } = null!;

    /// <summary>What does not hold in the chain of its record, walked just now; none where it holds.</summary>
    public string? Broken { get; private set; }

    public IEnumerable<(string Heading, string Text)> Left =>
    [
        ("Reference", Head.Card.Reference),
        ("Board", Room.Board.Name),
        ("Procedure", $"{Room.TermsOf(Head.Card.Procedure, Head.Card.Version).Procedure.Title}, version {Head.Card.Version}"),
        ("Raised", Sentences.Capital(DateWords.Of(Head.Card.RaisedAt))),
        ("Raised by", Names(Side.Raising)),
        ("With", Names(Side.Responding)),
        ("Also involved", Names(Side.Involved)),
        ("How it ended", Head.Card.EndedAt is { } ended ? $"{KeepingWords.Of(Head.Card.State)} at {DateWords.Of(ended)}" : ""),
        ("Stage", Head.Card.Stage),
    ];

    public IEnumerable<(string Heading, string Text)> Proof => Head.Erased is not { } erased ? [] :
    [
        ("Kept until", DateWords.Of(erased.KeptUntil)),
        ("Erased", Sentences.Capital(DateWords.Of(erased.At))),
        ("Prepared by", erased.PreparedBy ?? "Disposed of again after an older backup was restored. Who had approved it stands in the proof of that time."),
        ("Approved by", erased.ApprovedBy ?? ""),
        ("Entries of the record", $"{erased.Length} before, {Head.Length} now"),
        ("Last link before", erased.Link),
        ("Last link now", Convert.ToHexStringLower(Head.Link)),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        var kept = await journal.FindAsync(Head.Id, HttpContext.RequestAborted) ?? throw new InvalidOperationException("It was there a moment ago.");
        Broken = Audit.ProblemsOf(kept, Head.Erased is { } erased ? new Mark(erased.Length, erased.Link) : null).FirstOrDefault();
        return Page();
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (await Reception.ErasedAsync(Room, Visitor, (string)RouteData.Values["difference"]!, HttpContext.RequestAborted) is not { } head) return NotFound();
        Head = head;
        return null;
    }

    private string Names(Side side)
    {
        var names = Head.Card.Parties.Where(p => p.Side == side).Select(p => Room.FindAgency(p.Agency)?.Name ?? p.Agency).ToList();
        return names.Count == 0 ? "" : Sentences.And(names);
    }
}
