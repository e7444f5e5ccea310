using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Directory;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.StillYou;

/// <summary>
/// Asks everybody whom nobody has confirmed for longer than their board has set whether it is still them: once a month, on a working day. Who was
/// asked is kept with the board's papers. A process that dies between a letter and that note sends the same letter under the same id.
/// </summary>
public sealed partial class StillYouRound(
    BoardRooms rooms, StillYouLinks links, IPostbox postbox, PublicAddress address, TimeProvider clock, ILogger<StillYouRound> log)
{
    /// <summary>When a letter is read that asks for a minute.</summary>
    private static readonly PostingHours Hours = new(new TimeOnly(9, 0), new TimeOnly(17, 0));

    /// <summary>After so many it is noted who was asked.</summary>
    private const int Batch = 20;

    /// <returns>How many letters were sent.</returns>
    public async Task<int> AskAllAsync(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var room in await rooms.AllAsync(cancel)) sent += await AskAsync(room, cancel);
        return sent;
    }

    private async Task<int> AskAsync(BoardRoom room, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!Hours.AreOpen(now, room.InForce.DueTimes.Days)) return 0;
        var sent = 0;
        foreach (var batch in (await WantedAsync(room, LondonTime.DayOf(now), cancel)).Chunk(Batch))
        {
            List<Asked> done = [];
            foreach (var asked in batch)
                if (await TryPostAsync(asked, room, cancel)) done.Add(asked);
            await NoteAsync(room.Board.Id, done, cancel);
            sent += done.Count;
        }

        return sent;
    }

    /// <summary>Who is to be asked this month and was not yet, each about all that is theirs in one agency.</summary>
    private async Task<IReadOnlyList<Asked>> WantedAsync(BoardRoom room, DateOnly today, CancellationToken cancel)
    {
        var month = Asked.MonthOf(today);
        var before = AskedPaper.Of(room.Board.Id, await rooms.PapersAsync(cancel)).Paper;
        var asked = before?.Month == month ? before.Contacts.ToHashSet() : [];
        return
        [
            .. DirectoryCheck.Unconfirmed(room, today, room.Board.ConfirmAfterDays)
                .Select(u => (u.Agency, Contact: room.FindContact(u.Contact)!.Value.Contact))
                .GroupBy(u => (u.Agency, Email: u.Contact.Email.ToLowerInvariant()))
                .Where(theirs => !theirs.Any(u => asked.Contains(u.Contact.Id)))
                .Select(theirs => new Asked(
                    room.Board.Id, theirs.Key.Agency, theirs.First().Contact.Email, theirs.Select(u => u.Contact.Id).Order(StringComparer.Ordinal).ToValueList(), month)),
        ];
    }

    private async Task<bool> TryPostAsync(Asked asked, BoardRoom room, CancellationToken cancel)
    {
        var contacts = room.FindAgency(asked.Agency)!.Contacts.Where(c => asked.Contacts.Contains(c.Id)).ToList();
        var token = await links.MakeAsync(asked, cancel);
        try
        {
            await postbox.PostAsync(StillYouLetter.Of(asked, contacts, room, new Uri(address.Root, $"/{asked.Board}/still-you/by/{token}")), cancel);
            return true;
        }
        catch (NotPostedException refused)
        {
            LogNotPosted(asked.Contacts[0], refused.Message);
            // What is of no use to try again is not tried before next month; the directory shows that nobody has confirmed it.
            return refused.ForGood;
        }
    }

    private async Task NoteAsync(string board, List<Asked> done, CancellationToken cancel)
    {
        while (done.Count > 0)
        {
            var (before, edition) = AskedPaper.Of(board, await rooms.PapersAsync(cancel));
            var month = done[0].Month;
            var known = before?.Month == month ? before.Contacts : [];
            var after = new AskedPaper(month, known.Concat(done.SelectMany(d => d.Contacts)).Distinct().ToValueList());
            if (await rooms.ChangeAsync([after.ToPaper(board, edition)], [], cancel)) return;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Contact {Contact} could not be asked whether they still act: {Problem}")]
    private partial void LogNotPosted(string contact, string problem);
}

/// <summary>Who was asked in a month whether they still act.</summary>
/// <param name="Contacts">Ids.</param>
internal sealed record AskedPaper(string Month, ValueList<string> Contacts)
{
    public static (AskedPaper? Paper, long Edition) Of(string board, IReadOnlyDictionary<(string Board, string Drawer, string Id), Paper> papers) =>
        papers.TryGetValue((board, Drawers.Asked, board), out var paper) ? (paper.As<AskedPaper>(), paper.Edition) : (null, 0);

    public Paper ToPaper(string board, long edition) => PaperJson.ToPaper(this, board, Drawers.Asked, board, edition);
}
