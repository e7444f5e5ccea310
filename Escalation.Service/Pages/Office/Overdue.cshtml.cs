using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Office;

/// <summary>"What waits, for whom, since when?" The report as it would go out now, to which its letter leads.</summary>
internal sealed class OverduePage(Reception reception, OverdueLookup lookup, BoardRooms rooms) : OfficePage(reception)
{
    private Overdue? report;

    public override string Title => "What waits";

    public Overdue Report => report ?? throw new InvalidOperationException("It was not looked up.");

    public IReadOnlyList<OverdueTable> Parts { get; private set; } = [];

    /// <summary>When the last one went out, to how many, and when the next does.</summary>
    public IReadOnlyList<string> ByMail { get; private set; } = [];

    /// <summary>Officers who get the whole see that something waits; the differences themselves are for those who act in them.</summary>
    public Func<string, string>? AddressOf => Visitor.IsBoardOffice ? id => $"{Home}/differences/{id}" : null;

    // Whoever the procedure has the whole sent to.
    protected override bool IsForThem => base.IsForThem
        || Visitor.Officers.Any(o => Room.InForce.Procedure.Reporting?.To.Contains(new Who(o)) == true);

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        var times = ReportTimes.Of(Room);
        report = await lookup.LookAsync(Room, null, ReportWindow.Today(Now, times.BeforeToday(Now)), HttpContext.RequestAborted);
        Parts = OverdueTable.Of(report, Room);
        if (format == CsvFile.Format) return CsvFile.Of("overdue", OverdueText.ToCsv(Parts), Now);
        ByMail = [.. Mailed((await ReportProgress.FindAsync(rooms, Room.Board.Id, HttpContext.RequestAborted)).Kept, times)];
        return Page();
    }

    private IEnumerable<string> Mailed(ReportProgress? kept, ReportTimes times)
    {
        if (kept is { Letters.Count: > 0 })
        {
            var sent = kept.Letters.Count(l => l.State == ReportLetterState.Sent);
            yield return $"The report of {DateWords.Of(kept.Day)} went out in {(sent == 1 ? "1 email" : $"{sent} emails")}.";
            foreach (var letter in kept.Letters.Where(l => l.State != ReportLetterState.Sent))
                yield return $"To {NameOf(letter.To)} it {(letter.IsOver ? "could not be sent" : "has not gone out yet")}: {letter.Problem}";
        }

        if (Room.Board.OverdueReport?.To == ReportTo.Nobody) yield return "It goes to nobody.";
        else yield return $"The next one is made at {DateWords.Of(times.NextAfter(Now))}.";
    }

    private string NameOf(string reader) => reader.Split('/') switch
    {
        ["post", var post] => Room.InForce.Procedure.TitleOf(new Who(post)),
        [_, var contact] when Room.FindContact(contact) is var (found, agency) => $"{agency.Name} ({found.Role})",
        _ => "somebody who is no longer in the directory",
    };
}
