using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages;

/// <summary>A page that only the board office has. Everybody else is answered as if there were no such page.</summary>
internal abstract class OfficePage(Reception reception) : BoardPage(reception)
{
    protected override async Task<IActionResult?> AdmitAsync() => await base.AdmitAsync() ?? (Visitor.IsBoardOffice ? null : NotFound());
}
