using System.Globalization;
using System.Text;
using Escalation.Core;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>Reads pages of lists. The order is the one in which differences were raised, latest first; what is late or due comes by its time.</summary>
internal static class Lists
{
    public static Listing Page(Query query, Statements reader)
    {
        var (order, descending) = OrderOf(query);
        var sql = new StringBuilder($"select {Rows.Head}, place, {order} from differences where board = ?1");
        var values = new List<object?> { query.Board };
        if (query.Agency is { } agency)
            Add($"place in (select difference from parties where board = ?1 and agency = ?{values.Count + 1})", agency);
        if (query.State is { } state) Add($"state = ?{values.Count + 1}", KebabCase.Of(state));
        if (query.Stage is { } stage) Add($"stage = ?{values.Count + 1}", stage);
        if (query.Reference is { } reference) Add($"reference = ?{values.Count + 1}", reference);
        if (query.Late) sql.Append(" and late_since is not null");
        if (query.DueBefore is { } before) Add($"next_act < ?{values.Count + 1}", Rows.Stored(before));
        if (query.After is { } after) AddPage(after);
        sql.Append(CultureInfo.InvariantCulture, $" order by {order} {(descending ? "desc" : "asc")}, place {(descending ? "desc" : "asc")} limit {query.Limit + 1}");

        var rows = reader.All(sql.ToString(), row => (Head: Rows.ToHead(row), Cursor: $"{row.Number(Rows.HeadColumns + 1)}.{row.Number(Rows.HeadColumns)}"), [.. values]);
        var more = rows.Count > query.Limit;
        if (more) rows.RemoveAt(rows.Count - 1);
        return new Listing([.. rows.Select(r => r.Head)], more ? rows[^1].Cursor : null);

        void Add(string condition, object? value)
        {
            sql.Append(" and ").Append(condition);
            values.Add(value);
        }

        void AddPage(string cursor)
        {
            var (at, place) = Parsed(cursor);
            sql.Append(CultureInfo.InvariantCulture, $" and ({order}, place) {(descending ? "<" : ">")} (?{values.Count + 1}, ?{values.Count + 2})");
            values.AddRange([at, place]);
        }
    }

    private static (string Column, bool Descending) OrderOf(Query query) =>
        query.Late ? ("late_since", false) : query.DueBefore is not null ? ("next_act", false) : ("place", true);

    /// <exception cref="FormatException">It is no cursor of ours.</exception>
    private static (long At, long Place) Parsed(string cursor) => cursor.Split('.') is [var at, var place]
        ? (long.Parse(at, NumberStyles.None, CultureInfo.InvariantCulture), long.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{cursor}' is no place in a list.");
}
