using Escalation.Core.Calendar;
using Escalation.Core.Figures;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Figures;

/// <summary>Makes a board's monitoring figures from what was counted with each decision, and from its directory, so that agencies that raised nothing are in them.</summary>
public sealed class FigureBook(IJournal journal, BoardRooms rooms)
{
    public async Task<MonitoringFigures> OfAsync(string board, FiguresAsked asked, CancellationToken cancel)
    {
        var room = await rooms.OfAsync(board, cancel);
        var counted = await journal.CountsAsync(board, asked.Period.From, asked.Period.To, cancel);
        Procedure[] procedures = [room.InForce.Procedure, .. room.Procedures.Where(p => p != room.InForce.Procedure)];
        return MonitoringFigures.Of(
            asked, new Sums(counted.Sums), counted.Complete, board, room.Board.Name, [.. room.Agencies.Select(a => a.ToAgency())], procedures);
    }

    /// <summary>What a board looks at unless it says: the last month, quarter or year that is over, as its procedure has it; the quarter where it says nothing.</summary>
    public static Period UsualPeriod(BoardRoom room, DateTimeOffset now) =>
        Period.LastEnded(room.InForce.Procedure.Reporting?.Figures ?? FiguresEvery.Quarter, LondonTime.DayOf(now));
}
