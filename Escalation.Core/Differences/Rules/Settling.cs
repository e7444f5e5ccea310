using Escalation.Core.Calendar;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>From a proposed outcome to a closed difference: confirmed by all who are asked, told to everybody, and only then closed.</summary>
internal static class Settling
{
    private const string RaiserAsRecipient = "raiser";

    /// <summary>Nobody would live to be reminded of an action in the year 9999.</summary>
    private const int YearsOfAction = 5;

    public static void Propose(Command.ProposeOutcome c, Draft draft)
    {
        draft.RequireParty();
        draft.RequireStillUnsettled();
        draft.RequireText(c.Outcome, "outcome", "what is agreed");
        draft.RequireText(c.Outstanding, "outstanding", "how outstanding issues will be pursued, or that there are none");
        CheckId(c.Id, draft);
        CheckActions(c.Actions, draft);
        CheckAffirmed(c.Affirmed, draft);
        if (!draft.Refused)
            draft.Record(new Fact.OutcomeProposed(c.Id, draft.Standing.Stage, c.Outcome, c.Outstanding, c.Actions, c.Affirmed));
    }

    public static void Confirm(Command.ConfirmOutcome c, Draft draft)
    {
        if (Pending(c.Proposal, draft) is not { } proposal) return;
        draft.Require(draft.Standing.StillToConfirm(proposal, draft.Procedure).Any(p => p.Agency == draft.By.AgencyOrNull), RefusalCode.NotAskedToConfirm,
            "You have confirmed it, or the procedure does not ask you to.");
        Disowning.RequireNotFrozen(draft.Standing.FrozenBy(proposal.Id), draft);
        CheckAffirmed(c.Affirmed, draft);
        if (!draft.Refused) draft.Record(new Fact.OutcomeConfirmed(c.Proposal, c.Affirmed, c.Reason));
    }

    public static void Dispute(Command.DisputeOutcome c, Draft draft)
    {
        var party = draft.RequireParty();
        draft.RequireText(c.Reason, "reason", "why you do not agree");
        draft.Require(party is null || draft.Standing.AskedToConfirm(draft.Procedure).Contains(party), RefusalCode.NotAskedToConfirm, "The procedure does not ask you to confirm it.");
        if (Pending(c.Proposal, draft) is not null) draft.Record(new Fact.OutcomeDisputed(c.Proposal, c.Reason));
    }

    public static void Tell(Command.ConfirmTold c, Draft draft)
    {
        draft.Require(draft.By == Actor.Post || draft.By.IsBoardOffice, RefusalCode.BoardOfficeOnly,
            $"The service's post, or the {draft.Procedure.BoardOfficeTitle}, says who was told.");
        if (!draft.Require(draft.Standing.Settlement is not null, RefusalCode.NotSettled, "There is no outcome to tell yet.")) return;
        foreach (var unknown in c.Told.Except(Recipients(draft)))
            draft.Refuse(RefusalCode.NotARecipient, $"'{unknown}' is neither a party nor \"{RaiserAsRecipient}\".", "told");
        if (draft.Refused) return;
        foreach (var recipient in c.Told.Distinct().Except(draft.Standing.Settlement!.Told).ToList()) draft.Record(new Fact.Told(recipient));
    }

    public static void SettleIfConfirmed(Draft draft)
    {
        if (draft.Standing is { Settlement: null, PendingProposal: { } proposal } s && !s.StillToConfirm(proposal, draft.Procedure).Any())
            Settle(proposal.Id, SettledBy.Agreement, draft);
    }

    public static void Settle(string of, SettledBy by, Draft draft)
    {
        var s = draft.Standing;
        var days = draft.Today.DayNumber - LondonTime.DayOf(s.Outset).DayNumber;
        var actions = s.Proposals.First(p => p.Id == of).Actions.Select(a => new ActionDue(a.Id, draft.DueTimes.CloseOf(a.Due)));
        draft.Record(new Fact.OutcomeSettled(of, s.Stage, by, days, actions.ToValueList()));
    }

    /// <summary>Forms that closing waits for and that are not complete at the stage where it was settled.</summary>
    public static IEnumerable<StageForm> FormsMissing(Draft draft) => draft.Stage.Forms.Where(f => (f.Needed is FormNeeded.ToClose or FormNeeded.Always)
        && (draft.Standing.FindForm(f.Form)?.SubmittedAt != draft.Standing.Stage || draft.Standing.FrozenSignature(f.Form) is not null));

    public static void CloseIfDone(Draft draft)
    {
        if (draft.Standing.Settlement is not { } settlement) return;
        if (!settlement.EveryoneTold && !Recipients(draft).Except(settlement.Told).Any()) draft.Record(new Fact.EveryoneTold());
        else if (settlement.EveryoneTold && draft.Standing.FrozenBy(settlement.Of) is null && !FormsMissing(draft).Any() && !draft.Standing.Duties.Any())
            draft.Record(new Fact.Closed());
    }

    public static void CheckActions(ValueList<ActionAgreed> actions, Draft draft)
    {
        for (var i = 0; i < actions.Count; i++) CheckAction(actions[i], $"actions[{i}]", draft);
        draft.Require(actions.Concat(draft.Standing.Actions.Select(a => a.Action)).DistinctBy(a => a.Id).Count()
            == actions.Count + draft.Standing.Actions.Count, RefusalCode.IdInUse, "Two actions have the same id.", "actions");
    }

    public static void CheckId(string id, Draft draft) =>
        draft.Require(draft.Standing.Proposals.All(p => p.Id != id), RefusalCode.IdInUse, $"There is a proposal '{id}' already.", "id");

    private static void CheckAction(ActionAgreed action, string path, Draft draft)
    {
        draft.RequireText(action.What, $"{path}.what", "what will be done");
        draft.RequireText(action.Owner, $"{path}.owner", "who will do it");
        draft.RequireIsParty(action.Agency, RefusalCode.BadAction, $"{path}.agency");
        CheckDue(action.Due, $"{path}.due", draft);
    }

    public static void CheckDue(DateOnly due, string field, Draft draft)
    {
        draft.Require(due >= draft.Today, RefusalCode.BadAction, "The date has passed.", field);
        draft.Require(due <= draft.Today.AddYears(YearsOfAction), RefusalCode.TooFarAhead, $"It can lie at most {YearsOfAction} years ahead.", field);
    }

    private static void CheckAffirmed(ValueList<string> affirmed, Draft draft)
    {
        foreach (var statement in draft.Procedure.Closing.Statements.Where(s => !affirmed.Contains(s.Id)))
            draft.Refuse(RefusalCode.StatementsNeeded, $"The procedure asks you to affirm: {statement.Text}", "affirmed");
    }

    /// <summary>The proposal that is on the table; none where anything was refused.</summary>
    private static Proposal? Pending(string id, Draft draft)
    {
        var proposal = draft.Standing.Proposals.LastOrDefault(p => p.Id == id);
        draft.Require(proposal is not null, RefusalCode.NoSuchProposal, $"There is no proposal '{id}'.", "proposal");
        draft.Require(proposal is null or { Status: ProposalStatus.Pending }, RefusalCode.ProposalNotPending,
            "It has been disputed, replaced by a newer one, or has settled it.", "proposal");
        return draft.Refused ? null : proposal;
    }

    private static IEnumerable<string> Recipients(Draft draft) => draft.Standing.Parties.Select(p => p.Agency).Append(RaiserAsRecipient);
}
