using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Service.Closures;

/// <summary>What a change of closure days would do to a board's open differences, as the rules themselves say.</summary>
/// <param name="Edition">Of the board's paper that it was worked out from.</param>
/// <param name="Differences">How many are open.</param>
/// <param name="Unread">How many more are, of which nothing can be said since something is wrong with their record.</param>
public sealed record ClosurePreview(long Edition, int Differences, int Unread, ValueList<DeadlineMove> Moves, ValueList<DeadlineStay> Stays)
{
    /// <summary>How many differences something moves in.</summary>
    public int Moved => Moves.Select(m => m.Difference).Distinct().Count();
}

/// <summary>A date that would move.</summary>
/// <param name="Difference">Its id.</param>
/// <param name="Deadline">Its id in the procedure; none for the next reminder where nothing has a date.</param>
/// <param name="Title">What is to be done, or "the next reminder".</param>
/// <param name="Holders">Whose it is.</param>
/// <param name="OverAtOnce">Whether its new time is over already: then what follows from that follows at once.</param>
public sealed record DeadlineMove(
    string Difference, string Reference, string Stage, string? Deadline, string Title, ValueList<DutyHolder> Holders, DateTimeOffset From, DateTimeOffset To,
    bool OverAtOnce);

/// <summary>A date that the change touches and that stays all the same.</summary>
public sealed record DeadlineStay(
    string Difference, string Reference, string Stage, string Deadline, string Title, ValueList<DutyHolder> Holders, DateTimeOffset DueAt, StaysBecause Because);

public enum StaysBecause
{
    /// <summary>Its time was over before; what happened by that has happened.</summary>
    Over,

    /// <summary>People agreed on it.</summary>
    Agreed,

    /// <summary>It counts hours or days of the calendar.</summary>
    NotInWorkingDays,
}

/// <summary>Works out what counting again would do to one difference: by the very decision that is made then, of which nothing is kept.</summary>
internal static class Forecast
{
    public const string NextReminder = "the next reminder";

    /// <param name="opened">As it stands.</param>
    /// <param name="then">The terms under the changed calendar.</param>
    /// <param name="days">The days that change.</param>
    public static (IEnumerable<DeadlineMove> Moves, IEnumerable<DeadlineStay> Stays) Of(
        Opened opened, Terms then, string reason, IReadOnlyCollection<DateOnly> days, DateTimeOffset now)
    {
        var instruction = new Instruction(Names.NewId(), Recounting.Itself, new Command.CountAgain(reason));
        if (Difference.Decide(then, instruction, now, opened.State) is not Verdict.Accepted(var entries, Difference.Open after)) return ([], []);
        var seen = new Seen(opened, after, then);
        return ([.. seen.Moves(entries, now), .. seen.Chase(now)], [.. seen.Stays(days)]);
    }

    private sealed record Seen(Opened Opened, Difference.Open After, Terms Terms)
    {
        private Standing S => After.Standing;

        public IEnumerable<DeadlineMove> Moves(ValueList<Entry> entries, DateTimeOffset now) =>
            from fact in entries.Select(e => e.Fact).OfType<Fact.DeadlineMoved>()
            where fact is { Because: Moving.Calendar, From: not null }
            let deadline = S.Deadlines.First(d => d.Stage == fact.Stage && d.Id == fact.Deadline)
            select new DeadlineMove(
                Opened.Head.Id, S.Reference, fact.Stage, fact.Deadline, deadline.Set.Title, Holders(deadline.Set.Holder), fact.From!.Value, fact.To, fact.To <= now);

        public IEnumerable<DeadlineMove> Chase(DateTimeOffset now) =>
            Opened.Standing.Chase is { } before && S.Chase is { } after && before.Number == after.Number && before.DueAt != after.DueAt
                ? [new(Opened.Head.Id, S.Reference, after.Stage, null, NextReminder, Holders(after.Holder), before.DueAt, after.DueAt, after.DueAt <= now)]
                : [];

        public IEnumerable<DeadlineStay> Stays(IReadOnlyCollection<DateOnly> days) =>
            from deadline in S.Deadlines
            let because = Because(deadline, days)
            where because is not null
            select new DeadlineStay(
                Opened.Head.Id, S.Reference, deadline.Stage, deadline.Id, deadline.Set.Title, Holders(deadline.Set.Holder), deadline.DueAt!.Value, because.Value);

        private StaysBecause? Because(Deadline deadline, IReadOnlyCollection<DateOnly> days) => deadline switch
        {
            { DueAt: null } => null,
            { Status: DeadlineStatus.Passed, Why: { } why } when Terms.DueTimes.CountsWorkingDays(why.Within) && Reckoned(why) != deadline.DueAt => StaysBecause.Over,
            { IsPending: true } when !days.Contains(LondonTime.DayOf(deadline.DueAt!.Value)) => null,
            { IsPending: true, Why: null } => StaysBecause.Agreed,
            { IsPending: true, Why: { } why } when !Terms.DueTimes.CountsWorkingDays(why.Within) => StaysBecause.NotInWorkingDays,
            _ => null,
        };

        private DateTimeOffset Reckoned(Core.Procedures.Reckoning why) => Terms.DueTimes.Reckon(why.From, why.FromAt, why.Within, why.Extended, why.OwnDay).DueAt;

        private ValueList<DutyHolder> Holders(Core.Procedures.Who who) => DutyHolders.Of(who, S, Terms.Procedure).ToValueList();
    }
}
