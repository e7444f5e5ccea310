using Escalation.Core;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>Writes what one decision adds.</summary>
internal static class Appends
{
    /// <param name="card">The head's card, written out.</param>
    /// <param name="notices">The notices, written out, in their order.</param>
    /// <returns>Whether it was written: not where the record has grown or was erased meanwhile, or where id, reference or key are taken.</returns>
    public static bool Put(Append append, Utf8 card, Utf8[] notices, Statements w)
    {
        var (head, answer) = (append.Head, append.Answer);
        if (answer is not null && w.Number("select 1 from answers where asker = ?1 and key = ?2", answer.Asker, answer.Key) is not null) return false;
        if (append.Lines.Count == 0) throw new ArgumentException("A decision adds at least one line.", nameof(append));
        var first = (w.Number("select max(place) from lines") ?? 0) + 1;
        if (PutHead(append, card, first + append.Lines.Count - 1, w) is not { } stored) return false;
        foreach (var agency in append.Joined)
            w.Do("insert into parties (board, agency, difference) values (?1, ?2, ?3) on conflict do nothing", head.Board, agency, stored.Place);
        PutLines(append.Lines, stored, first, w);
        PutNotices(append, notices, first, w);
        if (answer is not null)
            w.Do("insert into answers (asker, key, fingerprint, difference, length, at) values (?1, ?2, ?3, ?4, ?5, ?6)",
                answer.Asker, answer.Key, answer.Fingerprint, answer.Difference, answer.Length, Rows.Stored(answer.At));
        foreach (var count in append.Counts) w.Counts.Add(head.Board, count);
        return true;
    }

    /// <returns>The difference as it was stored; none if its record is not as long as expected, or id or reference are taken.</returns>
    private static Stored? PutHead(Append append, Utf8 card, long last, Statements w)
    {
        var head = append.Head;
        if (append.Before is not { } before) return Insert(head, card, last, w) is { } place ? new Stored(place, null) : null;
        // Looked up first: to give out the rows that it changes, SQLite makes a table of them each time, which costs more.
        var stored = w.First("select place, last from differences where id = ?1 and length = ?2 and key is not null",
            row => new Stored(row.Number(0), row.Number(1)), head.Id, before.Length);
        if (stored is null) return null;
        // Most decisions change nothing that lists are found by; SQLite would write every index anew for a column that is merely named.
        if (IsFoundAlike(before, head)) UpdateRecord(head, card, last, stored.Place, w);
        else if (before.Card.State == head.Card.State) UpdateTimes(head, card, last, stored.Place, w);
        else Update(head, card, last, stored.Place, w);
        return stored;
    }

    private static bool IsFoundAlike(Head one, Head other) => one.Due == other.Due && one.Card.State == other.Card.State
        && one.Card.Stage == other.Card.Stage && one.Card.Due == other.Card.Due && one.Card.LateSince == other.Card.LateSince;

    private static void UpdateRecord(Head head, Utf8 card, long last, long place, Statements w) => w.Do(
        "update differences set length = ?1, link = ?2, last = ?3, card = ?4 where place = ?5", head.Length, head.Link, last, card, place);

    private static void UpdateTimes(Head head, Utf8 card, long last, long place, Statements w) => w.Do(
        """
        update differences set length = ?1, link = ?2, last = ?3, due = ?4, stage = ?5, next_act = ?6, late_since = ?7, card = ?8
        where place = ?9
        """,
        head.Length, head.Link, last, Rows.StoredDue(head.Due), head.Card.Stage, Rows.Stored(head.Card.Due), Rows.Stored(head.Card.LateSince), card, place);

    private static void Update(Head head, Utf8 card, long last, long place, Statements w) => w.Do(
        """
        update differences set length = ?1, link = ?2, last = ?3, key = ?4, due = ?5, state = ?6, stage = ?7, next_act = ?8, late_since = ?9, card = ?10
        where place = ?11
        """,
        head.Length, head.Link, last, head.Key, Rows.StoredDue(head.Due), KebabCase.Of(head.Card.State), head.Card.Stage, Rows.Stored(head.Card.Due),
        Rows.Stored(head.Card.LateSince), card, place);

    private static long? Insert(Head head, Utf8 card, long last, Statements w) => w.Number(
        """
        insert into differences (length, link, last, key, due, state, stage, next_act, late_since, card, id, board, reference)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) on conflict do nothing returning place
        """,
        head.Length, head.Link, last, head.Key, Rows.StoredDue(head.Due), KebabCase.Of(head.Card.State), head.Card.Stage, Rows.Stored(head.Card.Due),
        Rows.Stored(head.Card.LateSince), card, head.Id, head.Board, head.Card.Reference);

    private static void PutLines(IReadOnlyList<Line> lines, Stored stored, long first, Statements w)
    {
        var before = stored.Last;
        for (var i = 0; i < lines.Count; before = first + i++)
            w.Do("insert into lines (place, difference, number, before, open, secret, link) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                first + i, stored.Place, lines[i].Number, before, lines[i].Open, lines[i].Secret, lines[i].Link);
    }

    private static void PutNotices(Append append, Utf8[] notices, long first, Statements w)
    {
        var (from, to) = (append.Lines[0].Number, append.Lines[^1].Number);
        // Where a record is brought from another store, the notices of all of it come with its last lines.
        var all = append.Notices.Any(n => n.Entry < from || n.Entry > to) ? PlacesOf(append.Head.Id, w) : null;
        for (var i = 0; i < notices.Length; i++)
        {
            var (entry, number) = Rows.PlaceOf(append.Notices[i].Id);
            var line = all is null ? first + entry - from : all[entry];
            w.Do("insert into notices (place, notice, state, attempts, at) values (?1, ?2, 'waiting', 0, ?3)",
                Rows.PlaceOfNotice(line, number), notices[i], Rows.Stored(append.At));
        }
    }

    /// <summary>Where the lines of a record lie, by their numbers: those that were there, and those that were just added.</summary>
    private static Dictionary<int, long> PlacesOf(string id, Statements w) =>
        w.All($"{Rows.ChainOf} select number, place from chain", row => KeyValuePair.Create(row.Whole(0), row.Number(1)), id).ToDictionary();

    /// <param name="Place">The difference's.</param>
    /// <param name="Last">Where the last line of its record lay before; none for a new one.</param>
    private sealed record Stored(long Place, long? Last);
}
