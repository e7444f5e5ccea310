using System.Runtime.CompilerServices;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>The board's procedure in force, drawn and in words.</summary>
internal sealed class ProcedureInForce(Reception reception) : OpenPage(reception)
{
    public override string Title => Room.InForce.Procedure.Title;

    public IActionResult OnGet() => Page();
}

/// <summary>The drawing by itself, as the page shows it and as a board can keep it.</summary>
internal sealed class ProcedureDrawing(Reception reception) : OpenPage(reception)
{
    // A published procedure never changes, and is kept as long as its board.
    private static readonly ConditionalWeakTable<Procedure, string> Drawn = [];

    public override string Title => "Flowchart";

    public IActionResult OnGet() => Content(Drawn.GetValue(Room.InForce.Procedure, Flowchart.Draw), "image/svg+xml; charset=utf-8");
}
