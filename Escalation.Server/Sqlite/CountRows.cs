using System.Globalization;
using System.Runtime.InteropServices;
using Escalation.Core.Figures;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>
/// What the figures are added up from. What many decisions of one transaction add to the same number is added up in memory first, so that
/// it costs one row and not one for each.
/// </summary>
internal sealed class CountRows
{
    private static readonly string Levels = Quoted(m => m.IsLevel()), Others = Quoted(m => !m.IsLevel());

    private readonly Dictionary<(string Board, Measure Measure, DateOnly Day, string Key), int> waiting = [];

    public void Add(string board, Count count) =>
        CollectionsMarshal.GetValueRefOrAddDefault(waiting, (board, count.Measure, count.Day, count.Key), out _) += count.Number;

    public void Put(Statements w)
    {
        foreach (var ((board, measure, day, key), number) in waiting)
            if (number != 0)
                w.Do("insert into counts (board, measure, day, key, number) values (?1, ?2, ?3, ?4, ?5) on conflict do update set number = number + excluded.number",
                    board, measure.Name(), Stored(day), key, number);
    }

    public void Forget() => waiting.Clear();

    // One statement, so that all of it is of one moment.
    public static Counted Sum(string board, DateOnly from, DateOnly to, Statements r)
    {
        var complete = true;
        var sums = r.All(
            $"""
            select measure, key, sum(number) from counts where board = ?1 and measure in ({Others}) and day between ?2 and ?3 group by measure, key
            union all
            select measure, key, sum(number) from counts where board = ?1 and measure in ({Levels}) and day <= ?3 group by measure, key
            union all
            select '', '', 0 where exists (select 1 from uncounted join differences using (place) where board = ?1)
            """,
            row =>
            {
                if (row.Text(0).Length > 0) return new Summed(Measures.Named(row.Text(0)), row.Text(1), row.Whole(2));
                complete = false;
                return null;
            },
            board, Stored(from), Stored(to));
        return new Counted([.. sums.OfType<Summed>()], complete);
    }

    public static List<Uncounted> Uncounted(long after, int limit, Statements r) => r.All(
        "select d.id, u.place, u.length from uncounted u join differences d using (place) where u.place > ?1 order by u.place limit ?2",
        row => new Uncounted(row.Text(0), row.Number(1), row.Whole(2)), after, limit);

    public static bool Settle(IReadOnlyList<Uncounted> which, IReadOnlyList<(string Board, Count Count)> counts, Statements w)
    {
        if (!which.All(u => w.Number("select 1 from uncounted where place = ?1", u.Place) is not null)) return false;
        foreach (var done in which) w.Do("delete from uncounted where place = ?1", done.Place);
        foreach (var (board, count) in counts) w.Counts.Add(board, count);
        return true;
    }

    private static string Stored(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(Func<Measure, bool> which) => string.Join(", ", Measures.All.Where(which).Select(m => $"'{m.Name()}'"));
}

/// <summary>A difference whose first lines are still to be counted.</summary>
internal sealed record Uncounted(string Id, long Place, int Length);
