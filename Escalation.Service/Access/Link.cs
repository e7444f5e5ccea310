using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>What a link is for: one task of one person in one difference.</summary>
/// <param name="Stage">With which it ends; none where the task outlives its stage.</param>
/// <param name="To">In which place the person was written to.</param>
/// <param name="Email">To which the letter with the link goes.</param>
/// <param name="Contact">The contact's id in the directory, where it is one.</param>
public sealed record LinkFor(string Board, string Difference, string? Stage, LinkTask Task, Recipient To, string Email, string? Contact = null)
{
    /// <summary>The link that belongs into a notice's letter.</summary>
    /// <param name="email">The letter's address.</param>
    public static LinkFor Of(Owed owed, Opened opened, string email)
    {
        var (notice, s) = (owed.Notice, opened.Standing);
        var task = LinkTask.Of(notice, s);
        var contact = notice.To is Recipient.Rung rung ? s.Rungs.FirstOrDefault(r => r.Agency == rung.Agency && r.Stage == rung.Stage)?.Contact : null;
        return new(owed.Board, owed.Difference, task.EndsWithStage ? notice.Stage : null, task, notice.To, email, contact);
    }

    /// <summary>The agency for which the task would be done; none for the board's own people.</summary>
    internal string? AgencyIn(Standing s) => To switch
    {
        Recipient.Rung(var agency, _) => agency,
        Recipient.TheRaiser => s.Parties.First(p => p.Side == Side.Raising).Agency,
        _ => null,
    };
}

/// <summary>A link as it was made. The secret in its address is kept nowhere.</summary>
/// <param name="Id">The SHA-256 of the secret.</param>
/// <param name="Until">When it is over at the latest.</param>
/// <param name="RevokedAt">When the board office, or somebody to whom it was not meant, took it back.</param>
public sealed record Link(string Id, LinkFor For, DateTimeOffset MadeAt, DateTimeOffset Until, DateTimeOffset? RevokedAt = null)
{
    /// <summary>Whether this one takes the other's place.</summary>
    internal bool Follows(Link other) => For.Task == other.For.Task && Visitors.Same(For.Email, other.For.Email)
        && (MadeAt > other.MadeAt || (MadeAt == other.MadeAt && string.CompareOrdinal(Id, other.Id) > 0));
}

/// <summary>All that a link alone shows: enough to know what waits, and nothing of what is said of anybody.</summary>
/// <param name="Stage">Its id and title; the title is none where it never came to a stage.</param>
/// <param name="Raising">The agency's name.</param>
/// <param name="Others">The other parties' names.</param>
/// <param name="Due">When the next act is due; none where it has ended.</param>
public sealed record LinkMinimum(
    string Reference, string Stage, string? StageTitle, string Raising, IReadOnlyList<string> Others, DateTimeOffset? Due)
{
    public static LinkMinimum Of(Opened opened, BoardRoom room)
    {
        var s = opened.Standing;
        return new(
            s.Reference, s.Stage, opened.Terms.Procedure.FindStage(s.Stage)?.Title,
            NameOf(s.Parties.First(p => p.Side == Side.Raising)), [.. s.Parties.Where(p => p.Side != Side.Raising).Select(NameOf)],
            opened.State is Difference.Open ? DutyHolders.Until(s) : null);

        string NameOf(Party party) => room.FindAgency(party.Agency)?.Name ?? party.Agency;
    }
}
