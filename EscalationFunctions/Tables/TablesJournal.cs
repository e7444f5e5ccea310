using Escalation.Service.Desk;
using Escalation.Service.Passes;

namespace EscalationFunctions.Tables;

/// <summary>
/// The journal in Azure Table storage: a partition for each difference, in which head, lines, notices and answers are kept in one transaction,
/// and beside it an index that is derived.
/// </summary>
public sealed class TablesJournal : IJournal
{
    private const int MostTries = 20;

    private readonly Records records;
    private readonly TablesIndex index;
    private readonly TablesPasses passes;

    internal TablesJournal(Records records, TablesIndex index, TablesPasses passes) => (this.records, this.index, this.passes) = (records, index, passes);

    public Task<Kept?> FindAsync(string id, CancellationToken cancel) => records.FindAsync(id, cancel);

    public Task<Head?> FindHeadAsync(string id, CancellationToken cancel) => records.HeadAsync(id, cancel);

    public async Task<bool> AppendAsync(Append append, CancellationToken cancel)
    {
        var intent = await index.IntendAsync(append.Head.Id, cancel);
        // Nothing is kept yet that anything could be derived from.
        if (!await index.Claims.LayAsync(append, cancel) || !await records.AppendAsync(append, cancel))
        {
            await index.GiveBackAsync(intent, cancel);
            return false;
        }

        await FollowAsync(intent, () => index.FollowAsync(append, CancellationToken.None));
        return true;
    }

    public Task<Answer?> FindAnswerAsync(string asker, string key, CancellationToken cancel) => index.Claims.AnswerAsync(asker, key, cancel);

