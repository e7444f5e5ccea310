using System.Security.Cryptography;
using Escalation.Service.Access;
using Escalation.Service.Passes;

namespace Escalation.Service.Pages.Journeys;

/// <summary>Answers that somebody has begun to give: kept for a week, so that a sign-in that ran out or a closed window loses nothing.</summary>
/// <param name="Key">Random; what is sent is known by it, so that sending it twice is sending it once.</param>
/// <param name="SentAs">The id of the difference, once it was sent.</param>
internal sealed record Draft(Pass? Kept, string Id, string About, string Key, IReadOnlyDictionary<string, string> Given, string? SentAs = null)
{
    public Answers Answers { get; } = new(Given);

    public Naming Naming => new(Key);

    /// <summary>With nothing in it yet, in the place of this one.</summary>
    public Draft Anew() => new(Kept, Id, About, NewKey(), Nothing);

    /// <summary>With the answers thrown away that were sent.</summary>
    public Draft Sent(string difference) => new(Kept, Id, About, Key, Nothing, difference);

    public static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}

/// <summary>Everybody's drafts: one for each journey of each difference.</summary>
internal sealed class Drafts(IPasses passes, PassBook book, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>One person with several windows; nobody has that many.</summary>
    private const int MostTries = 10;

    private sealed record Content(string Key, IReadOnlyDictionary<string, string> Given, string? SentAs = null);

    /// <summary>What was begun before, or a new one.</summary>
    /// <param name="difference">Its id; none where one is about to be raised.</param>
    public async Task<Draft> OpenAsync(Visitor visitor, string? difference, string journey, CancellationToken cancel)
    {
        var address = book.AddressOf(visitor.Board, visitor.Email);
        var id = book.Keyed("draft", address, $"{difference}/{journey}");
        // What is about a difference goes with it when that is erased.
        var about = difference ?? address;
        var pass = await passes.FindAsync(PassKind.Draft, id, cancel);
        if (pass is not null && pass.Expires > clock.GetUtcNow())
        {
            var content = book.Read<Content>(pass);
            return new Draft(pass, id, about, content.Key, content.Given, content.SentAs);
        }

        return new Draft(pass, id, about, Draft.NewKey(), Draft.Nothing);
    }

    /// <summary>Keeps the answers; of two windows that send at once, the later one's.</summary>
    public async Task KeepAsync(Draft draft, CancellationToken cancel)
    {
        var content = new Content(draft.Key, draft.Answers.Given, draft.SentAs);
        var kept = draft.Kept;
        for (var tries = 1; !await passes.ChangeAsync([Sealed(draft, content, kept)], [], cancel); tries++)
        {
            if (tries == MostTries) throw new InvalidOperationException("Others keep changing the same draft.");
            kept = await passes.FindAsync(PassKind.Draft, draft.Id, cancel);
        }
    }

    /// <summary>Throws the answers away, and remembers for a while that they were sent.</summary>
    public Task SentAsync(Draft draft, string difference, CancellationToken cancel) =>
        KeepAsync(draft.Sent(difference), cancel);

    private Pass Sealed(Draft draft, Content content, Pass? kept) =>
        book.ToPass(PassKind.Draft, draft.Id, draft.About, clock.GetUtcNow() + Kept, content, kept?.Edition ?? 0);
}
