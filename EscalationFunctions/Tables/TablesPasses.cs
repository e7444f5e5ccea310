using Azure.Data.Tables;
using Escalation.Core;
using Escalation.Service.Passes;

namespace EscalationFunctions.Tables;

/// <summary>
/// Links, codes and sign-ins in one partition, so that several change in one transaction. Each pass is three rows: itself, and two without
/// content by which it is found, about whom it is and when it is over; so 33 passes at most change at once.
/// </summary>
public sealed class TablesPasses : IPasses
{
    private const string Partition = "passes", Itself = "pass", About = "about", Over = "over";

    private readonly Shelf shelf;

    internal TablesPasses(Shelf shelf) => this.shelf = shelf;

    public async Task<Pass?> FindAsync(PassKind kind, string id, CancellationToken cancel) =>
        await shelf.FindAsync(Partition, KeyOf(kind, id), cancel) is { } row ? ToPass(row) : null;

    public async Task<IReadOnlyList<Pass>> AboutAsync(PassKind kind, string about, CancellationToken cancel)
    {
        var from = Keys.Of(About, KebabCase.Of(kind), about);
        var rows = await shelf.ReadAsync($"PartitionKey eq {Partition} and RowKey gt {from + ":"} and RowKey lt {from + Keys.End}", cancel: cancel)
            .ToListAsync(cancel);
        var passes = await Task.WhenAll(rows.Select(r => FindAsync(kind, r.GetString("Id"), cancel)));
        return [.. passes.OfType<Pass>().Where(p => p.About == about)];
    }

    /// <exception cref="BatchTooLargeException">It is more than can be changed in one step; nothing was.</exception>
    public async Task<bool> ChangeAsync(IReadOnlyList<Pass> kept, IReadOnlyList<Pass> removed, CancellationToken cancel)
    {
        if (kept.Count + removed.Count == 0) return true;
        var seen = await Task.WhenAll(kept.Concat(removed).Select(p => shelf.FindAsync(Partition, KeyOf(p.Kind, p.Id), cancel)));
        if (kept.Concat(removed).Zip(seen).Any(p => p.First.Edition != (p.Second?.GetInt64("Edition") ?? 0))) return false;
        var batch = new Batch();
        foreach (var (pass, row) in kept.Zip(seen)) Keep(pass, row, batch);
        foreach (var row in seen.Skip(kept.Count).OfType<TableEntity>()) Remove(row, batch);
        return batch.Actions.Count == 0 || await shelf.DoAsync(batch, cancel);
    }

    public async Task<int> SweepAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var over = await shelf.ReadAsync($"PartitionKey eq {Partition} and RowKey gt {Over + ":"} and RowKey lt {Keys.Of(Over, Keys.Of(before))}",
            Math.Min(limit, 1000), cancel)
            .Take(limit).ToListAsync(cancel);
        foreach (var found in over)
            // One that was kept for longer meanwhile has changed, and stays.
            if (await shelf.FindAsync(Partition, found.GetString("Pass"), cancel) is { } row && ToPass(row).Expires < before)
            {
                var batch = new Batch();
                Remove(row, batch);
                await shelf.DoAsync(batch, cancel);
            }

        return over.Count;
    }

    private static void Keep(Pass pass, TableEntity? seen, Batch batch)
    {
        var row = ToRow(pass);
        if (seen is null) batch.Add(row);
        else batch.Replace(row, seen.ETag);
        var found = FoundBy(pass).ToList();
        foreach (var by in found) batch.Put(by);
        if (seen is not null)
            foreach (var old in FoundBy(ToPass(seen)).Where(o => !found.Exists(f => f.RowKey == o.RowKey))) batch.Remove(old);
    }

    private static void Remove(TableEntity seen, Batch batch)
    {
        batch.Remove(seen);
        foreach (var by in FoundBy(ToPass(seen))) batch.Remove(by);
    }

    private static IEnumerable<TableEntity> FoundBy(Pass pass)
    {
        var (kind, key) = (KebabCase.Of(pass.Kind), KeyOf(pass.Kind, pass.Id));
        yield return new TableEntity(Partition, Keys.Of(About, kind, pass.About, pass.Id)) { ["Id"] = pass.Id, ETag = Azure.ETag.All };
        yield return new TableEntity(Partition, Keys.Of(Over, Keys.Of(pass.Expires), kind, pass.Id)) { ["Pass"] = key, ETag = Azure.ETag.All };
    }

    private static string KeyOf(PassKind kind, string id) => Keys.Of(Itself, KebabCase.Of(kind), id);

    private static TableEntity ToRow(Pass pass)
    {
        var row = new TableEntity(Partition, KeyOf(pass.Kind, pass.Id))
        {
            ["Kind"] = KebabCase.Of(pass.Kind), ["Id"] = pass.Id, ["About"] = pass.About, ["Expires"] = pass.Expires.UtcTicks, ["Edition"] = pass.Edition + 1,
        };
        Pieces.Put(row, "Content", pass.Content);
        return row;
    }

    private static Pass ToPass(TableEntity row) => new(
        Enum.GetValues<PassKind>().First(k => KebabCase.Of(k) == row.GetString("Kind")), row.GetString("Id"), row.GetString("About"),
        new DateTimeOffset(row.GetInt64("Expires")!.Value, TimeSpan.Zero), row.GetInt64("Edition")!.Value, Pieces.Get(row, "Content"));
}
