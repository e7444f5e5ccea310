using Azure.Data.Tables;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>The records themselves: what a difference's partition holds, read and appended to. All else is derived from it.</summary>
internal sealed class Records(Shelf shelf)
{
    private const int AtOnce = 16;

    public async Task<Head?> HeadAsync(string id, CancellationToken cancel) =>
        await shelf.FindAsync(id, Sheets.Head, cancel) is { } row ? Sheets.ToHead(row) : null;

    /// <summary>Heads of those that there are, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Head>> HeadsAsync(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var heads = new Head?[ids.Count];
        await Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (i, within) => heads[i] = await HeadAsync(ids[i], within));
        return [.. heads.OfType<Head>()];
    }

    // Rows come in the order of their keys, the head first. Lines that were added meanwhile lie behind those that it knows of.
    public async Task<Kept?> FindAsync(string id, CancellationToken cancel)
    {
        Head? head = null;
        var lines = new List<Line>();
        await foreach (var row in shelf.ReadAsync($"PartitionKey eq {id} and RowKey ge {Sheets.Head} and RowKey lt {Sheets.AfterLines}", cancel: cancel))
            if (row.RowKey == Sheets.Head) head = Sheets.ToHead(row);
            else if (row.RowKey.StartsWith(Sheets.Lines, StringComparison.Ordinal)) lines.AddRange(Sheets.ToLines(row));
        return head is null ? null : new Kept(head, [.. lines.Take(head.Length)]);
    }

    public async Task<Answer?> AnswerAsync(string id, string asker, string key, CancellationToken cancel) =>
        await shelf.FindAsync(id, Sheets.Answers + Keys.Hashed(asker, key), cancel) is { } row ? Sheets.ToAnswer(row, asker, key) : null;

    public async Task<bool> HasAnswerAsync(string id, string hash, CancellationToken cancel) =>
        await shelf.FindAsync(id, Sheets.Answers + hash, cancel) is not null;

    public Task ForgetAnswerAsync(string id, string hash, CancellationToken cancel) => shelf.RemoveAsync(id, Sheets.Answers + hash, cancel);

    /// <summary>The sheets with the notices of a difference, in the order of its record.</summary>
    public async Task<List<(TableEntity Row, List<Posted> Notices)>> NoticesAsync(string id, CancellationToken cancel)
    {
        var sheets = new List<(TableEntity, List<Posted>)>();
        await foreach (var row in shelf.ReadAsync($"PartitionKey eq {id} and RowKey ge {Sheets.Notices} and RowKey lt {Sheets.AfterNotices}", cancel: cancel))
            sheets.Add((row, [.. Sheets.ToNotices(row)]));
        return sheets;
    }

    /// <summary>The head's new row with all that comes with it, in one transaction.</summary>
    /// <exception cref="BatchTooLargeException">It does not fit in one; nothing was sent.</exception>
    public async Task<bool> AppendAsync(Append append, CancellationToken cancel)
    {
        var (head, from) = (append.Head, append.Head.Length - append.Lines.Count + 1);
        var batch = new Batch();
        if (append.Before is null) batch.Add(Sheets.ToRow(head));
        // Of one that was erased meanwhile the key must not come back.
        else if (await shelf.FindAsync(head.Id, Sheets.Head, cancel) is { } seen && seen.GetInt32("Length") == append.Before.Length
            && seen.GetBinary("Key") is not null) batch.Replace(Sheets.ToRow(head), seen.ETag);
        else return false;
        foreach (var row in Sheets.ToRows(head.Id, append.Lines)) batch.Add(row);
        foreach (var row in Sheets.ToRows(head.Id, from, [.. append.Notices.Select(n => new Posted(n, DeliveryState.Waiting, 0, append.At))])) batch.Add(row);
        if (append.Answer is { } answer) batch.Add(Sheets.ToRow(answer));
        if (append.Counts.Count > 0) batch.Add(CountRows.ToRow(head.Id, Sheets.Counts + Keys.Of(from), append.Counts));
        return await DoAsync(batch, append, cancel);
    }

    /// <summary>Notes what became of notices, on all sheets or on none. Of a difference that was erased none is put on its way again.</summary>
    /// <returns>The notices of which something changed, before and after; null, and nothing is done, if somebody else was faster.</returns>
    public async Task<IReadOnlyList<(Posted Before, Posted After)>?> NoteAsync(string id, List<Delivery> deliveries, CancellationToken cancel)
    {
        if (await shelf.FindAsync(id, Sheets.Head, cancel) is not { } head) return [];
        var said = head.GetBinary("Key") is null ? deliveries.FindAll(d => d.State != DeliveryState.Waiting) : deliveries;
        var sheets = (await NoticesAsync(id, cancel)).Select(s => (Seen: s.Row, s.Notices, After: s.Notices.ConvertAll(n => n.With(said))))
            .Where(s => !s.Notices.SequenceEqual(s.After)).ToList();
        if (sheets.Count == 0) return [];
        var changes = sheets.SelectMany(s => s.Notices.Zip(s.After)).Where(n => n.First != n.Second).ToList();
        var batch = sheets.Aggregate(new Batch(), (b, s) => b.Replace(Sheets.ToRow(id, s.Seen.RowKey, s.After), s.Seen.ETag));
        // Whoever erases goes by the head alone, which thus tells them that something is on its way again.
        if (changes.Exists(n => n.First.State != DeliveryState.Waiting && n.Second.State == DeliveryState.Waiting))
            batch.Replace(Sheets.ToRow(Sheets.ToHead(head)), head.ETag);
        return await shelf.DoAsync(batch, cancel) ? changes : null;
    }

    // The service can keep it and its answer be lost on the way; asked again by the package, it then says that somebody was faster. The last
    // link tells whether that was us: it depends on every byte before it.
    private async Task<bool> DoAsync(Batch batch, Append append, CancellationToken cancel)
    {
        try
        {
            return await shelf.DoAsync(batch, cancel) || await IsOursAsync(append, cancel);
        }
        catch (JournalUnavailableException)
        {
            if (await IsOursAsync(append, cancel)) return true;
            throw;
        }
    }

    private async Task<bool> IsOursAsync(Append append, CancellationToken cancel) =>
        await HeadAsync(append.Head.Id, cancel) is { } now && now.Length == append.Head.Length && now.Link.AsSpan().SequenceEqual(append.Head.Link);

    /// <summary>Rows of one kind in a difference's partition, in the order of their keys.</summary>
    /// <param name="kind">What their keys begin with, ending in a hyphen.</param>
    public IAsyncEnumerable<TableEntity> RowsAsync(string id, string kind, CancellationToken cancel)
    {
        var end = kind[..^1] + ".";
        return shelf.ReadAsync($"PartitionKey eq {id} and RowKey ge {kind} and RowKey lt {end}", cancel: cancel);
    }

    public Task<TableEntity?> RowAsync(string id, string key, CancellationToken cancel) => shelf.FindAsync(id, key, cancel);

    public Task<bool> AddAsync(TableEntity row, CancellationToken cancel) => shelf.AddAsync(row, cancel);

    /// <summary>Destroys the key of a difference that has ended and of which nothing is on its way.</summary>
    /// <returns>Whether it was erased now.</returns>
    public async Task<bool> EraseAsync(Erasing erasing, CancellationToken cancel)
    {
        var id = erasing.Head.Id;
        if (await shelf.FindAsync(id, Sheets.Head, cancel) is not { } seen) return false;
        var head = Sheets.ToHead(seen);
        if (head is not { Key: not null, Due: null } || head.Length != erasing.Head.Length || head.Card.State == CardState.Open) return false;
        if ((await NoticesAsync(id, cancel)).SelectMany(n => n.Notices).Any(n => n.State == DeliveryState.Waiting)) return false;
        // One row, however long the record: whatever puts a notice on its way writes the head too. The sheets hold nothing that is personal.
        var erased = head with { Key = null, Erased = erasing.Erasure };
        // As with an append: where the answer was lost on its way, the package asks again and hears that somebody was faster.
        return await shelf.ReplaceAsync(Sheets.ToRow(erased), seen.ETag, cancel) || (await HeadAsync(id, cancel))?.Erased == erasing.Erasure;
    }

    /// <summary>Removes what goes with a difference's key: an answer's fingerprint is a plain hash of what somebody wrote, and who read goes too.</summary>
    public async Task ForgetAsync(string id, CancellationToken cancel)
    {
        foreach (var kind in new[] { Sheets.Answers, Sheets.Reads })
            await foreach (var row in RowsAsync(id, kind, cancel)) await shelf.RemoveAsync(id, row.RowKey, cancel);
    }
}
