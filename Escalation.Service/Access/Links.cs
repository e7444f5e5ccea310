using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Access;

/// <summary>
/// Links in letters: a random secret of which only the hash is kept, bound to one task of one person in one difference. Looking changes
/// nothing, however often; whether a link is good is asked of the record each time.
/// </summary>
public sealed partial class Links(
    IPasses passes, PassBook book, DifferenceDesk desk, BoardRooms rooms, Dispatch dispatch, TimeProvider clock, ILogger<Links> log)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Beyond its time, so that the page can say why it no longer works.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    private const int MostTries = 20;

    /// <summary>A link for a letter. Earlier ones for the same task of the same person no longer work.</summary>
    /// <returns>The secret that belongs into the link's address, and nowhere else: 43 characters.</returns>
    public async Task<string> MakeAsync(LinkFor made, CancellationToken cancel)
    {
        var token = PassBook.NewSecret();
        var latest = (await OfDifferenceAsync(made.Difference, cancel)).Select(l => l.MadeAt).DefaultIfEmpty().Max();
        // Of two that were made within one tick of the clock, one has to be the newer.
        var now = clock.GetUtcNow();
        var at = now > latest ? now : latest.AddTicks(1);
        var link = new Link(PassBook.IdOf(token), made, at, now + Longest);
        if (!await passes.ChangeAsync([ToPass(link, 0)], [], cancel)) throw new InvalidOperationException("Two links have one secret.");
        AccessMeters.Links.Add(1);
        return token;
    }

    /// <param name="token">The secret in the link's address.</param>
    public Task<LinkView> LookAsync(string token, CancellationToken cancel) => LookByIdAsync(PassBook.IdOf(token), cancel);

    /// <param name="id">The link's id, as <see cref="LinkCookies.Read"/> gives it.</param>
    public async Task<LinkView> LookByIdAsync(string id, CancellationToken cancel)
    {
        var view = await passes.FindAsync(PassKind.Link, id, cancel) is { } pass ? await LookAsync(book.Read<Link>(pass), cancel) : new LinkView.Unknown();
        if (view is not LinkView.Live) AccessMeters.Refused($"link-{Core.KebabCase.Of(view.GetType().Name)}");
        return view;
    }

    /// <summary>Every link of a difference that is remembered, for the board office, the latest first.</summary>
    public async Task<IReadOnlyList<Link>> OfDifferenceAsync(string difference, CancellationToken cancel) =>
    [
        .. (await passes.AboutAsync(PassKind.Link, difference, cancel)).Select(book.Read<Link>).OrderByDescending(l => l.MadeAt)
            .ThenBy(l => l.Id, StringComparer.Ordinal),
    ];

    /// <summary>"This link must not work any longer."</summary>
    /// <returns>Whether the difference has such a link.</returns>
    public async Task<bool> RevokeAsync(string difference, string id, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await passes.FindAsync(PassKind.Link, id, cancel) is not { } pass || pass.About != difference) return false;
            var link = book.Read<Link>(pass);
            if (link.RevokedAt is not null) return true;
            if (!await passes.ChangeAsync([ToPass(link with { RevokedAt = clock.GetUtcNow() }, pass.Edition)], [], cancel)) continue;
            LogRevoked(id, difference);
            return true;
        }

        throw new JournalUnavailableException("A link is changed too often at once.");
    }

    /// <summary>"None of its links must work any longer", such as where one came into the wrong hands. Those made later do.</summary>
    public async Task RevokeAllOfAsync(string difference, CancellationToken cancel)
    {
        foreach (var link in await OfDifferenceAsync(difference, cancel)) await RevokeAsync(difference, link.Id, cancel);
    }

    /// <summary>
    /// Sends a new link to whoever is registered in the old one's place now, for the same task where it can still be done, else to read. Says
    /// nothing of who that is, nor whether anything was sent: whoever holds an old link may be somebody else.
    /// </summary>
    /// <param name="addressOf">The whole address in which a secret stands.</param>
    public async Task SendNewAsync(string id, Func<string, Uri> addressOf, CancellationToken cancel)
    {
        if (await passes.FindAsync(PassKind.Link, id, cancel) is not { } pass) return;
        var link = book.Read<Link>(pass);
        if (await desk.OpenAsync(link.For.Difference, cancel) is not { Head.Key: not null } opened) return;
        var room = await rooms.OfAsync(link.For.Board, cancel);
        var now = clock.GetUtcNow();
        if (Addressee.Of(link.For.To, opened, room, now).Email is not { } email || !await TakeTurnAsync(link.For.Board, email, now, cancel)) return;
        var done = LinkJudgement.WhyNot(link with { For = link.For with { Email = email } }, opened, room, now) is not null;
        var made = done ? link.For with { Task = new LinkTask.Read(), Stage = null } : link.For;
        var token = await MakeAsync(made with { Email = email, Contact = ContactOf(made, opened) }, cancel);
        dispatch.Send(CodeLetters.OfNewLink(room.Board, email, opened.Standing.Reference, addressOf(token), now + Longest));
    }

    private async Task<LinkView> LookAsync(Link link, CancellationToken cancel)
    {
        if (await desk.OpenAsync(link.For.Difference, cancel) is not { Head.Key: not null } opened) return new LinkView.Erased();
        var all = await OfDifferenceAsync(link.For.Difference, cancel);
        return LinkJudgement.Of(link, all, opened, await rooms.OfAsync(link.For.Board, cancel), clock.GetUtcNow());
    }

    /// <summary>As codes are: no mailbox is flooded by asking for link after link.</summary>
    private async Task<bool> TakeTurnAsync(string board, string email, DateTimeOffset now, CancellationToken cancel)
    {
        var id = book.Keyed("new links", book.AddressOf(board, email));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (tally, edition) = await Tally.FindAsync(passes, book, id, cancel);
            if (tally.NextAt(now) is not null) return false;
            if (await passes.ChangeAsync([tally.With(now).ToPass(book, id, edition)], [], cancel)) return true;
        }

        throw new JournalUnavailableException("New links are asked for too often at once.");
    }

    private static string? ContactOf(LinkFor made, Opened opened) => made.To is Recipient.Rung(var agency, var stage)
        ? opened.Standing.Rungs.FirstOrDefault(r => r.Agency == agency && r.Stage == stage)?.Contact
        : null;

    private Pass ToPass(Link link, long edition) =>
        book.ToPass(PassKind.Link, link.Id, link.For.Difference, link.Until + Remembered, link, edition);

    [LoggerMessage(Level = LogLevel.Information, Message = "Link {Id} of difference {Difference} was revoked.")]
    private partial void LogRevoked(string id, string difference);
}
