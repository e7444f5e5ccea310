using Escalation.Core.Differences.Rules;

namespace Escalation.Core.Differences;

public abstract partial record Difference
{
    /// <summary>
    /// Decides what an instruction makes true. Pure: the same terms, instruction, instant and state give the same verdict for ever.
    /// Whatever is due by <paramref name="now"/> happens first, so a late clock changes when something is recorded and never what.
    /// </summary>
    /// <param name="terms">The procedure that the difference opened under, the working days and the contacts.</param>
    /// <param name="now">When the instruction was received.</param>
    public static Verdict Decide(Terms terms, Instruction instruction, DateTimeOffset now, Difference state)
    {
        // Time is asked about again and again under any id; what is due by then happens once all the same.
        if (instruction.Command is not Command.LetTimePass && state.StandingOrNull?.Requests.Contains(instruction.Request) == true)
            return new Verdict.Accepted([], state);

        // A machine's clock can be set back. The record's time never runs backwards.
        var at = state.StandingOrNull is { } standing && standing.LastEntryAt > now ? standing.LastEntryAt : now;
        var draft = new Draft(terms, instruction, at, state);
        if (state is not NotRaised) draft.ByTheService(() => TimePassing.CatchUp(draft));
        Answer(instruction.Command, draft);
        if (draft.Refused) return new Verdict.Refused(draft.Refusals.ToValueList());

        if (draft.State is not NotRaised) draft.ByTheService(() => TimePassing.Settle(draft));
        return new Verdict.Accepted(draft.Entries.ToValueList(), draft.State);
    }

    /// <summary>The earliest instant at which something is due by itself; none if nothing is waited for.</summary>
    public DateTimeOffset? NextDueAt => StandingOrNull is { } s ? Agenda.Next(s, DateTimeOffset.MinValue)?.At : null;

    private static void Answer(Command command, Draft draft)
    {
        switch (draft.State, command)
        {
            case (NotRaised, Command.Raise c): Raising.Raise(c, draft); break;
            case (NotRaised, _): draft.Refuse(RefusalCode.NotRaised, "Nothing has been raised under this reference."); break;
            case (_, Command.Raise): draft.Refuse(RefusalCode.AlreadyRaised, "This difference has been raised already."); break;
            case (_, Command.LetTimePass): break;

            case (Open, Command.RecordDiscussion c): Discussing.Record(c, draft); break;
            case (Open, Command.Acknowledge): Discussing.Acknowledge(draft); break;
            case (Open, Command.Respond c): Discussing.Respond(c, draft); break;
            case (Open, Command.FulfilDuty c): Discussing.FulfilDuty(c, draft); break;

            case (Open, Command.ProposeOutcome c): Settling.Propose(c, draft); break;
            case (Open, Command.ConfirmOutcome c): Settling.Confirm(c, draft); break;
            case (Open, Command.DisputeOutcome c): Settling.Dispute(c, draft); break;
            case (Open, Command.ConfirmTold c): Settling.Tell(c, draft); break;

            case (Open, Command.Escalate c): Escalating.ByPerson(c, draft); break;
            case (Open, Command.PassGate c): Escalating.PassGate(c, draft); break;
            case (Open, Command.MarkImmediateRisk c): Risk.Mark(c, draft); break;
            case (Open, Command.LiftImmediateRisk c): Risk.Lift(c, draft); break;

            case (Open, Command.ProposeTimescale c): Timescales.Propose(c, draft); break;
            case (Open, Command.AgreeTimescale c): Timescales.Agree(c, draft); break;
            case (Open, Command.DeclineTimescale c): Timescales.Decline(c, draft); break;
            case (Open, Command.CountAgain c): Counting.Again(c, draft); break;

            case (Open, Command.NominateContact c): Involving.Nominate(c, draft); break;
            case (Open, Command.AddSupporter c): Involving.AddSupporter(c, draft); break;
            case (Open, Command.RemoveSupporter c): Involving.RemoveSupporter(c, draft); break;
            case (Open, Command.AddParty c): Involving.AddParty(c, draft); break;
            case (Open, Command.ArrangeMeeting c): Meetings.Arrange(c, draft); break;
            case (Open, Command.RecordMeeting c): Meetings.Record(c, draft); break;

            case (Open, Command.ReportUnresolved c): Decisions.ReportUnresolved(c, draft); break;
            case (Open, Command.ChooseRoute c): Decisions.ChooseRoute(c, draft); break;
            case (Open, Command.FormPanel c): Decisions.FormPanel(c, draft); break;
            case (Open, Command.HearRepresentation c): Decisions.Hear(c, draft); break;
            case (Open, Command.MakeDecision c): Decisions.Make(c, draft); break;

            case (Open, Command.FillForm c): FormFilling.Fill(c, draft); break;
            case (Open, Command.SignForm c): FormFilling.Sign(c, draft); break;

            case (Open, Command.NoteComplaint c): Endings.NoteComplaint(c, draft); break;
            case (Open, Command.Withdraw c): Endings.Withdraw(c, draft); break;
            case (Open, Command.Redirect c): Endings.Redirect(c, draft); break;
            case (Open, Command.Reopen): draft.Refuse(RefusalCode.StillOpen, "It is open; there is nothing to reopen."); break;
            case (Ended, Command.Reopen c): Endings.Reopen(c, draft); break;

            case (_, Command.CompleteAction c): FollowingUp.CompleteAction(c, draft); break;
            case (_, Command.ChangeAction c): FollowingUp.ChangeAction(c, draft); break;
            case (_, Command.RecordDebrief c): FollowingUp.Debrief(c, draft); break;
            case (_, Command.PassLearning c): FollowingUp.PassLearning(c, draft); break;
            case (_, Command.GiveFeedback c): FollowingUp.Feedback(c, draft); break;

            case (_, Command.Disown c): Disowning.Disown(c, draft); break;
            case (_, Command.AnswerDisowned c): Disowning.Answer(c, draft); break;

            case (Ended, _): draft.Refuse(RefusalCode.Ended, "It has ended. The board office can reopen it."); break;
            default: throw new InvalidOperationException($"No rule for {command.GetType().Name}.");
        }
    }
}
