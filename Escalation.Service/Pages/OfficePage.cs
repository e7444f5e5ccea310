using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages;

/// <summary>A page that only the board office has. Whoever else has signed in is told what they would be told if there were none.</summary>
internal abstract class OfficePage(Reception reception) : BoardPage(reception)
{
    protected virtual bool IsForThem => Visitor.IsBoardOffice;

    protected override async Task<IActionResult?> AdmitAsync() => await base.AdmitAsync() ?? (IsForThem ? null : NotFound());
}
