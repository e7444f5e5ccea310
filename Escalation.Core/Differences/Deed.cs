namespace Escalation.Core.Differences;

/// <summary>
/// Something that a person decided or moved, and that somebody can say was done in their name without them: what is put forward, confirmed
/// or disputed, an answer, a date asked for, agreed or declined, a step to a higher stage and the agreement to it, immediate risk marked or
/// lifted, a report that it is unresolved, the choice of a way, a panel, a decision, a signature, and the ends and the way back from them.
/// What the service did itself is nobody's, and what only tells of something (discussions, meetings, texts of forms) moves nothing.
/// </summary>
/// <param name="Stage">The stage at which it was done.</param>
public sealed record Deed(Entry Entry, string Stage)
{
    public Doubt Doubt { get; init; }

    /// <summary>The agency or officer that said that it was not theirs; none if nobody has.</summary>
    public string? DisownedBy { get; init; }

    public int Number => Entry.Number;

    public Fact Fact => Entry.Fact;

    /// <summary>In whose name it stands: an agency by its id, or an officer.</summary>
    public string Who => Entry.By.NameInRecord!;

    /// <summary>Nothing that rests on it is settled or completed until the board office has answered.</summary>
    public bool IsFrozen => Doubt == Doubt.Open;

    /// <summary>The deed that an entry is; none if it is no deed.</summary>
    public static Deed? Of(Entry entry, string stage) => entry.By is not Actor.TheService && IsDeed(entry.Fact) ? new Deed(entry, stage) : null;

    /// <summary>Whether it is a part of the agreement on this proposal, or of the decision that is one.</summary>
    public bool IsOfProposal(string id) => Fact switch
    {
        Fact.OutcomeProposed fact => fact.Id == id,
        Fact.OutcomeConfirmed fact => fact.Proposal == id,
        Fact.DecisionMade fact => fact.Id == id,
        _ => false,
    };

    private static bool IsDeed(Fact fact) => fact is Fact.Responded
        or Fact.OutcomeProposed or Fact.OutcomeConfirmed or Fact.OutcomeDisputed
        or Fact.TimescaleProposed or Fact.TimescaleAgreed or Fact.TimescaleDeclined
        or Fact.Escalated or Fact.GatePassed or Fact.ImmediateRiskMarked or Fact.ImmediateRiskLifted
        or Fact.UnresolvedReported or Fact.RouteChosen or Fact.PanelFormed or Fact.DecisionMade
        or Fact.FormSigned or Fact.Withdrawn or Fact.Redirected or Fact.Reopened;
}

/// <summary>Whether a deed was that of the one in whose name it stands.</summary>
public enum Doubt
{
    /// <summary>Nobody has said otherwise.</summary>
    None,

    /// <summary>It was said that it was not theirs; the board office finds out.</summary>
    Open,

    /// <summary>The board office has found that it stands.</summary>
    Stands,

    /// <summary>The board office has found that it was not theirs, so that it is void.</summary>
    Void,
}
