using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Walks.BrokenException;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>What must have come before a fact for it to be right, told from the record and the procedure and not from the rules.</summary>
internal static class Promises
{
    public static void Explained(Fact.DeadlineSet fact)
    {
        Unless(fact.DueAt is null == fact.Why is null, "a due time without an explanation");
        Unless(fact.RemindAt is null || fact.RemindAt < fact.DueAt, "a reminder that comes too late");
        if (fact.Why is { } why) Explained(fact.DueAt!.Value, why);
    }

    public static void Explained(Fact.DeadlineMoved fact)
    {
        Unless(fact.Why is null == (fact.Because == Moving.Agreement), "moved without an explanation");
        Unless(fact.Because != Moving.Agreement || fact.From is not { } from || fact.To > from, "an extension to an earlier time");
        Unless(fact.Because != Moving.ImmediateRisk || fact.From is not { } then || fact.To < then, "immediate risk gave more time");
        if (fact.Why is { } why) Explained(fact.To, why);
    }

    public static void Explained(Fact.ChaseSet fact) => Explained(fact.DueAt, fact.Why);

    public static void InTime(Fact.DeadlinePassed fact, Entry entry) => Unless(fact.DueAt <= entry.At, "a deadline passed before it was due");

    /// <summary>An extension is asked for by the raising or the responding side and agreed by the other (D7).</summary>
    public static void BothSides(Fact.TimescaleAgreed fact, Entry entry, List<Entry> record, Standing before)
    {
        var asked = record.Last(e => e.Fact is Fact.TimescaleProposed proposed && proposed.Id == fact.Id);
        var sides = new[] { asked, entry }.Select(e => before.PartyOf(e.By.AgencyOrNull)?.Side).ToList();
        Unless(sides.Contains(Side.Raising) && sides.Contains(Side.Responding), "an extension without both sides");
    }

    /// <summary>What an officer says was done for the board's own people, or the last agency of a side, keeps the promise.</summary>
    public static void Duty(Fact.DutyDone fact, Standing before) =>
        Unless(before.FindDeadline(fact.Deadline) is { Status: DeadlineStatus.Pending or DeadlineStatus.Passed }, "a duty was done that nobody had");

    /// <summary>A form that asks for signatures is complete only with each of them, by different people of different agencies (F1).</summary>
    public static void Signed(Fact.FormSubmitted fact, List<Entry> record, Doubts doubts, Procedure procedure, Standing before)
    {
        var form = procedure.FormOf(fact.Form);
        var state = before.FindForm(fact.Form);
        Unless(state is not null && state.Edition == fact.Edition, "a form was completed at another edition");
        Unless(form.Signatures.All(s => state!.Signed.Any(f => f.Signature == s.Id && f.Edition == fact.Edition)), "a form was completed without a signature");
        Unless(state!.Signed.DistinctBy(f => f.Agency).Count() == state.Signed.Count && state.Signed.DistinctBy(f => f.Name).Count() == state.Signed.Count,
            "two signatures of one agency or person");
        var signatures = state.Signed.Select(s => record.Last(e => Equals(e.Fact, s))).ToList();
        Unless(!signatures.Any(doubts.IsVoid), "a form was completed by a signature that is void");
        Unless(!doubts.IsOpen(record, signatures.Contains), "a form was completed by a signature that was disowned");
        Unless(form.Fields.All(f => !f.Required || f.Kind is FieldKind.StageOfResolution or FieldKind.DaysTaken || state.Entries.Any(e => e.Field == f.Id && e.Value.Trim().Length > 0)),
            "a form was completed with an empty field");
    }

    /// <summary>E1, E2: agreed by all who are asked or decided bindingly; everybody told; the forms complete.</summary>
    public static void Closed(List<Entry> record, Doubts doubts, Procedure procedure, Standing before)
    {
        var at = record.FindLastIndex(e => e.Fact is Fact.OutcomeSettled);
        Unless(at >= 0, "closed without an outcome");
        var settled = (Fact.OutcomeSettled)record[at].Fact;
        Unless(!doubts.IsOpen(record, e => Doubts.IsOf(settled.Of, e)), "closed on what was disowned");
        if (settled.By == SettledBy.Agreement) Agreed(record, settled.Of, doubts, procedure, before);
        else Unless(record.Any(e => e.Fact is Fact.DecisionMade made && made.Id == settled.Of && made.Binding && !doubts.IsVoid(e)), "closed by a decision that does not bind");

        var told = record.Skip(at).Select(e => e.Fact).OfType<Fact.Told>().Select(t => t.Recipient).ToList();
        Unless(before.Parties.Select(p => p.Agency).Append("raiser").All(told.Contains), "closed before everybody was told");
        foreach (var needed in procedure.StageOf(settled.Stage).Forms.Where(f => f.Needed is FormNeeded.ToClose or FormNeeded.Always)) Complete(record, needed.Form, settled.Stage);
        Unless(!before.Pending.Any(d => !d.IsCap), "closed with a duty open");
    }

    /// <summary>Nothing is settled on what was disowned, or is void.</summary>
    public static void Settled(Fact.OutcomeSettled fact, List<Entry> record, Doubts doubts, Procedure procedure, Standing before)
    {
        Unless(!doubts.IsOpen(record, e => Doubts.IsOf(fact.Of, e)), "settled on what was disowned");
        if (fact.By == SettledBy.Agreement) Agreed(record, fact.Of, doubts, procedure, before);
    }

    private static void Agreed(List<Entry> record, string proposal, Doubts doubts, Procedure procedure, Standing before)
    {
        var asked = before.Parties.Where(p => procedure.Closing.ConfirmedBy == ConfirmedBy.EveryParty || p.Side != Side.Involved).Select(p => p.Agency);
        var agreed = record.Where(e => e.Fact is Fact.OutcomeProposed p && p.Id == proposal || e.Fact is Fact.OutcomeConfirmed c && c.Proposal == proposal)
            .Where(e => !doubts.IsVoid(e)).Select(e => e.By.AgencyOrNull).ToList();
        Unless(asked.All(agreed.Contains), "closed without everybody's agreement");
        Unless(!record.Any(e => e.Fact is Fact.OutcomeDisputed d && d.Proposal == proposal && !doubts.IsVoid(e)), "closed on an outcome that was disputed");
    }

    private static void Complete(List<Entry> record, string form, string stage)
    {
        var submitted = record.FindLastIndex(e => e.Fact is Fact.FormSubmitted s && s.Form == form && s.Stage == stage);
        Unless(submitted > record.FindLastIndex(e => e.Fact is Fact.FormFilled f && f.Form == form), "closed without a form that it needs");
    }

    private static void Explained(DateTimeOffset due, Reckoning why)
    {
        Unless(why.DueAt == due, "explained by another due time");
        Unless(due > why.FromAt, "due before what it counts from");
        Unless(Explanation.Of(why).Length > 0, "an explanation without words");
    }
}