    public Task<int> ForgetAnswersAsync(DateTimeOffset before, int limit, CancellationToken cancel) => index.Claims.ForgetAsync(before, limit, cancel);

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset by, int limit, CancellationToken cancel) =>
        await index.DueAsync(by, cancel).Take(limit).Select(d => d.Id).ToListAsync(cancel);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) =>
        await index.DueAsync(DateTimeOffset.MaxValue, cancel).Select(d => (DateTimeOffset?)d.Due).FirstOrDefaultAsync(cancel);

    public Task<IReadOnlyList<string>> IdsAsync(string after, int limit, CancellationToken cancel) => index.Claims.IdsAsync(after, limit, cancel);

    public Task<Listing> ListAsync(Query query, CancellationToken cancel) => new Lists(records, index).PageAsync(query, cancel);

    public async Task<IReadOnlyList<Owed>> OwedAsync(DateTimeOffset by, int limit, CancellationToken cancel) =>
        await index.NoticesAsync($"PartitionKey eq {IndexRows.Owed} and RowKey lt {Keys.Of(by) + Keys.End}", cancel).Take(limit).ToListAsync(cancel);

    public async Task<DateTimeOffset?> NextOwedAsync(CancellationToken cancel) =>
        (await index.NoticesAsync($"PartitionKey eq {IndexRows.Owed}", cancel).FirstOrDefaultAsync(cancel))?.At;

    public Task<Backlog> BacklogAsync(CancellationToken cancel) => index.BacklogAsync(cancel);

    /// <summary>All or nothing of one difference; of several each for itself, and noting the same again changes nothing.</summary>
    public async Task NoteAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancel)
    {
        foreach (var ofOne in deliveries.GroupBy(d => d.Difference)) await NoteAsync(ofOne.Key, [.. ofOne], cancel);
    }

    public async Task<IReadOnlyList<Owed>> NoticesAsync(string board, string? agency, DeliveryState state, int limit, CancellationToken cancel)
    {
        var list = IndexRows.NoticesOf(board, state);
        FormattableString filter = agency is null ? (FormattableString)$"PartitionKey eq {list}" : $"PartitionKey eq {list} and Agency eq {agency}";
        return await index.NoticesAsync(filter, cancel).Take(limit).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, CancellationToken cancel)
    {
        if (await records.HeadAsync(id, cancel) is not { } head) return [];
        var notices = (await records.NoticesAsync(id, cancel)).SelectMany(s => s.Notices).Select(n => n.ToOwed(head.Board, id));
        return [.. notices.OrderBy(o => Keys.PlaceOf(o.Notice.Id))];
    }

    public async Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, int entry, CancellationToken cancel) =>
        [.. (await NoticesOfAsync(id, cancel)).Where(o => o.Notice.Entry == entry)];

    /// <summary>As the interface says, as far as a tenant of Azure sees: what the service itself keeps of removed rows is its own.</summary>
    public async Task<IReadOnlyList<string>> EraseAsync(IReadOnlyList<Erasing> erasings, CancellationToken cancel)
    {
        var erased = new List<string>();
        foreach (var erasing in erasings)
        {
            var id = erasing.Head.Id;
            var intent = await index.IntendAsync(id, cancel);
            if (await records.EraseAsync(erasing, cancel))
            {
                // Whatever becomes of this process: the intent has it done again.
                await records.ForgetAsync(id, cancel);
                await ForgetPassesAsync(id, cancel);
                erased.Add(id);
            }

            await index.GiveBackAsync(intent, cancel);
        }

        return erased;
    }

    public async Task NoteReadsAsync(IReadOnlyList<RecordRead> reads, CancellationToken cancel)
    {
        foreach (var read in reads.Select(r => r with { Place = ReadRows.PlaceOf(r.At) }))
        {
            if (await records.HeadAsync(read.Difference, cancel) is not { Key: not null }) continue;
            if (!await records.AddAsync(ReadRows.ToRow(read), cancel)) throw new JournalUnavailableException("A read could not be kept; another has its place.");
            // Erased in between, it goes too.
            if (await records.HeadAsync(read.Difference, cancel) is not { Key: not null }) await records.ForgetAsync(read.Difference, cancel);
            else await index.FollowAsync(read, cancel);
        }
    }

    public async Task<IReadOnlyList<RecordRead>> ReadsAsync(string board, string? difference, long? before, int limit, CancellationToken cancel)
    {
        var after = before is { } place ? ReadRows.KeyOf(place) : "";
        if (difference is null) return await index.ReadsAsync(board, after, cancel).Take(limit).ToListAsync(cancel);
        return await records.RowsAsync(difference, Sheets.Reads, cancel).Select(ReadRows.ToRead)
            .Where(r => r.Board == board && (before is null || r.Place < before)).Take(limit).ToListAsync(cancel);
    }

    /// <summary>What an append adds is counted once its index was written.</summary>
    public Task<Counted> CountsAsync(string board, DateOnly from, DateOnly to, CancellationToken cancel) =>
        CountRows.SumAsync(index.RowsAsync($"PartitionKey eq {CountRows.OfBoard(board)}", cancel), from, to, cancel);

    private async Task ForgetPassesAsync(string id, CancellationToken cancel)
    {
        foreach (var kind in new[] { PassKind.Link, PassKind.Draft })
            foreach (var pass in await passes.AboutAsync(kind, id, cancel)) await passes.ChangeAsync([], [pass], cancel);
    }

    private async Task NoteAsync(string id, List<Delivery> deliveries, CancellationToken cancel)
    {
        if (await records.HeadAsync(id, cancel) is not { } head) return;
        var intent = await index.IntendAsync(id, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await records.NoteAsync(id, deliveries, cancel) is not { } changes) continue;
            // It may have been us, and only the answer was lost: then the note of the intent has the index mended.
            if (tries > 0 && changes.Count == 0) return;
            await FollowAsync(intent, async () =>
            {
                foreach (var (before, after) in changes) await index.FollowAsync(before.ToOwed(head.Board, id), after.ToOwed(head.Board, id),
                    CancellationToken.None);
            });
            return;
        }

        throw new JournalUnavailableException($"Too much is noted about the notices of difference {id} at once.");
    }

    // What was kept is kept, whatever becomes of what is derived from it: the note of the intent stays, and it is mended from there.
    private async Task FollowAsync(string intent, Func<Task> derive)
    {
        try
        {
            await derive();
            await index.GiveBackAsync(intent, CancellationToken.None);
        }
        catch (JournalUnavailableException)
        {
            Telemetry.LeftBehind.Add(1);
        }
    }
}
