using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Answers;

/// <summary>
/// Shows a difference to callers. Made of the record and its procedure alone, so that the answer to a request that was answered before
/// is the same to the letter.
/// </summary>
internal static class Views
{
    private static readonly FrozenDictionary<Type, string> FactNames = typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    public static ActAnswer Of(Opened opened, IReadOnlyList<Entry> added) =>
        new(Of(opened), added.Select(e => new RecordedAnswer(e.Number, FactNames[e.Fact.GetType()], IdOf(e.Fact))).ToValueList());

    public static DifferenceAnswer Of(Opened opened)
    {
        var s = opened.Standing;
        var procedure = opened.Terms.Procedure;
        return new DifferenceAnswer(
            opened.Head.Id, s.Reference, procedure.Id, procedure.Version, Card.StateOf(opened.State), s.Stage, procedure.FindStage(s.Stage)?.Title,
            s.Version, s.RaisedAt, s.LastEntryAt, s.AtImmediateRisk, s.Parties,
            opened.State is Difference.Open open ? DutyHolders.Of(open, procedure).ToValueList() : [],
            opened.State is Difference.Open ? DueOf(s) : null,
            s.Proposals.Map(p => new ProposalAnswer(p.Id, p.Stage, p.Status, p.Agency, p.ConfirmedBy)),
            s.Timescales.Map(t => new ExtensionAnswer(t.Id, t.Deadline, t.Until, t.Agency, t.Status)),
            s.Meetings.Map(m => new MeetingAnswer(m.Id, m.Stage, m.MeetAt, s.MeetingsHeld.Contains(m.Id))),
            s.Supporters.Map(p => p.Id),
            s.Forms.Map(Of),
            s.Deciding is { } d ? new DecidingAnswer(d.Route, d.Panel.Count, d.Heard) : null,
            s.Settlement is { } done ? new SettlementAnswer(done.Of, done.Stage, done.By, done.Told) : null,
            s.Actions.Map(a => new ActionAnswer(a.Action.Id, a.Action.Agency, a.Action.Due, a.Done)),
            s.Disowned.Select(d => new DisownedAnswer(d.Number, FactNames[d.Fact.GetType()], d.Entry.At, d.Who)).ToValueList(),
            opened.Head.Erased?.At);
    }

    public static FormSummary Of(FormState form) => new(form.Form, form.Edition, form.Signed.Map(f => f.Signature), form.SubmittedAt);

    private static DueAnswer? DueOf(Standing s) => s.PendingAtStage.MinBy(d => d.DueAt) is { } deadline
        ? new DueAnswer(deadline.DueAt!.Value, Explanation.Of(deadline))
        : s.Chase is { } chase ? new DueAnswer(chase.DueAt, Explanation.Of(chase.Why)) : null;

    /// <summary>The id that a fact brings into the world, so that the caller can name it from now on.</summary>
    private static string? IdOf(Fact fact) => fact switch
    {
        Fact.DiscussionRecorded f => f.Id,
        Fact.Responded f => f.Id,
        Fact.OutcomeProposed f => f.Id,
        Fact.TimescaleProposed f => f.Id,
        Fact.SupporterAdded f => f.Id,
        Fact.MeetingArranged f => f.Id,
        Fact.DecisionMade f => f.Id,
        Fact.LearningPassed f => f.Id,
        _ => null,
    };
}
