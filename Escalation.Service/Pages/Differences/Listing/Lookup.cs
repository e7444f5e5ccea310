using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Pages.Differences.Listing;

/// <summary>What was found.</summary>
/// <param name="Next">Where to look on; none where there is nothing more.</param>
/// <param name="Looked">How many differences were looked through for them.</param>
internal sealed record Found(IReadOnlyList<Head> Heads, string? Next, int Looked)
{
    /// <summary>Whether it was left before a page was full, since so many had been looked through.</summary>
    public bool GaveUp => Next is not null && Heads.Count < Lookup.PageSize;
}

/// <summary>
/// Finds the differences that somebody may see. The journal knows agencies and no people, so those of the agency are gone through, and
/// each is asked whether it is theirs; not more of them at once than <see cref="Most"/>.
/// </summary>
internal sealed class Lookup(BoardRoom room, Visitor visitor, IJournal journal, DifferenceDesk desk, DateTimeOffset now)
{
    public const int PageSize = 25, Most = 500, MostInTable = 20_000;

    /// <summary>A page of them, in the order of the journal: somewhat more than the size of a page where they lie close together.</summary>
    /// <exception cref="FormatException">Where the page begins is no place of the journal's.</exception>
    /// <exception cref="OverflowException">The same.</exception>
    public Task<Found> PageAsync(Query query, CancellationToken cancel) => PageAsync(query, _ => true, cancel);

    /// <param name="which">Which of them, where the journal cannot tell.</param>
    public Task<Found> PageAsync(Query query, Func<Head, bool> which, CancellationToken cancel) =>
        LookAsync(query with { Agency = Party ?? query.Agency }, which, PageSize, cancel);

    /// <summary>All of them, up to <see cref="MostInTable"/>, in the order of the journal.</summary>
    public async Task<IReadOnlyList<Head>> AllAsync(Query query, Func<Head, bool> which, CancellationToken cancel)
    {
        List<Head> heads = [];
        for (Query? page = query; page is not null && heads.Count < MostInTable;)
        {
            var found = await PageAsync(page, which, cancel);
            heads.AddRange(found.Heads);
            page = found.Next is null ? null : query with { After = found.Next };
        }

        return heads;
    }

    /// <summary>The one of that reference, whosever it is; none where they may not see it, or there is none.</summary>
    public async Task<Head?> FindAsync(string reference, CancellationToken cancel) =>
        (await LookAsync(new Query(room.Board.Id, Reference: reference), _ => true, 1, cancel)).Heads is [var only, ..] ? only : null;

    /// <summary>Those open ones in which their agency or their post has the next act, the one due first in front.</summary>
    public async Task<Found> WaitingAsync(CancellationToken cancel)
    {
        var found = await LookAsync(new Query(room.Board.Id, Party, CardState.Open), IsTheirs, Most, cancel);
        return found with { Heads = [.. found.Heads.OrderBy(h => h.Card.LateSince ?? h.Card.Due ?? DateTimeOffset.MaxValue)] };
    }

    /// <summary>Whether their agency, their post, or they themselves have the next act.</summary>
    public bool IsTheirs(Head head) => head.Card.WaitingFor.Any(h => h switch
    {
        { Contact: { } contact } when visitor.Contacts.Contains(contact) => true,
        { Agency: { } agency } when agency == visitor.Agency => true,
        _ => IsTheirPost(h.Title, head),
    });

    private bool IsTheirPost(string title, Head head) => visitor.HasPost(title, room.TermsOf(head.Card.Procedure, head.Card.Version).Procedure);

    private async Task<Found> LookAsync(Query query, Func<Head, bool> which, int enough, CancellationToken cancel)
    {
        List<Head> heads = [];
        var (after, looked) = (query.After, 0);
        do
        {
            var page = await journal.ListAsync(query with { After = after, Limit = PageSize }, cancel);
            foreach (var head in page.Heads)
                if (which(head) && await MaySeeAsync(head, cancel)) heads.Add(head);
            (after, looked) = (page.Next, looked + page.Heads.Count);
        }
        while (after is not null && heads.Count < enough && looked < Most);
        return new Found(heads, after, looked);
    }

    /// <summary>The agency among whose differences theirs are. A body that holds rungs for others acts in differences to which it is no party.</summary>
    private string? Party => visitor.Agency is { } id && room.FindAgency(id) is { } agency
        && !room.Procedures.SelectMany(p => p.Sectors).SelectMany(s => s.Ladder).Any(r => r.Body == id || r.Body == agency.Name) ? id : null;

    private async ValueTask<bool> MaySeeAsync(Head head, CancellationToken cancel) => head.Key is not null
        && (visitor.IsBoardOffice
            || (await desk.OpenAsync(head, cancel) is { } opened && Admittance.MaySee(visitor, opened, room, LondonTime.DayOf(now))));
}
