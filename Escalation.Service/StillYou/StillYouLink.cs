using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.StillYou;

/// <summary>The link in a letter that asks somebody whether they still act for their agency. It is about no difference, and opens none.</summary>
/// <param name="Id">The SHA-256 of the secret in its address.</param>
/// <param name="Contacts">Ids of the agency's contacts with the address to which it went, one for each stage at which they act.</param>
/// <param name="Until">When it is over at the latest.</param>
public sealed record StillYouLink(
    string Id, string Board, string Agency, ValueList<string> Contacts, string Email, DateTimeOffset MadeAt, DateTimeOffset Until)
{
    /// <summary>What passes about it are looked up by: the agency, and nobody of it.</summary>
    internal static string AboutOf(string board, string agency) => $"{board}/{agency}";

    /// <summary>Their contacts as the directory has them now: in post, and with this address.</summary>
    internal IReadOnlyList<DirectoryContact> In(BoardRoom room, DateOnly today) =>
    [
        .. (room.FindAgency(Agency)?.Contacts ?? []).Where(c =>
            Contacts.Contains(c.Id) && Visitors.Same(c.Email, Email) && c.ToContact(Agency).IsInPostOn(today)),
    ];
}

/// <summary>What such a link is good for now, by the directory as it is. Looking changes nothing.</summary>
/// <param name="Link">None where there is no such link.</param>
/// <param name="Contacts">Those that it asks about and that are theirs still.</param>
/// <param name="WhyNot">Why it is good for nothing any more; none where it is.</param>
public sealed record StillYouView(StillYouLink? Link, IReadOnlyList<DirectoryContact> Contacts, LinkView? WhyNot)
{
    internal static readonly StillYouView Unknown = new(null, [], new LinkView.Unknown());

    internal static StillYouView Of(StillYouLink link, IEnumerable<StillYouLink> all, BoardRoom room, DateTimeOffset now)
    {
        var contacts = link.In(room, LondonTime.DayOf(now));
        LinkView? why = now >= link.Until ? new LinkView.Expired(link.Until)
            : all.Where(o => o.MadeAt > link.MadeAt && Visitors.Same(o.Email, link.Email)).MinBy(o => o.MadeAt) is { } newer ? new LinkView.Superseded(newer.MadeAt)
            : contacts.Count == 0 ? new LinkView.PersonReplaced()
            : contacts.All(c => c.LastConfirmed >= LondonTime.DayOf(link.MadeAt)) ? new LinkView.Decided(link.Agency)
            : null;
        return new(link, contacts, why);
    }
}
