using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Access;

/// <summary>
/// Sign-ins: begun by a code, known again by a random token of which only the hash is kept, over after an hour of silence or twelve hours
/// in all. One person can have several, on several devices.
/// </summary>
public sealed partial class SignIns(IPasses passes, PassBook book, TimeProvider clock, ILogger<SignIns> log)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Long enough to read a record and write down reasons.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>That it is in use is written down no more often: a page is many requests.</summary>
    public static readonly TimeSpan Coarse = TimeSpan.FromMinutes(1);

    private const int MostTries = 10;

    /// <summary>Whose token this is; none where it is not good, or no longer.</summary>
    public async Task<SignIn?> FindAsync(string token, CancellationToken cancel)
    {
        var id = PassBook.IdOf(token);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = clock.GetUtcNow();
            if (await passes.FindAsync(PassKind.SignIn, id, cancel) is not { } pass || now >= pass.Expires) return null;
            var kept = book.Read<Kept>(pass);
            if (now - kept.SeenAt < Coarse) return kept.SignIn;
            // Where it was ended or touched by somebody else in between, it is looked at again.
            if (await passes.ChangeAsync([ToPass(kept with { SeenAt = now }, pass.Edition)], [], cancel)) return kept.SignIn;
        }

        throw Busy();
    }

    /// <summary>"I come as that." Whether it is one of theirs is asked of the directory at every use.</summary>
    /// <returns>Whether there is such a sign-in.</returns>
    public async Task<bool> ChooseAsync(string token, Capacity capacity, Said? said, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await passes.FindAsync(PassKind.SignIn, PassBook.IdOf(token), cancel) is not { } pass || clock.GetUtcNow() >= pass.Expires) return false;
            var kept = book.Read<Kept>(pass);
            var chosen = kept with { SignIn = kept.SignIn with { As = capacity, Said = said }, SeenAt = clock.GetUtcNow() };
            if (await passes.ChangeAsync([ToPass(chosen, pass.Edition)], [], cancel)) return true;
        }

        throw Busy();
    }

    /// <summary>"Sign me out."</summary>
    public Task EndAsync(string token, CancellationToken cancel) => EndByIdAsync(PassBook.IdOf(token), cancel);

    /// <summary>All sign-ins of a person, for the board office: where a mailbox or a laptop is no longer theirs.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAllAsync(string board, string email, CancellationToken cancel)
    {
        var theirs = await OfAsync(board, email, cancel);
        foreach (var signIn in theirs) await EndByIdAsync(signIn.Id, cancel);
        return theirs.Count;
    }

    /// <summary>A person's sign-ins that are good now, the latest first.</summary>
    public async Task<IReadOnlyList<SignIn>> OfAsync(string board, string email, CancellationToken cancel) =>
    [
        .. (await passes.AboutAsync(PassKind.SignIn, book.AddressOf(board, email), cancel)).Where(p => clock.GetUtcNow() < p.Expires)
            .Select(p => book.Read<Kept>(p).SignIn).OrderByDescending(s => s.SignedInAt).ThenBy(s => s.Id, StringComparer.Ordinal),
    ];

    /// <summary>A new sign-in as it is to be kept along with what gave occasion to it.</summary>
    internal (string Token, SignIn SignIn, Pass Pass) Begin(string board, string email, DateTimeOffset now)
    {
        var token = PassBook.NewSecret();
        var signIn = new SignIn(PassBook.IdOf(token), board, email, Via.Code, now, now + Fresh);
        return (token, signIn, ToPass(new Kept(signIn, now), 0));
    }

    internal void Began(SignIn signIn)
    {
        AccessMeters.SignIns.Add(1);
        LogBegan(signIn.Id, signIn.Board);
    }

    private async Task EndByIdAsync(string id, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await passes.FindAsync(PassKind.SignIn, id, cancel) is not { } pass) return;
            if (!await passes.ChangeAsync([], [pass], cancel)) continue;
            LogEnded(id);
            return;
        }

        throw Busy();
    }

    private Pass ToPass(Kept kept, long edition)
    {
        var (idle, longest) = (kept.SeenAt + Idle, kept.SignIn.SignedInAt + Longest);
        return book.ToPass(
            PassKind.SignIn, kept.SignIn.Id, book.AddressOf(kept.SignIn.Board, kept.SignIn.Email), idle < longest ? idle : longest, kept, edition);
    }

    private static JournalUnavailableException Busy() => new("A sign-in is used too often at once.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in {Id} to board {Board} began.")]
    private partial void LogBegan(string id, string board);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in {Id} was ended.")]
    private partial void LogEnded(string id);

    private sealed record Kept(SignIn SignIn, DateTimeOffset SeenAt);
}
