using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>What was asked, by when, and what became of it.</summary>
internal static class DeadlineWords
{
    public static Said Of(Entry entry, RecordNames names) => entry.Fact switch
    {
        Fact.DeadlineSet f => Set(f, names),
        Fact.DeadlineMet { Stage: "" } f => new Said($"A promise over the whole procedure is kept: {names.Asked("", f.Deadline)}."),
        Fact.DeadlineMet f => new Said($"What was asked is done: to {names.Asked(f.Stage, f.Deadline)}."),
        Fact.DeadlineDropped f => new Said($"No longer asked, since the outcome is settled: to {names.Asked(f.Stage, f.Deadline)}."),
        Fact.DeadlineMoved f => Moved(f, names),
        Fact.DeadlinePassed f => new Said($"The time to {names.Asked(f.Stage, f.Deadline)} ended at {DateWords.Of(f.DueAt)}."),
        Fact.DeadlineRestored f => new Said($"It is asked again, with the time that it had, since what had kept it is void: to {names.Asked(f.Stage, f.Deadline)}."),
        Fact.Reminded f => new Said($"The service sent a reminder: to {names.Asked(f.Stage, f.Deadline)}."),
        Fact.ChaseSet f => new Said($"If nothing happens, the service reminds {names.Who(f.Holder)} at {DateWords.Of(f.DueAt)}."),
        Fact.Chased f => new Said(
            $"The service reminded {names.Who(f.Holder)}{(f.BoardOfficeToo ? ", and told the board office" : "")}. It was reminder {f.Number} at this stage."),
        Fact.Flagged f => new Said($"The board office was asked to look at it: {Flag(f, names)} Nothing was decided by that."),
        Fact.DutyDone f => new Said($"{ActorWords.Of(entry.By, names)} said that it was done: to {names.Asked(f.Stage, f.Deadline)}.", new Quote("Account", f.Account)),
        _ => throw EntryWords.Missing(entry),
    };

    private static Said Set(Fact.DeadlineSet f, RecordNames names)
    {
        var by = f.DueAt is { } due ? $"by {DateWords.Of(due)}" : "without delay";
        var sentence = f.Stage.Length == 0
            ? $"Over the whole procedure: {f.Title}, {by}."
            : $"Asked of {names.Who(f.Holder)}: to {f.Title} {by}.";
        return new Said(f.Why is { } why ? $"{sentence} {Explanation.Counting(why)}" : sentence);
    }

    private static Said Moved(Fact.DeadlineMoved f, RecordNames names)
    {
        var before = f.From is { } from ? $" from {DateWords.Of(from)}" : "";
        return new Said($"The time to {names.Asked(f.Stage, f.Deadline)} was moved{before} to {DateWords.Of(f.To)}. {Because(f.Because)}", new Quote("Why", f.Reason));
    }

    private static string Because(Moving moving) => moving switch
    {
        Moving.Agreement => "Both sides agreed on that.",
        Moving.ImmediateRisk => "It was brought forward because the adult is at immediate risk.",
        Moving.Calendar => "The days were counted again, because the calendar of working days has changed.",
        _ => throw new ArgumentOutOfRangeException(nameof(moving), moving, "not a reason to move"),
    };

    private static string Flag(Fact.Flagged f, RecordNames names) => f.For switch
    {
        FlaggedFor.DeadlinePassed => $"the time to {f.Detail} was over.",
        FlaggedFor.CapPassed => $"the time that the procedure allows as a whole was over ({f.Detail}).",
        FlaggedFor.CapWillBreak => $"a date that was agreed goes beyond the time that the procedure allows as a whole ({f.Detail}).",
        FlaggedFor.NoNeutralAgency => $"{f.Detail}.",
        FlaggedFor.PartyAbsent => $"{names.Agency(f.Detail)} was not at the meeting.",
        FlaggedFor.NoDecisionAuthority => $"somebody of {names.Agency(f.Detail)} at the meeting could not decide for their organisation.",
        FlaggedFor.Disowned => "somebody says that an act in their name was not theirs.",
        _ => throw new ArgumentOutOfRangeException(nameof(f), f.For, "no words for this flag"),
    };
}
