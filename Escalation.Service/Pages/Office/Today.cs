using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Reports;

namespace Escalation.Service.Pages.Office;

/// <summary>What the board office sees first: how much of what needs somebody, each number leading to its list.</summary>
/// <param name="Counts">How many, of what, and where the list is.</param>
internal sealed record Today(IReadOnlyList<(int Count, string Words, string Address)> Counts, string At)
{
    public bool IsQuiet => Counts.All(c => c.Count == 0);

    public static async Task<Today> OfAsync(BoardRoom room, OverdueLookup lookup, DateTimeOffset now, CancellationToken cancel)
    {
        var report = await lookup.LookAsync(room, null, ReportWindow.Today(now, ReportTimes.Of(room).BeforeToday(now)), cancel);
        var home = $"/{room.Board.Id}";
        return new Today(
        [
            (report.Late.Count, report.Late.Count == 1 ? "waiting past its time" : "waiting past their time", $"{home}/differences?show=late"),
            (report.Due.Count, "due today", $"{home}/differences?show=due"),
            (report.Moved.Count, "taken to the next stage by the clock", $"{home}/overdue#moved"),
            (report.WithoutContact.Count, report.WithoutContact.Count == 1 ? "stage without a contact" : "stages without a contact", $"{home}/overdue#without-contact"),
            (report.Failed.Count, report.Failed.Count == 1 ? "message that could not be delivered" : "messages that could not be delivered", $"{home}/undelivered"),
        ], DateWords.Of(now));
    }
}
