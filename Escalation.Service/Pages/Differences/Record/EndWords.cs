using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>The outcome, and what comes after it.</summary>
internal static class EndWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.OutcomeSettled f => new Said($"It is settled at {names.Stage(f.Stage)}, {HowSettled(f.By)}, {Days(f.DaysTaken)} after the outset."),
            Fact.Told f => new Said($"The written outcome reached {(f.Recipient == "raiser" ? "the worker who raised it" : names.Agency(f.Recipient))}."),
            Fact.EveryoneTold => new Said("Everybody has been told of the outcome."),
            Fact.Closed => new Said("It is closed. Agreed actions are followed up until they are done."),
            Fact.ActionCompleted f => new Said($"{by} said that an action is done.", new Quote("Action", names.Action(f.Action)), new Quote("Account", f.Account)),
            Fact.ActionChanged f => new Said($"{by} gave an action another owner or date: {names.Agency(f.Agency)}, {f.Owner}, by {DateWords.Of(f.Due)}.",
                new Quote("Action", names.Action(f.Action)), new Quote("Why", f.Reason)),
            Fact.ActionChased f => new Said(
                $"The service reminded {names.ActionAgency(f.Action)} of an action that is past its date (reminder {f.Number}). The next reminder is at {DateWords.Of(f.Next)}.",
                new Quote("Action", names.Action(f.Action))),
            Fact.DebriefRecorded f => new Said($"{by} noted that a debrief was {Step(f.Step)}.", new Quote("Note", f.Note)),
            Fact.LearningPassed f => new Said($"{by} passed on an issue for the board, to {names.All(f.To)}.", new Quote("Issue", f.Issue)),
            Fact.FeedbackGiven f => new Said($"{by} said how well the procedure worked: {f.Effectiveness} of 5.", new Quote("What would make it better", f.Suggestions)),
            _ => throw EntryWords.Missing(entry),
        };
    }

    private static string HowSettled(SettledBy by) => by switch
    {
        SettledBy.Agreement => "by agreement",
        SettledBy.BindingDecision => "by a decision that binds",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "not a way to settle"),
    };

    private static string Days(int count) => count == 1 ? "1 calendar day" : $"{count} calendar days";

    private static string Step(DebriefStep step) => step switch
    {
        DebriefStep.Offered => "offered",
        DebriefStep.Accepted => "accepted",
        DebriefStep.Declined => "declined",
        DebriefStep.Held => "held",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "not a step"),
    };
}
