using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We agree to it", or "We do not agree to it, because…": one question, so that neither answer is nearer than the other.</summary>
internal sealed class AnswerProposal : Journey
{
    // Not "reason": what somebody wrote against it is not offered as their reason for it when they change their mind.
    private const string Why = "why";

    public override string Path => "answer";

    public override string Title(Standpoint at) => "Agree or disagree with the proposed outcome";

    public override string About(Standpoint at) => "If everybody who is asked agrees, that settles the difference. The time runs on until then.";

    public override bool IsOffered(Standpoint at) => IsAsked(at) && !at.Standing.PendingProposal!.ConfirmedBy.Contains(at.Party!.Agency);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("agree", new Choice("agree", "Does your organisation agree to this outcome?", [new(Choice.Yes, "Yes, we agree"), new(Choice.No, "No, we do not agree")])
        {
            Missing = "Select whether your organisation agrees",
        })
        { Quoted = ProposalWords.Of(at) };
        if (answers["agree"] == Choice.No)
            yield return new Screen("reason", new Prose("reason", "Why do you not agree?") { Hint = "The others need to know what would have to change.", Missing = "Enter why you do not agree" });
        if (!answers.IsYes("agree")) yield break;
        yield return new Screen("why", new Prose(Why, "Why does this settle it for your organisation?")
        {
            Hint = "It goes into the record, so that others can see later why you agreed.",
            Missing = "Enter why this settles it for your organisation",
        });
        if (Statements.Of(at) is { } statements) yield return new Screen("statements", statements);
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming)
    {
        var proposal = at.Standing.PendingProposal?.Id ?? "";
        return answers.IsYes("agree")
            ? new Command.ConfirmOutcome(proposal, answers.All(Statements.Question).ToValueList(), answers[Why])
            : new Command.DisputeOutcome(proposal, answers["reason"]);
    }

    public override Interruption? Interruption(Standpoint at, Answers answers) => answers.IsYes("agree") && IsLast(at)
        ? new("This settles the difference",
            "You are the last who is asked. When you agree, the outcome is final: it goes to everybody in writing. The difference closes when everything that the procedure asks for is complete.",
            "Only the board office can open it again.")
        : null;

    public override string SendLabel(Standpoint at) => "Send our answer";

    public override string DoneTitle(Standpoint at) => "Your answer has gone to the others";

    /// <summary>Whether an outcome is on the table and the visitor's agency is among those who are asked about it.</summary>
    private static bool IsAsked(Standpoint at) => at is { IsUnsettled: true, Party: { } party } && at.Standing.PendingProposal is not null && at.Standing.AskedToConfirm(at.Procedure).Contains(party);

    private static bool IsLast(Standpoint at) => at.Standing.PendingProposal is not { } pending
        || at.Standing.StillToConfirm(pending, at.Procedure).All(p => p.Agency == at.Party?.Agency);
}
