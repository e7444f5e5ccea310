using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>What the parties said to each other.</summary>
internal static class ExchangeWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.DiscussionRecorded f => new Said(
                $"{by} recorded a discussion with {f.With}{(f.Internal ? ", within their own organisation" : "")}.",
                new Quote("Step", f.Step is { } step ? names.Step(f.Stage, step) : ""), new Quote("Views", f.Views), new Quote("What came of it", f.Outcome)),
            Fact.Acknowledged f => new Said($"{by} said that they have received it, at {names.Stage(f.Stage)}. That is not an answer yet."),
            Fact.Responded f => new Said($"{by} answered at {names.Stage(f.Stage)}.", new Quote("Position", f.Position), new Quote("Reasons", f.Reason)),
            Fact.OutcomeProposed f => new Said($"{by} proposed an outcome.",
                [new Quote("Proposed outcome", f.Outcome), .. Actions(f.Actions, names), new Quote("What stays open", f.Outstanding), .. Affirmed(f.Affirmed, names)]),
            Fact.OutcomeConfirmed f => new Said($"{by} agreed to the proposed outcome.", [new Quote("Why", f.Reason ?? ""), .. Affirmed(f.Affirmed, names)]),
            Fact.OutcomeDisputed f => new Said($"{by} did not agree to the proposed outcome.", new Quote("Why", f.Reason)),
            _ => throw EntryWords.Missing(entry),
        };
    }

    public static IEnumerable<Quote> Actions(IReadOnlyList<ActionAgreed> actions, RecordNames names) => actions.Select((a, i) =>
        new Quote($"Action {i + 1}", $"{a.What}\n{names.Agency(a.Agency)}: {a.Owner}, by {DateWords.Of(a.Due)}"));

    private static IEnumerable<Quote> Affirmed(ValueList<string> affirmed, RecordNames names) =>
        affirmed.Select(id => new Quote("Affirmed", names.Statement(id)));
}
