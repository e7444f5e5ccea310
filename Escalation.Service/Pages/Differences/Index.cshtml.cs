using Escalation.Core.Calendar;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>"Which ones are mine?"</summary>
internal sealed class IndexPage(Reception reception, IJournal journal) : BoardPage(reception)
{
    public override string Title => "Your differences";

    public IReadOnlyList<Head> Heads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Heads = (await journal.ListAsync(new Query(Room.Board.Id, Visitor.Agency), HttpContext.RequestAborted)).Heads;
        return Page();
    }

    public static string DueOf(Head head) => head.Card.Due is { } due ? DateWords.Of(due) : "";
}
