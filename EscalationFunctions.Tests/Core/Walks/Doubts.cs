using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Walks.BrokenException;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>Which entries of a record were disowned, and what the board office has found, told from the record alone.</summary>
internal sealed class Doubts
{
    private readonly HashSet<int> open = [];
    private readonly HashSet<int> answered = [];
    private readonly HashSet<int> found = [];

    public bool Waiting => open.Count > 0;

    public void Raise(Fact.Disowned fact, Entry entry, List<Entry> record)
    {
        var deed = record.FirstOrDefault(e => e.Number == fact.Entry);
        Unless(deed is { By: not Actor.TheService }, "what the service did was disowned");
        Unless(entry.By.IsBoardOffice || entry.By.AgencyOrNull == deed!.By.AgencyOrNull && entry.By.Officers.LastOrDefault() == deed.By.Officers.LastOrDefault(),
            "somebody disowned what others did");
        Unless(!answered.Contains(fact.Entry) && open.Add(fact.Entry), "disowned twice");
    }

    public void Answer(Fact.DisowningAnswered fact, Entry entry)
    {
        Unless(entry.By.IsBoardOffice, "another than the board office has answered");
        Unless(open.Remove(fact.Entry) && answered.Add(fact.Entry), "answered without a question");
        if (!fact.Stands) found.Add(fact.Entry);
    }

    public bool IsVoid(Entry entry) => found.Contains(entry.Number);

    public bool IsOpen(List<Entry> record, Func<Entry, bool> which) => record.Any(e => open.Contains(e.Number) && which(e));

    /// <summary>Whether an entry is a part of the agreement on an outcome, or of the decision that is one.</summary>
    public static bool IsOf(string proposal, Entry entry) => entry.Fact switch
    {
        Fact.OutcomeProposed fact => fact.Id == proposal,
        Fact.OutcomeConfirmed fact => fact.Proposal == proposal,
        Fact.DecisionMade fact => fact.Id == proposal,
        _ => false,
    };
}
