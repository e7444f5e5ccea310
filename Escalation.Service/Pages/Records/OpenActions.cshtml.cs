using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>"What was agreed and is not done?" Of differences that have ended; those past their date first in front.</summary>
internal sealed class OpenActionsPage(Reception reception, Disposals disposals) : OfficeRecordsPage(reception)
{
    public override string Title => "Agreed actions that are still open";

    public IReadOnlyList<OpenAction> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        List<OpenAction> rows = [];
        // Only what is followed up has anything that the clock waits for.
        foreach (var keeping in (await disposals.AllAsync(Room, HttpContext.RequestAborted)).Where(k => k.FollowedUp))
            if (await Reception.Desk.OpenAsync(keeping.Head, HttpContext.RequestAborted) is { } opened)
                rows.AddRange(opened.Standing.Actions.Where(a => !a.Done).Select(a => new OpenAction(
                    keeping.Head.Id, keeping.Head.Card.Reference, Room.FindAgency(a.Action.Agency)?.Name ?? a.Action.Agency, a.Action.Due, a.Chases)));
        Rows = [.. rows.OrderBy(r => r.Due).ThenBy(r => r.Reference, StringComparer.Ordinal)];
        return format == "csv"
            ? CsvFile.Of("actions", Csv.Of(["Reference", "Agency", "Due", "Reminders sent"], Rows.Select(r => new[]
                { r.Reference, r.Agency, r.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Reminders.ToString(CultureInfo.InvariantCulture) })))
            : Page();
    }

    public bool IsPast(OpenAction action) => action.Due < LondonTime.DayOf(Now);
}

/// <summary>An action that somebody took on and has not said to be done. What it is stands in the record.</summary>
internal sealed record OpenAction(string Difference, string Reference, string Agency, DateOnly Due, int Reminders);
