using Escalation.Core;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>What erasing a difference does to the rows that belong to it.</summary>
internal static class Erasures
{
    private static readonly string Open = KebabCase.Of(CardState.Open);

    /// <returns>Whether it was erased now.</returns>
    public static bool Erase(Erasing erasing, Statements w)
    {
        var (id, erasure) = (erasing.Head.Id, Rows.ToJson(erasing.Erasure));
        // A letter that is on its way would come after, with a new link in it; by the next list it has arrived or was given up. The plus keeps
        // SQLite from going through all notices that there are for an index of those that wait.
        if (w.Number($"{Rows.ChainOf} select 1 from {Rows.ChainWithNotices} where +n.state = 'waiting' limit 1", id) is not null) return false;
        var isErased = w.Do(
            "update differences set key = null, erasure = ?1 where id = ?2 and length = ?3 and key is not null and state <> ?4 and due is null",
            erasure, id, erasing.Head.Length, Open) > 0;
        if (isErased) Follow(id, w);
        return isErased;
    }

    /// <summary>Erases one of an old backup again, however it stood when that was taken.</summary>
    /// <returns>Whether it still had its key.</returns>
    public static bool EraseAgain(string id, Erasure erasure, Statements w)
    {
        var isErased = w.Do("update differences set key = null, due = null, erasure = ?1 where id = ?2 and key is not null", Rows.ToJson(erasure), id) > 0;
        if (isErased) Follow(id, w);
        return isErased;
    }

    // An answer's fingerprint is a plain hash of what somebody wrote: whoever guesses the words could prove it.
    private static void Follow(string id, Statements w)
    {
        w.Do("delete from answers where difference = ?1", id);
        w.Do("delete from reads where difference = ?1", id);
        w.Do("delete from passes where kind in ('link', 'draft') and about = ?1", id);
        w.Do(
            $"{Rows.ChainOf} update notices set state = 'dead', problem = ?2 where state = 'waiting' and place in (select n.place from {Rows.ChainWithNotices})",
            id, Erasure.OfNotice);
    }
}
