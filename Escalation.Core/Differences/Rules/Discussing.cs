using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>What the agencies say to each other at a stage. Acknowledging is not deciding, and a response without a reason is refused.</summary>
internal static class Discussing
{
    public static void Record(Command.RecordDiscussion c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.With, "with", "with whom it was discussed");
        draft.RequireText(c.Views, "views", "what the views were");
        draft.RequireText(c.Outcome, "outcome", "what came of it");
        if (c.Step is { } step) CheckStep(step, draft);
        var within = draft.Stage.Steps.Any(s => s.Id == c.Step && s.Internal);
        if (!draft.Refused) draft.Record(new Fact.DiscussionRecorded(c.Id, draft.Standing.Stage, c.With, c.Views, c.Outcome, c.Step, within));
    }

    public static void Acknowledge(Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireStillUnsettled();
        var who = draft.By.NameInRecord;
        draft.Require(!draft.Standing.Acts.Any(a => a.What == Happening.Acknowledged && a.Who == who), RefusalCode.AlreadyAcknowledged,
            "You have acknowledged it at this stage.");
        if (!draft.Refused) draft.Record(new Fact.Acknowledged(draft.Standing.Stage));
    }

    public static void Respond(Command.Respond c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireStillUnsettled();
        draft.RequireText(c.Position, "position", "what your answer is");
        draft.RequireText(c.Reason, "reason", "the reason for your answer");
        if (!draft.Refused) draft.Record(new Fact.Responded(c.Id, draft.Standing.Stage, c.Position, c.Reason));
    }

    public static void FulfilDuty(Command.FulfilDuty c, Draft draft)
    {
        draft.RequireText(c.Account, "account", "what was done");
        if (!draft.Require(draft.Standing.Duties.Any(d => d.Id == c.Deadline), RefusalCode.NoSuchDeadline,
            $"Nothing called '{c.Deadline}' is waited for.", "deadline")) return;
        var rule = draft.Stage.Deadlines.First(r => r.Id == c.Deadline);
        draft.Require(rule.MetBy.Contains(Happening.DutyDone), RefusalCode.NotADuty,
            $"This is kept by {string.Join(" or ", rule.MetBy.Select(h => KebabCase.Of(h)))}, not by saying that it was done.", "deadline");
        draft.Require(draft.IsAmong(rule.Holder) || draft.By.IsBoardOffice, RefusalCode.NotYours,
            $"This is for {draft.Procedure.TitleOf(rule.Holder)} to do.");
        if (!draft.Refused) draft.Record(new Fact.DutyDone(draft.Standing.Stage, c.Deadline, c.Account));
    }

    private static void CheckStep(string id, Draft draft)
    {
        var steps = draft.Stage.Steps;
        var earlier = steps.TakeWhile(s => s.Id != id).ToList();
        if (!draft.Require(earlier.Count < steps.Count, RefusalCode.StepOutOfOrder, $"This stage has no step '{id}'.", "step")) return;
        // At immediate risk people talk to whom they can reach.
        if (draft.Standing.AtImmediateRisk) return;
        foreach (var step in earlier.Where(s => s.Required && !draft.Standing.StepsRecorded.Contains(s.Id)))
            draft.Refuse(RefusalCode.StepOutOfOrder, $"This comes first: {step.Title}.", "step");
    }
}
