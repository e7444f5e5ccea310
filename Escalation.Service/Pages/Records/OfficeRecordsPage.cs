using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>A page about records that only the board office has: to everybody else there is no such page.</summary>
internal abstract class OfficeRecordsPage(Reception reception) : BoardPage(reception)
{
    public string Records => $"{Home}/records";

    protected override async Task<IActionResult?> AdmitAsync() =>
        await base.AdmitAsync() ?? (Visitor.IsBoardOffice ? null : NotFound());
}
