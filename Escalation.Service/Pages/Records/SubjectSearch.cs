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

    /// <summary>So many are kept of what was found: somebody with more has to be looked for by the reference.</summary>
    public const int MostFound = 200;

    private const int Page = 100, LeastLetters = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Letters and figures alone, for a reference is written with blanks, strokes and small letters as it comes.</summary>
    public static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public static bool IsEnough(string asked) => Plain(asked).Length >= LeastLetters;

    /// <summary>Looks through the next of a board's records, and keeps what was found with what was found before.</summary>
    /// <returns>The id under which it is kept.</returns>
    public async Task<string> LookAsync(Visitor by, string asked, Finding? before, string? id, CancellationToken cancel)
    {
        var (found, looked, after, wanted) = ((before?.Found ?? []).ToList(), 0, before?.Next, Plain(asked));
        do
        {
            var page = await journal.ListAsync(new Query(by.Board, After: after, Limit: Page), cancel);
            foreach (var head in page.Heads.Where(h => h.Key is not null))
                if (found.Count < MostFound && await MatchAsync(head.Id, wanted, cancel) is { } asReference)
                    found.Add(new FoundRecord(head.Id, head.Card.Reference, asReference));
            (after, looked) = (page.Next, looked + page.Heads.Count);
        }
        while (after is not null && looked < AtOnce && found.Count < MostFound);
        var finding = new Finding(asked, [.. found], looked + (before?.Looked ?? 0), found.Count < MostFound ? after : null, []);
        return await KeepAsync(by, id ?? Names.NewId(), finding, cancel);
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

    private async Task<string> KeepAsync(Visitor by, string id, Finding finding, CancellationToken cancel)
    {
        Pass? kept;
        do kept = await passes.FindAsync(PassKind.Finding, id, cancel);
        while (!await passes.ChangeAsync([book.ToPass(PassKind.Finding, id, AboutOf(by), clock.GetUtcNow() + Kept, finding, kept?.Edition ?? 0)], [], cancel));
        return id;
    }

    private string AboutOf(Visitor by) => book.AddressOf(by.Board, by.Email);
}
