using System.Globalization;
using Escalation.Core;
using Escalation.Service.Boards;
using Escalation.Service.Passes;

namespace Escalation.Service.StillYou;

/// <summary>Makes and finds links that ask somebody whether they still act. Of the secret only the hash is kept.</summary>
public sealed class StillYouLinks(IPasses passes, PassBook book, BoardRooms rooms, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>Beyond its time, so that the page can say why it no longer works.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    /// <summary>
    /// The link of a month. Its secret is a keyed hash of whom it is for and the month: asked again after a crash it is the same, and so is the letter
    /// that is sent again. Without the deployment's secret nobody can work it out.
    /// </summary>
    /// <returns>The secret that belongs into the link's address, and nowhere else: 64 characters.</returns>
    internal async Task<string> MakeAsync(Asked asked, CancellationToken cancel)
    {
        var token = book.Keyed("is this still you", asked.Board, asked.Agency, asked.Email.ToLowerInvariant(), asked.Month);
        var id = PassBook.IdOf(token);
        if (await passes.FindAsync(PassKind.StillYou, id, cancel) is not null) return token;
        var now = clock.GetUtcNow();
        var link = new StillYouLink(id, asked.Board, asked.Agency, asked.Contacts, asked.Email, now, now + Longest);
        // Where it is not kept, somebody else was faster with the same.
        await passes.ChangeAsync([book.ToPass(PassKind.StillYou, id, StillYouLink.AboutOf(link.Board, link.Agency), link.Until + Remembered, link)], [], cancel);
        return token;
    }

    /// <param name="id">The link's id, as the browser's cookie names it.</param>
    public async Task<StillYouView> LookAsync(string board, string id, CancellationToken cancel)
    {
        if (await passes.FindAsync(PassKind.StillYou, id, cancel) is not { } pass) return StillYouView.Unknown;
        var link = book.Read<StillYouLink>(pass);
        if (link.Board != board) return StillYouView.Unknown;
        var all = (await passes.AboutAsync(PassKind.StillYou, pass.About, cancel)).Select(book.Read<StillYouLink>);
        return StillYouView.Of(link, all, await rooms.OfAsync(board, cancel), clock.GetUtcNow());
    }
}

/// <summary>Somebody who is asked in a month, about all their contacts of one agency that nobody has confirmed for long.</summary>
/// <param name="Month">"2026-10".</param>
internal sealed record Asked(string Board, string Agency, string Email, ValueList<string> Contacts, string Month)
{
    /// <summary>The same whenever the letter is sent again, and made of nobody.</summary>
    public string Letter => $"still-you/{Board}/{Contacts[0]}/{Month}";

    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
