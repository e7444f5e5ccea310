using Escalation.Service.Boards;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>Which boards are here; where there is one, its own page.</summary>
internal sealed class BoardsPage(Reception reception, BoardRooms rooms) : OpenPage(reception)
{
    public override string Title => "Choose your board";

    public IReadOnlyList<Board> Boards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Boards = [.. (await rooms.AllAsync(HttpContext.RequestAborted)).Select(r => r.Board).OrderBy(b => b.Name, StringComparer.Ordinal)];
        return Boards is [var only] ? LocalRedirect($"/{only.Id}") : Page();
    }

    protected override Task<IActionResult?> AdmitAsync() => Task.FromResult<IActionResult?>(null);
}
