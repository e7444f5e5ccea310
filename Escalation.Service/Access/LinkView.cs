using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>What a link is good for at this moment, judged by the record as it stands; where it is good for nothing any more, why.</summary>
public abstract record LinkView
{
    private LinkView()
    {
    }

    /// <summary>It can be used, and looked at as often as one likes.</summary>
    public sealed record Live(Link Link, Opened Opened) : LinkView
    {
        /// <summary>
        /// Whether more than <see cref="LinkMinimum"/>, and any decision, needs a code first: a setting of the stage at which the difference
        /// is now.
        /// </summary>
        public bool NeedsCode => Opened.Terms.Procedure.FindStage(Opened.Standing.Stage)?.LinkAlone != true;

        /// <summary>
        /// The sign-in that the link alone stands for: in this difference only, and never fresh. It is kept nowhere, so it ends with the link.
        /// </summary>
        public SignIn ToSignIn() => new(
            Link.Id, Link.For.Board, Link.For.Email, Via.Link, Link.MadeAt, Link.MadeAt, CapacityOf(Link.For), Difference: Link.For.Difference);
    }

    /// <summary>A newer link for the same was sent to the same person.</summary>
    public sealed record Superseded(DateTimeOffset When) : LinkView;

    /// <param name="NowAt">The id of the present stage.</param>
    public sealed record StageMovedOn(string NowAt) : LinkView;

    /// <summary>Somebody else is written to in that place now.</summary>
    public sealed record PersonReplaced : LinkView;

    public sealed record Ended(Ending Ending, DateTimeOffset At) : LinkView;

    /// <summary>It was done meanwhile, or is wanted no longer.</summary>
    /// <param name="By">The agency or post that did it, never a person; none where it was several, or nobody in particular.</param>
    public sealed record Decided(string? By) : LinkView;

    public sealed record Expired(DateTimeOffset At) : LinkView;

    public sealed record Revoked(DateTimeOffset At) : LinkView;

    /// <summary>The difference's retention period is over, and so is its record.</summary>
    public sealed record Erased : LinkView;

    /// <summary>There never was such a link, or it is long gone.</summary>
    public sealed record Unknown : LinkView;

    private static Capacity? CapacityOf(LinkFor made) => made.To switch
    {
        Recipient.Officer("board-office") => new Capacity.BoardOffice(),
        Recipient.Officer(var id) => new Capacity.Officer(id),
        Recipient.Rung(var agency, _) => new Capacity.Contact(agency),
        _ => null,
    };
}
