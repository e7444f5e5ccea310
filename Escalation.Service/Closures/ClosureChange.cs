using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.Closures;

/// <summary>A change of the days on which a board's offices are closed: days that no longer count as working days, and days that do again.</summary>
public sealed record ClosureChange(ValueList<ClosureDay> Added, ValueList<DateOnly> Removed)
{
    /// <summary>Far enough for a board that plans its Christmas, near enough that a slip in the year is noticed.</summary>
    private const int YearsAhead = 1;

    public static ClosureChange Adding(ClosureDay day) => new([day with { Name = day.Name.Trim() }], []);

    public static ClosureChange Removing(DateOnly day) => new([], [day]);

    /// <summary>The closure days as they are by it, in order. Asking twice is asking once.</summary>
    public ValueList<ClosureDay> In(ValueList<ClosureDay> closures) =>
        closures.Where(c => !Removed.Contains(c.Date)).Union(Added).OrderBy(c => c.Date).ToValueList();

    /// <summary>Every reason why it cannot be, at "name" or "date".</summary>
    /// <param name="today">In London.</param>
    public IEnumerable<FieldProblem> ProblemsIn(BoardRoom room, DateOnly today)
    {
        foreach (var day in Added)
        {
            if (!Plausible.Text(day.Name)) yield return new("name", $"Enter why the offices are closed, in one line of at most {Plausible.LongestText} characters");
            if (ProblemOf(day, room, today) is { } problem) yield return new("date", problem);
        }

        foreach (var day in Removed.Where(r => room.Board.Closures.All(c => c.Date != r)))
            yield return new("date", $"{DateWords.Of(day)} is not one of the board's closure days");
    }

    private static string? ProblemOf(ClosureDay day, BoardRoom room, DateOnly today)
    {
        if (day.Date.Year < today.Year || day.Date.Year > today.Year + YearsAhead) return $"The date must be in {today.Year} or {today.Year + YearsAhead}";
        if (room.Board.Closures.Contains(day)) return null;
        return room.InForce.DueTimes.Days.WhyNot(day.Date) is { } why ? $"{DateWords.Of(day.Date)} is not a working day already{Unless(why, day.Date)}" : null;
    }

    // "Saturday 2 May 2026 is not a working day already (Saturday)" would say it twice.
    private static string Unless(string why, DateOnly day) => why == day.DayOfWeek.ToString() ? "" : $" ({why})";
}

/// <summary>What has changed between two lists of closure days, as people are told it.</summary>
internal static class ClosureWords
{
    private const int MostNamed = 5;

    public static string Reason(IReadOnlyList<ClosureDay> before, IReadOnlyList<ClosureDay> after)
    {
        List<string> sentences =
        [
            .. after.Except(before).Select(c => $"{DateWords.Of(c.Date)} ({c.Name}) is no working day for the board."),
            .. before.Where(b => after.All(a => a.Date != b.Date)).Select(c => $"{DateWords.Of(c.Date)} ({c.Name}) is a working day for the board after all."),
        ];
        var more = sentences.Count - MostNamed;
        return sentences.Count == 0
            ? "The calendar of working days has changed."
            : string.Join(' ', sentences.Take(MostNamed)) + (more > 0 ? $" Other closure days have changed too: {more}." : "");
    }
}
