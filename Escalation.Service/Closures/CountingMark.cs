using System.Security.Cryptography;
using System.Text;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Boards;

namespace Escalation.Service.Closures;

/// <summary>
/// Under which calendar a board's open differences were last counted, all of them. Whoever changes the calendar, by whichever way, has changed
/// it from this; so nothing that has to be counted again can be forgotten, also by a process that dies in the middle.
/// </summary>
/// <param name="Closures">The closure days then.</param>
/// <param name="BankHolidays">A hash of the bank holidays then; they change with the program.</param>
/// <param name="Begun">The counting that has begun and not been done; none where there is none.</param>
/// <param name="Last">The last that was done.</param>
/// <param name="Left">What could not be counted then; none where all was.</param>
internal sealed record CountingMark(
    ValueList<ClosureDay> Closures, string BankHolidays, CountingBegun? Begun = null, CountingDone? Last = null, CountingLeft? Left = null)
{
    private static readonly string OfThisProgram = Fingerprint();

    public static CountingMark Done(BoardRoom room, CountingDone done, CountingLeft? left) => new(room.Board.Closures, OfThisProgram, null, done, left);

    /// <summary>Of a board that has none yet: nobody knows under which calendar its differences were counted.</summary>
    public static CountingMark Unknown(BoardRoom room) => new(room.Board.Closures, "");

    public bool Holds(BoardRoom room) => Begun is null && Closures.Equals(room.Board.Closures) && BankHolidays == OfThisProgram;

    public static (CountingMark? Mark, long Edition) Of(string board, IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers) =>
        papers.TryGetValue((board, Drawers.Counting, board), out var paper) ? (paper.As<CountingMark>(), paper.Edition) : (null, 0);

    public Paper ToPaper(string board, long edition) => PaperJson.ToPaper(this, board, Drawers.Counting, board, edition);

    private static string Fingerprint()
    {
        var days = from nation in Enum.GetValues<Nation>()
                   from year in Enumerable.Range(Core.Calendar.BankHolidays.FirstYear, Core.Calendar.BankHolidays.LastYear - Core.Calendar.BankHolidays.FirstYear + 1)
                   from day in Core.Calendar.BankHolidays.In(nation, year)
                   select $"{Nations.IdOf(nation)} {day.Date:yyyy-MM-dd}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', days))).AsSpan(0, 16));
    }
}

/// <param name="By">Who changed the calendar; the service where it was changed beside it.</param>
internal sealed record CountingBegun(Actor By, DateTimeOffset At);

/// <summary>Differences that could not be counted with the others, since something is wrong with their record: tried by themselves, ever less often.</summary>
/// <param name="Differences">Their ids.</param>
/// <param name="Begun">The counting that they belong to.</param>
/// <param name="Reason">Why dates move by it.</param>
/// <param name="Failures">How often they were tried, 1 or more.</param>
internal sealed record CountingLeft(ValueList<string> Differences, CountingBegun Begun, string Reason, int Failures, DateTimeOffset NextAt);

/// <summary>What came of counting a board's open differences again.</summary>
/// <param name="BegunAt">When the calendar was changed, or the change was noticed.</param>
/// <param name="Open">How many differences were open.</param>
/// <param name="Moved">In how many of them a date was moved by it.</param>
/// <param name="Dates">How many dates were moved.</param>
/// <param name="Left">How many differences could not be counted, and are among none of these.</param>
public sealed record CountingDone(DateTimeOffset BegunAt, DateTimeOffset DoneAt, int Open, int Moved, int Dates, int Left = 0);
