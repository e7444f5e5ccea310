using Azure.Data.Tables;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// What is to be unique across differences, which no transaction reaches over: ids that were given out, references, the names of questions.
/// A claim is laid before the record is written and counts for nothing unless the record bears it out.
/// </summary>
internal sealed class Claims(Shelf shelf, Records records)
{
    private const string Ids = "ids", References = "references", Asked = "answers", ByAge = "answers-by-age";

    /// <summary>Longer than anybody can take from laying a claim to its record being kept or given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>False if what it wants is somebody else's.</returns>
    public async Task<bool> LayAsync(Append append, CancellationToken cancel)
    {
        if (append.Answer is { } answer && !await LayAsync(answer, cancel)) return false;
        if (append.Before is not null) return true;
        await shelf.PutAsync(new TableEntity(Ids, append.Head.Id), cancel);
        var reference = new TableEntity(References, Keys.Of(append.Head.Card.Reference)) { ["Id"] = append.Head.Id };
        return await shelf.AddAsync(reference, cancel) || await DifferenceOfAsync(append.Head.Card.Reference, cancel) == append.Head.Id;
    }

    /// <summary>The difference that a reference was given to; it may not have come about.</summary>
    public async Task<string?> DifferenceOfAsync(string reference, CancellationToken cancel) =>
        (await shelf.FindAsync(References, Keys.Of(reference), cancel))?.GetString("Id");

    /// <summary>Ids that were given out, in their order; one or another may not have come about.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(string after, int limit, CancellationToken cancel) =>
        await shelf.ReadAsync($"PartitionKey eq {Ids} and RowKey gt {after}", Math.Min(limit, 1000), cancel).Take(limit).Select(r => r.RowKey)
            .ToListAsync(cancel);

    public async Task<Answer?> AnswerAsync(string asker, string key, CancellationToken cancel) =>
        await shelf.FindAsync(Asked, Keys.Hashed(asker, key), cancel) is { } claim
            ? await records.AnswerAsync(claim.GetString("Id"), asker, key, cancel) : null;

    /// <returns>How many it forgot.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var old = await shelf.ReadAsync($"PartitionKey eq {ByAge} and RowKey lt {Keys.Of(before)}", Math.Min(limit, 1000), cancel).Take(limit)
            .ToListAsync(cancel);
        foreach (var row in old)
        {
            var hash = row.GetString("Hash");
            await records.ForgetAnswerAsync(row.GetString("Id"), hash, cancel);
            if (await shelf.FindAsync(Asked, hash, cancel) is { } claim && claim.GetString("Id") == row.GetString("Id"))
                await shelf.RemoveAsync(Asked, hash, cancel, claim.ETag);
            // Last, so that a crash leaves it to be found again.
            await shelf.RemoveAsync(ByAge, row.RowKey, cancel);
        }

        return old.Count;
    }

    private async Task<bool> LayAsync(Answer answer, CancellationToken cancel)
    {
        var hash = Keys.Hashed(answer.Asker, answer.Key);
        var byAge = new TableEntity(ByAge, $"{Keys.Of(answer.At)}:{hash}:{answer.Difference}") { ["Hash"] = hash, ["Id"] = answer.Difference };
        await shelf.PutAsync(byAge, cancel);
        var claim = new TableEntity(Asked, hash) { ["Id"] = answer.Difference, ["At"] = answer.At.UtcTicks };
        if (await shelf.AddAsync(claim, cancel)) return true;
        if (await shelf.FindAsync(Asked, hash, cancel) is not { } held) return false;
        var holder = held.GetString("Id");
        if (holder == answer.Difference) return !await records.HasAnswerAsync(holder, hash, cancel);
        // Somebody laid it and died, or was refused, before the record bore it out.
        if (answer.At - new DateTimeOffset(held.GetInt64("At")!.Value, TimeSpan.Zero) < Patience
            || await records.HasAnswerAsync(holder, hash, cancel)) return false;
        return await shelf.ReplaceAsync(claim, held.ETag, cancel);
    }
}
