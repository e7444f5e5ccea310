using System.Globalization;
using Escalation.Core;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// Reads pages of lists. The order is the one in which differences were raised, latest first; what is late or due comes by its time. The
/// index says where to look, the records what is so.
/// </summary>
internal sealed class Lists(Records records, TablesIndex index)
{
    private const int AtOnce = 25;

    /// <exception cref="FormatException">It is no place in this list.</exception>
    public async Task<Listing> PageAsync(Query query, CancellationToken cancel)
    {
        var page = new List<(Head Head, string Place)>();
        await foreach (var some in PlacesAsync(query, cancel).Chunk(AtOnce).WithCancellation(cancel))
        {
            var heads = (await records.HeadsAsync([.. some.Select(p => p.Id)], cancel)).ToDictionary(h => h.Id);
            if (query.Late || query.DueBefore is not null) foreach (var head in heads.Values) await index.ForgetOpenAsync(head, cancel);
            page.AddRange(some.Where(p => heads.TryGetValue(p.Id, out var head) && IsWanted(head, query)).Select(p => (heads[p.Id], p.Place)));
            if (page.Count > query.Limit) break;
        }

        return new Listing([.. page.Take(query.Limit).Select(p => p.Head)], page.Count > query.Limit ? page[query.Limit - 1].Place : null);
    }

    private static bool IsWanted(Head head, Query query) => head.Board == query.Board
        && (query.Agency is null || head.Card.Parties.Any(p => p.Agency == query.Agency))
        && (query.State is null || head.Card.State == query.State)
        && (query.Stage is null || head.Card.Stage == query.Stage)
        && (query.Reference is null || head.Card.Reference == query.Reference)
        && (!query.Late || head.Card.LateSince is not null)
        && (query.DueBefore is null || head.Card.Due < query.DueBefore);

    private IAsyncEnumerable<(string Id, string Place)> PlacesAsync(Query query, CancellationToken cancel) => query switch
    {
        { Reference: { } reference } => NamedAsync(reference, cancel),
        { Late: true } => ByTimeAsync(query, "LateSince", cancel),
        { DueBefore: not null } => ByTimeAsync(query, "NextAct", cancel),
        _ => AsRaisedAsync(query, cancel),
    };

    private async IAsyncEnumerable<(string Id, string Place)> NamedAsync(string reference,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (await index.Claims.DifferenceOfAsync(reference, cancel) is { } id) yield return (id, id);
    }

    private IAsyncEnumerable<(string Id, string Place)> AsRaisedAsync(Query query, CancellationToken cancel)
    {
        var list = query.Agency is { } agency ? IndexRows.OfAgency(query.Board, agency) : IndexRows.OfBoard(query.Board);
        var after = query.After is { } place ? Checked(place) : "";
        FormattableString filter = query.State is { } state
            ? (FormattableString)$"PartitionKey eq {list} and RowKey gt {after} and State eq {KebabCase.Of(state)}"
            : $"PartitionKey eq {list} and RowKey gt {after}";
        return index.RowsAsync(filter, cancel).Select(r => (r.GetString("Id"), r.RowKey));
    }

    // A board has tens that are open, so that they are put in order here.
    private async IAsyncEnumerable<(string Id, string Place)> ByTimeAsync(
        Query query, string time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await index.RowsAsync($"PartitionKey eq {IndexRows.OpenOf(query.Board)}", cancel).Where(r => r.ContainsKey(time)).ToListAsync(cancel);
        var places = rows.Select(r => (Id: r.RowKey, Place: $"{r.GetInt64(time)!.Value.ToString("D19", CultureInfo.InvariantCulture)}:{r.RowKey}"));
        var after = query.After is { } place ? Checked(place) : "";
        foreach (var (id, at) in places.Where(p => string.CompareOrdinal(p.Place, after) > 0)
            .OrderBy(p => p.Place, StringComparer.Ordinal)) yield return (id, at);
    }

    private static string Checked(string place) =>
        place.Length is > 20 and < 100 && place[19] == ':' && place.AsSpan(0, 19).IndexOfAnyExceptInRange('0', '9') < 0
        ? place
        : throw new FormatException($"'{place}' is no place in a list.");
}
