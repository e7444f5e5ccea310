using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Passes;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Access;

/// <summary>
/// Codes of six figures that are mailed to whoever wants to sign in. A code is good for ten minutes, five tries and the browser that asked;
/// an address is sent five an hour and fifteen a day, so that guessing all day long succeeds once in some thirteen thousand days. An address
/// that nobody knows is treated alike in everything but the letter.
/// </summary>
public sealed partial class Codes(
    IPasses passes, PassBook book, Visitors visitors, SignIns signIns, BoardRooms rooms, Dispatch dispatch, TimeProvider clock, ILogger<Codes> log)
{
    public const int MostWrong = 5;

    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>Beyond its time, so that the page can say that it is over.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private const int Figures = 6;

    // Each time that one try is overtaken another was counted, so that few of them are ever needed.
    private const int MostTries = 50;

    /// <summary>"I want to sign in."</summary>
    /// <exception cref="InvalidOperationException">There is no such board.</exception>
    public async Task<CodeAsked> RequestAsync(string board, string email, CancellationToken cancel) =>
        await AskAsync(await rooms.OfAsync(board, cancel), email, await visitors.RegisteredAsync(board, email, cancel), null, cancel);

    /// <summary>"I have a link, and want to see the whole or to decide." The code goes to the address that the link was sent to.</summary>
    public async Task<CodeAsked> RequestAsync(LinkView.Live link, CancellationToken cancel)
    {
        var made = link.Link.For;
        return await AskAsync(await rooms.OfAsync(made.Board, cancel), made.Email, made.Email, link.Opened.Standing.Reference, cancel);
    }

    /// <summary>"This is the code." Right once, it signs in; nothing is told of a wrong one before the try was counted.</summary>
    public async Task<CodeTried> TryAsync(string challenge, string code, CancellationToken cancel)
    {
        var id = PassBook.IdOf(challenge);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryOnceAsync(id, code, cancel) is not { } tried) continue;
            if (tried is CodeTried.SignedIn signed) signIns.Began(signed.SignIn);
            else Refused(id, tried);
            return tried;
        }

        throw new JournalUnavailableException("A code is tried too often at once.");
    }

    private async Task<CodeAsked> AskAsync(BoardRoom room, string email, string? registered, string? reference, CancellationToken cancel)
    {
        var address = book.AddressOf(room.Board.Id, email);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = clock.GetUtcNow();
            var (tally, edition) = await Tally.FindAsync(passes, book, address, cancel);
            if (tally.NextAt(now) is { } again)
            {
                AccessMeters.Refused("code-too-many");
                return new CodeAsked.TooMany(again);
            }

            var (challenge, code) = (PassBook.NewSecret(), RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture));
            var id = PassBook.IdOf(challenge);
            var asked = new Challenge(room.Board.Id, registered ?? "", registered is null ? null : Hash(id, code), now + GoodFor);
            // Those before stay good in the browsers that asked for them: a stranger who asks for somebody's codes takes none away.
            if (!await passes.ChangeAsync([tally.With(now).ToPass(book, address, edition), ToPass(id, address, asked, 0)], [], cancel)) continue;
            if (registered is not null) Send(CodeLetters.OfCode(room.Board, registered, code, reference, asked.Until), id);
            return new CodeAsked.Asked(challenge, asked.Until);
        }

        throw new JournalUnavailableException("Codes are asked for too often at once.");
    }

    /// <returns>None where somebody else was faster, and it has to be looked at again.</returns>
    private async Task<CodeTried?> TryOnceAsync(string id, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await passes.FindAsync(PassKind.Code, id, cancel) is not { } pass) return new CodeTried.NoLonger();
        var challenge = book.Read<Challenge>(pass);
        if (now >= challenge.Until) return new CodeTried.Expired();
        if (challenge.Wrong >= MostWrong) return new CodeTried.TooManyTries();
        var figures = string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        // A slip of the keyboard is no guess.
        if (figures.Length != Figures || !figures.All(char.IsAsciiDigit)) return new CodeTried.Wrong(MostWrong - challenge.Wrong);
        if (IsRight(challenge, id, figures))
        {
            var (token, signIn, begun) = signIns.Begin(challenge.Board, challenge.Email, now);
            return await passes.ChangeAsync([begun], [pass], cancel) ? new CodeTried.SignedIn(token, signIn) : null;
        }

        var counted = challenge with { Wrong = challenge.Wrong + 1 };
        if (!await passes.ChangeAsync([ToPass(id, pass.About, counted, pass.Edition)], [], cancel)) return null;
        return counted.Wrong < MostWrong ? new CodeTried.Wrong(MostWrong - counted.Wrong) : new CodeTried.TooManyTries();
    }

    // Of an address that nobody knows there is no code, and none is right.
    private bool IsRight(Challenge challenge, string id, string figures) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(id, figures)), Encoding.ASCII.GetBytes(challenge.Code ?? Hash(id, "")));

    private string Hash(string id, string code) => book.Keyed("code", id, code);

    private Pass ToPass(string id, string address, Challenge challenge, long edition) =>
        book.ToPass(PassKind.Code, id, address, challenge.Until + Remembered, challenge, edition);

    private void Send(Delivery.Letter letter, string id)
    {
        dispatch.Send(letter);
        AccessMeters.Codes.Add(1);
        LogSent(id, letter.Board, letter.Id);
    }

    private void Refused(string id, CodeTried tried)
    {
        AccessMeters.Refused(tried switch
        {
            CodeTried.Wrong => "code-wrong",
            CodeTried.TooManyTries => "code-too-many-tries",
            CodeTried.Expired => "code-expired",
            _ => "code-no-longer",
        });
        LogRefused(id, tried.GetType().Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Code {Id} for board {Board} is on its way as letter {Letter}.")]
    private partial void LogSent(string id, string board, string letter);

    [LoggerMessage(Level = LogLevel.Information, Message = "Code {Id} let nobody in: {Why}")]
    private partial void LogRefused(string id, string why);

    /// <param name="Email">Empty where nobody knows the address: it is nobody's to keep.</param>
    /// <param name="Code">A keyed hash; none where nobody knows the address.</param>
    private sealed record Challenge(string Board, string Email, string? Code, DateTimeOffset Until, int Wrong = 0);
}
