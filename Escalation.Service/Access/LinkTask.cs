using System.Text.Json.Serialization;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;

namespace Escalation.Service.Access;

/// <summary>What a letter asks of whoever gets it, and so what its link leads to. One link is for one task.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Act), "act")]
[JsonDerivedType(typeof(ConfirmProposal), "confirm-proposal")]
[JsonDerivedType(typeof(AgreeTimescale), "agree-timescale")]
[JsonDerivedType(typeof(SignForm), "sign-form")]
[JsonDerivedType(typeof(ChooseRoute), "choose-route")]
[JsonDerivedType(typeof(NameContact), "name-contact")]
[JsonDerivedType(typeof(DoAction), "do-action")]
[JsonDerivedType(typeof(GiveFeedback), "give-feedback")]
[JsonDerivedType(typeof(Read), "read")]
public abstract record LinkTask
{
    private LinkTask()
    {
    }

    /// <summary>Take the next step at the stage, whichever it is.</summary>
    public sealed record Act(string Stage) : LinkTask;

    public sealed record ConfirmProposal(string Proposal) : LinkTask;

    public sealed record AgreeTimescale(string Timescale) : LinkTask;

    public sealed record SignForm(string Form) : LinkTask;

    public sealed record ChooseRoute(string Stage) : LinkTask;

    /// <summary>Say who acts for the agency at the stage.</summary>
    public sealed record NameContact(string Agency, string Stage) : LinkTask;

    public sealed record DoAction(string Action) : LinkTask;

    public sealed record GiveFeedback : LinkTask;

    /// <summary>Nothing is asked.</summary>
    public sealed record Read : LinkTask;

    /// <summary>Whether it can be done at the stage only at which it was asked.</summary>
    [JsonIgnore]
    public bool EndsWithStage => this is not (DoAction or GiveFeedback or Read);

    /// <summary>What a notice asks of its recipient, as the difference stands when it is sent.</summary>
    public static LinkTask Of(Notice notice, Standing s) => (notice.Kind, notice.To, notice.Detail) switch
    {
        // Whoever stands by the worker who raised it acts for nobody.
        (_, Recipient.Supporter, _) => new Read(),
        (NoticeKind.OutcomeToConfirm, Recipient.Rung, { } proposal) => new ConfirmProposal(proposal),
        (NoticeKind.TimescaleToAgree, Recipient.Rung, { } timescale) => new AgreeTimescale(timescale),
        (NoticeKind.FormToSign or NoticeKind.SignatureVoided, _, { } form) => new SignForm(form),
        (NoticeKind.ContactNeeded, _, { } agency) => new NameContact(agency, notice.Stage),
        (NoticeKind.ActionOverdue or NoticeKind.ActionChanged, Recipient.Rung rung, { } action) when IsTheirs(action, rung, s) => new DoAction(action),
        (NoticeKind.FeedbackAsked, _, _) => new GiveFeedback(),
        (NoticeKind.Unresolved, Recipient.Officer, _) when s.Deciding is { Route: null } => new ChooseRoute(notice.Stage),
        (NoticeKind.StageEntered or NoticeKind.DutyAsked or NoticeKind.Reminder or NoticeKind.DeadlinePassed or NoticeKind.Chase
            or NoticeKind.DeadlineMoved or NoticeKind.Unresolved or NoticeKind.OutcomeDisputed or NoticeKind.TimescaleDeclined, _, _)
            // Whoever is told that their time passed and that it went on has nothing left to do where it was.
            when notice.Stage.Length > 0 && notice.Stage == s.Stage => new Act(notice.Stage),
        // Those who decide are asked to; the parties are only told.
        (NoticeKind.RouteChosen, Recipient.Officer, _) => new Act(notice.Stage),
        _ => new Read(),
    };

    /// <summary>Whether it was done meanwhile, or is wanted no longer.</summary>
    /// <param name="agency">For which it would be done; none for the board's people.</param>
    internal TaskDone? DoneIn(Standing s, string? agency) => this switch
    {
        Act when s.Settlement is not null => new TaskDone(null),
        ConfirmProposal(var id) when s.Proposals.LastOrDefault(p => p.Id == id) is { } proposal => DoneIn(s, proposal, agency),
        AgreeTimescale(var id) when s.FindTimescale(id) is { Status: not TimescaleStatus.Proposed } => new TaskDone(null),
        SignForm(var id) when s.FindForm(id) is { } form && form.Signed.Any(f => agency is not null && f.Agency == agency) => new TaskDone(agency),
        SignForm(var id) when s.FindForm(id)?.SubmittedAt is not null => new TaskDone(null),
        ChooseRoute when s.Deciding is { Route: not null } => new TaskDone(ByWhom(Happening.RouteChosen, s)),
        ChooseRoute when s.Settlement is not null => new TaskDone(null),
        NameContact(var of, var stage) when s.Nominations.Any(n => n.Agency == of && n.Stage == stage) => new TaskDone(of),
        DoAction(var id) when s.Actions.FirstOrDefault(a => a.Action.Id == id) is { Done: true } action => new TaskDone(action.Action.Agency),
        _ => null,
    };

    private static TaskDone? DoneIn(Standing s, Proposal proposal, string? agency) => proposal switch
    {
        { Status: ProposalStatus.Disputed } => new TaskDone(ByWhom(Happening.OutcomeDisputed, s)),
        { Status: not ProposalStatus.Pending } => new TaskDone(null),
        _ when agency is not null && proposal.ConfirmedBy.Contains(agency) => new TaskDone(agency),
        _ => null,
    };

    private static bool IsTheirs(string action, Recipient.Rung rung, Standing s) => s.Actions.Any(a => a.Action.Id == action && a.Action.Agency == rung.Agency);

    private static string? ByWhom(Happening what, Standing s) => s.Acts.LastOrDefault(a => a.What == what)?.Who;
}

/// <param name="By">The agency or post that did it, never a person; none where it was several, or nobody in particular.</param>
internal sealed record TaskDone(string? By);
