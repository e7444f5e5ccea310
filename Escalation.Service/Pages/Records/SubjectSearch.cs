using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Passes;

namespace Escalation.Service.Pages.Records;

/// <summary>What was found for somebody who asks what is kept about them.</summary>
/// <param name="Asked">The reference or name that was looked for.</param>
/// <param name="Next">Where to look on; none where all was looked through.</param>
/// <param name="Chosen">Ids of those that go into the export.</param>
internal sealed record Finding(string Asked, ValueList<FoundRecord> Found, int Looked, string? Next, ValueList<string> Chosen);

/// <param name="AsReference">Whether it is the adult's reference as it was recorded; otherwise it stands somewhere in the record.</param>
internal sealed record FoundRecord(string Difference, string Reference, bool AsReference);

/// <summary>
/// Finds a board's differences about somebody. There is no index of the people whom differences are about: it would be worth more to a
/// thief than the records, and a hash of a reference of six figures is soon turned back. So every record is opened and looked through, so
/// many at a time, which takes about as long as a page that was asked for by mistake. What was found is kept for a day, encrypted.
/// </summary>
internal sealed class SubjectSearch(IJournal journal, Bookkeeping books, IPasses passes, PassBook book, TimeProvider clock)
{
    /// <summary>So many records are looked through at once, the latest first.</summary>
    public const int AtOnce = 5_000;

    /// <summary>Once so many are found it stops at the next page's end, to be gone on with from there: a page of the search is looked through whole, or not at all.</summary>
    public const int MostFound = 200;

    private const int Page = 100, LeastLetters = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Letters and figures alone, for a reference is written with blanks, strokes and small letters as it comes.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public static bool IsEnough(string asked) => Plain(asked).Length >= LeastLetters;

    /// <summary>Looks through the first of a board's records, and keeps what was found.</summary>
    /// <returns>The id under which it is kept.</returns>
    public async Task<string> LookAsync(Visitor by, string asked, CancellationToken cancel)
    {
        var id = Names.NewId();
        await LookAsync(by, id, new Finding(asked, [], 0, null, []), cancel);
        return id;
    }

    /// <summary>Goes on where it was left. Where all was looked through there is nothing to go on with: it would begin again from the first.</summary>
    public Task LookOnAsync(Visitor by, string id, Finding before, CancellationToken cancel) =>
        before.Next is null ? Task.CompletedTask : LookAsync(by, id, before, cancel);

    private async Task LookAsync(Visitor by, string id, Finding before, CancellationToken cancel)
    {
        var (found, looked, after, wanted) = (new List<FoundRecord>(), 0, before.Next, Plain(before.Asked));
        do
        {
            var page = await journal.ListAsync(new Query(by.Board, After: after, Limit: Page), cancel);
            foreach (var head in page.Heads.Where(h => h.Key is not null))
                if (await MatchAsync(head.Id, wanted, cancel) is { } asReference)
                    found.Add(new FoundRecord(head.Id, head.Card.Reference, asReference));
            (after, looked) = (page.Next, looked + page.Heads.Count);
        }
        while (after is not null && looked < AtOnce && found.Count < MostFound);
        await KeepAsync(by, id, before with { Found = [.. before.Found, .. found], Looked = before.Looked + looked, Next = after }, cancel);
    }

    /// <summary>What this person had looked for; none where that was another, or its time is over.</summary>
    public async Task<Finding?> FindAsync(Visitor by, string id, CancellationToken cancel) =>
        await passes.FindAsync(PassKind.Finding, id, cancel) is { } pass && pass.Expires > clock.GetUtcNow() && pass.About == AboutOf(by) ? book.Read<Finding>(pass) : null;

    public Task ChooseAsync(Visitor by, string id, Finding finding, IEnumerable<string> chosen, CancellationToken cancel) =>
        KeepAsync(by, id, finding with { Chosen = [.. finding.Found.Select(f => f.Difference).Intersect(chosen)] }, cancel);

    private async Task<bool?> MatchAsync(string difference, string wanted, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (await journal.FindAsync(difference, cancel) is not { Head.Key: not null } kept) return null;
        var (raised, texts) = books.Personal(kept);
        if (raised.Fact is Fact.Raised fact && Plain(fact.Concern.AdultReference) == wanted) return true;
        return texts.Any(t => Plain(t).Contains(wanted, StringComparison.Ordinal)) ? false : null;
    }

    private async Task KeepAsync(Visitor by, string id, Finding finding, CancellationToken cancel)
    {
        Pass? kept;
        do kept = await passes.FindAsync(PassKind.Finding, id, cancel);
        while (!await passes.ChangeAsync([book.ToPass(PassKind.Finding, id, AboutOf(by), clock.GetUtcNow() + Kept, finding, kept?.Edition ?? 0)], [], cancel));
    }

    private string AboutOf(Visitor by) => book.AddressOf(by.Board, by.Email);
}
