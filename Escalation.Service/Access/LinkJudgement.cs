using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>Judges a link by the record and the directory as they are. Nothing of it is kept, so it cannot be out of date.</summary>
internal static class LinkJudgement
{
    /// <param name="all">Every link of the difference.</param>
    public static LinkView Of(Link link, IReadOnlyList<Link> all, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        if (link.RevokedAt is { } revoked) return new LinkView.Revoked(revoked);
        if (now >= link.Until) return new LinkView.Expired(link.Until);
        if (all.Where(o => o.Follows(link)).OrderBy(o => o.MadeAt).FirstOrDefault() is { } next) return new LinkView.Superseded(next.MadeAt);
        return WhyNot(link, opened, room, now) ?? new LinkView.Live(link, opened);
    }

    /// <summary>Why what the link is for can no longer be done by whom it was sent to; none if it can.</summary>
    public static LinkView? WhyNot(Link link, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        var (made, s) = (link.For, opened.Standing);
        if (made.Task.EndsWithStage && opened.State is Difference.Ended(_, var ending, var at)) return new LinkView.Ended(ending, at);
        // A stage that was left and entered again asks anew.
        if (made.Stage is { } stage && (s.Stage != stage || s.StageEnteredAt > link.MadeAt)) return new LinkView.StageMovedOn(s.Stage);
        if (IsReplaced(made, opened, room, now)) return new LinkView.PersonReplaced();
        return made.Task.DoneIn(s, made.AgencyIn(s)) is { } done ? new LinkView.Decided(done.By) : null;
    }

    private static bool IsReplaced(LinkFor made, Opened opened, BoardRoom room, DateTimeOffset now)
    {
        if (Visitors.Same(Addressee.Of(made.To, opened, room, now).Email, made.Email)) return false;
        // At a stage that is over, whoever is away today is not replaced by the one who stands in.
        return made.To is not Recipient.Rung(_, var stage) || stage == opened.Standing.Stage || !IsInPostAt(stage, made.Email, room, now);
    }

    private static bool IsInPostAt(string stage, string email, BoardRoom room, DateTimeOffset now)
    {
        var today = LondonTime.DayOf(now);
        return room.Agencies.Any(a => a.Contacts.Any(c => c.Stage == stage && Visitors.Same(c.Email, email) && c.ToContact(a.Id).IsInPostOn(today)));
    }
}
