using System.Runtime.CompilerServices;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;
using Escalation.Service.Boards;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>A page about one procedure of the board: the one in force, or the one that the address names.</summary>
internal abstract class ProcedurePage(Reception reception) : OpenPage(reception)
{
    private Procedure? named;

    public Procedure Procedure => named ?? Room.InForce.Procedure;

    public bool IsInForce => Procedure == Room.InForce.Procedure;

    /// <summary>What an address ends with to name the same procedure; empty for the one in force.</summary>
    public string Query => IsInForce ? "" : $"?version={Uri.EscapeDataString(NameOf(Procedure))}";

    protected static string NameOf(Procedure procedure) => BoardRoom.NameOf(procedure.Id, procedure.Version);

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (Request.Query["version"].ToString() is not { Length: > 0 } version) return null;
        named = Room.Procedures.FirstOrDefault(p => NameOf(p) == version);
        return named is null ? NotFound() : null;
    }
}

/// <summary>A procedure, drawn and in words, what the check says of it, and which others the board has.</summary>
internal sealed class ProcedureInForce(Reception reception) : ProcedurePage(reception)
{
    public override string Title => Procedure.Title;

    public IReadOnlyList<Problem> Problems => ProcedureCheck.Check(Procedure);

    public Table Versions => new("All procedures of the board", ["Procedure", "Version", "In force"],
    [
        .. Room.Procedures.OrderBy(p => p.Id, StringComparer.Ordinal).ThenByDescending(p => p.Version, StringComparer.Ordinal).Select(p => (IReadOnlyList<Cell>)
            [new Cell(p.Title, $"{Home}/procedure?version={Uri.EscapeDataString(NameOf(p))}", $"version {p.Version}"), p.Version, p == Room.InForce.Procedure ? "Yes" : "No"]),
    ]);

    public IActionResult OnGet() => Page();
}

/// <summary>The drawing by itself, as the page shows it and as a board can keep it.</summary>
internal sealed class ProcedureDrawing(Reception reception) : ProcedurePage(reception)
{
    // A published procedure never changes, and is kept as long as its board.
    private static readonly ConditionalWeakTable<Procedure, string> Drawn = [];

    public override string Title => "Flowchart";

    public IActionResult OnGet() => Content(Drawn.GetValue(Procedure, Flowchart.Draw), "image/svg+xml; charset=utf-8");
}
