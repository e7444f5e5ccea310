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
            Count(report.Late.Count, "overdue", "overdue", $"{home}/differences?show=late"),
            Count(report.Due.Count, "due today", "due today", $"{home}/differences?show=due"),
            Count(report.Moved.Count, "moved to the next stage automatically", "moved to the next stage automatically", $"{home}/overdue#moved"),
            Count(report.WithoutContact.Count, "stage without a contact", "stages without a contact", $"{home}/overdue#without-contact"),
            Count(report.Failed.Count, "message that could not be delivered", "messages that could not be delivered", $"{home}/undelivered"),
        ], DateWords.Of(now));
    }

    private static (int Count, string Words, string Address) Count(int count, string one, string many, string address) => (count, count == 1 ? one : many, address);
}
