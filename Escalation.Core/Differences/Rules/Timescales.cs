using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>
/// Dates that the parties set themselves: the extension of a deadline, or the first date of one that the procedure leaves to them.
/// Both sides must agree, with a reason, to a later date, before the deadline has passed.
/// </summary>
internal static class Timescales
{
    public static void Propose(Command.ProposeTimescale c, Draft draft)
    {
        RequireASide(draft.RequireParty(), draft);
        draft.RequireStillUnsettled();
        draft.RequireText(c.Reason, "reason", "why this time is needed");
        draft.Require(draft.Standing.Timescales.All(t => t.Id != c.Id), RefusalCode.IdInUse, $"There is a timescale '{c.Id}' already.", "id");
        CheckDeadline(c, draft);
        if (!draft.Refused) CheckDay(c.Until, draft);
        if (!draft.Refused)
            draft.Record(new Fact.TimescaleProposed(c.Id, draft.Standing.Stage, c.Deadline, c.Until, c.Reason));
    }

    public static void Agree(Command.AgreeTimescale c, Draft draft)
    {
        if (Open(c.Id, draft) is not { } timescale) return;
        if (!Disowning.RequireNotFrozen(draft.Standing.FrozenTimescale(timescale.Id), draft)) return;
        var deadline = draft.Standing.FindDeadline(timescale.Deadline)!;
        var until = draft.DueTimes.CloseOf(timescale.Until);
        // It may have been moved since it was asked for.
        if (!draft.Require(IsLater(until, deadline, draft), RefusalCode.NotLater, "That date is not later than the present one.")) return;

        // Only what takes the difference from stage to stage on the count from the outset carries the later stages along.
        var carries = draft.Stage.Deadlines.First(r => r.Id == deadline.Id) is { From.Cumulative: true, OnExpiry: OnExpiry.Escalate };
        var extended = carries && deadline.DueAt is { } due ? draft.DueTimes.WorkingDaysBetween(due, until) : 0;
        draft.Record(new Fact.TimescaleAgreed(timescale.Id, extended));
        draft.Record(new Fact.DeadlineMoved(
            deadline.Stage, deadline.Id, deadline.DueAt, until, Moving.Agreement, "agreed by both sides", RemindAt: Deadlines.RemindAt(until, draft)));
        foreach (var cap in draft.Standing.Pending.Where(d => d.IsCap && d.DueAt < Latest(d, until, draft)).ToList())
            draft.Record(new Fact.Flagged(FlaggedFor.CapWillBreak, cap.Set.Title));
    }

    /// <summary>When the clock would keep a cap at the latest: the agreed day, or later where it carries the stages up to the cap's along.</summary>
    private static DateTimeOffset Latest(Deadline cap, DateTimeOffset until, Draft draft) => draft.Procedure
        .WayTo(draft.Procedure.Caps.First(c => c.Id == cap.Id).Reach, draft.Stage)
        .SelectMany(stage => stage.Deadlines)
        .Where(rule => rule is { OnExpiry: OnExpiry.Escalate, From.Cumulative: true, Within.HasNumber: true })
        .Select(rule => Deadlines.Reckon(rule, Deadlines.Began(rule.From, draft.Standing)!, draft)!.DueAt)
        .Append(until)
        .Max();

    public static void Decline(Command.DeclineTimescale c, Draft draft)
    {
        draft.RequireText(c.Reason, "reason", "why not");
        if (Open(c.Id, draft) is { } timescale) draft.Record(new Fact.TimescaleDeclined(timescale.Id, c.Reason));
    }

    // Only days that the calendar knows can be asked about: first that it is no mistyped year, then whether it is a working day. A day
    // that lies in the past is refused below, whatever day it is.
    private static void CheckDay(DateOnly until, Draft draft)
    {
        if (!draft.Require(until <= draft.Today.AddYears(1), RefusalCode.TooFarAhead, "It can lie at most a year ahead.", "until")) return;
        var days = draft.DueTimes.Days;
        if (until >= draft.Today && !days.IsWorkingDay(until))
            draft.Refuse(RefusalCode.NotAWorkingDay,
                $"{until:yyyy-MM-dd} is not a working day ({days.WhyNot(until)}); the next one is {days.OnOrAfter(until):yyyy-MM-dd}.", "until");
    }

    private static void CheckDeadline(Command.ProposeTimescale c, Draft draft)
    {
        var deadline = draft.Standing.FindDeadline(c.Deadline);
        draft.Require(deadline?.Status != DeadlineStatus.Passed, RefusalCode.DeadlineHasPassed, "That deadline has passed.", "deadline");
        draft.Require(deadline is null or not { Status: DeadlineStatus.Met or DeadlineStatus.Dropped }, RefusalCode.NoSuchDeadline,
            "That deadline was met.", "deadline");
        if (!draft.Require(deadline is not null, RefusalCode.NoSuchDeadline, $"No deadline '{c.Deadline}' is open at this stage.", "deadline")) return;
        draft.Require(IsLater(draft.DueTimes.CloseOf(c.Until), deadline!, draft), RefusalCode.NotLater,
            deadline!.DueAt is { } due ? $"It must be later than {DateWords.Of(due)}." : "It must lie in the future.", "until");
    }

    private static bool IsLater(DateTimeOffset until, Deadline deadline, Draft draft) => until > draft.Now && (deadline.DueAt is not { } due || until > due);

    /// <summary>The timescale, if the actor can answer it: an agency of the other side than the one that asked.</summary>
    private static Timescale? Open(string id, Draft draft)
    {
        var party = draft.RequireParty();
        var timescale = draft.Standing.FindTimescale(id) is { Status: TimescaleStatus.Proposed } asked ? asked : null;
        draft.Require(timescale is not null, RefusalCode.NoSuchTimescale, $"No timescale '{id}' waits for an answer.", "id");
        draft.Require(timescale is null || party is null || draft.Standing.PartyOf(timescale.Agency)!.Side != party.Side, RefusalCode.OwnProposal,
            "The other side must agree to it.");
        RequireASide(party, draft);
        return draft.Refused ? null : timescale;
    }

    // Were an agency that is only involved to ask, the answer of one side would be enough.
    private static void RequireASide(Party? party, Draft draft) =>
        draft.Require(party is not { Side: Side.Involved }, RefusalCode.NotYours, "The raising and the responding side agree on it.");
}
