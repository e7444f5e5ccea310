using Escalation.Core.Figures;
using Escalation.Core.Notices;

namespace Escalation.Service.Desk;

/// <summary>
/// Keeps the record of every difference for ever, and with it what follows from the record: the next due time, the notices that are owed,
/// the cards that lists are read from, and the answers that were given.
/// </summary>
/// <remarks>Every member throws <see cref="JournalUnavailableException"/> when the store cannot be used just now; nothing is then half done.</remarks>
public interface IJournal
{
    /// <summary>The record of a difference; none if there is none of this id.</summary>
    Task<Kept?> FindAsync(string id, CancellationToken cancel);

    /// <summary>The head alone: what the lists know.</summary>
    Task<Head?> FindHeadAsync(string id, CancellationToken cancel);

    /// <summary>Appends all or nothing. Answers only once it would survive the loss of power.</summary>
    /// <returns>False, and nothing is done, if the record has grown or was erased in the meantime, or the answer's key is in use.</returns>
    Task<bool> AppendAsync(Append append, CancellationToken cancel);

    /// <summary>The answer that this asker was given under this key.</summary>
    Task<Answer?> FindAnswerAsync(string asker, string key, CancellationToken cancel);

    /// <summary>Forgets answers that were given before then, the oldest first.</summary>
    /// <param name="limit">At most so many, so that nobody waits long behind it.</param>
    /// <returns>How many it forgot.</returns>
    Task<int> ForgetAnswersAsync(DateTimeOffset before, int limit, CancellationToken cancel);

    /// <summary>Ids of differences that are due by then, those due first in front.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset by, int limit, CancellationToken cancel);

    /// <summary>The earliest due time of all.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    /// <summary>Ids of all differences of all boards, a page at a time, in the order of the ids.</summary>
    /// <param name="after">The last id of the page before; empty for the first page.</param>
    Task<IReadOnlyList<string>> IdsAsync(string after, int limit, CancellationToken cancel);

    Task<Listing> ListAsync(Query query, CancellationToken cancel);

    /// <summary>Notices whose time has come, in the order in which it came.</summary>
    Task<IReadOnlyList<Owed>> OwedAsync(DateTimeOffset by, int limit, CancellationToken cancel);

    /// <summary>The earliest time at which a notice is to be sent or tried again.</summary>
    Task<DateTimeOffset?> NextOwedAsync(CancellationToken cancel);

    /// <summary>How many notices wait to be sent, and since when the first of them.</summary>
    Task<Backlog> BacklogAsync(CancellationToken cancel);

    /// <summary>Notes what became of notices; all or nothing. None of a difference that was erased is put on its way again.</summary>
    Task NoteAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancel);

    /// <summary>Notices of a board by what became of them, newest first.</summary>
    /// <param name="agency">Only those to this agency's people; all if none is named.</param>
    Task<IReadOnlyList<Owed>> NoticesAsync(string board, string? agency, DeliveryState state, int limit, CancellationToken cancel);

    /// <summary>Notices of one difference, in the order of its record.</summary>
    Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, CancellationToken cancel);

    /// <summary>Those that one entry of its record gave rise to, in their order.</summary>
    Task<IReadOnlyList<Owed>> NoticesOfAsync(string id, int entry, CancellationToken cancel);

    /// <summary>
    /// Destroys the keys of differences that have ended, for good: what is personal in their records cannot be read any more, by nobody. Lines,
    /// chain and card stay; nothing is sent about them any more. Answers once no byte of the keys is left in what the store keeps.
    /// </summary>
    /// <returns>
    /// Ids of those that were erased now: not one that has grown since it was looked at, is open, is still followed up, has a notice on its
    /// way, or was erased before.
    /// </returns>
    Task<IReadOnlyList<string>> EraseAsync(IReadOnlyList<Erasing> erasings, CancellationToken cancel);

    /// <summary>Keeps who read which records. They go with the difference when it is erased.</summary>
    Task NoteReadsAsync(IReadOnlyList<RecordRead> reads, CancellationToken cancel);

    /// <summary>Who read records of a board, the latest first.</summary>
    /// <param name="difference">Only this one's; all if none is named.</param>
    /// <param name="before">The place of the last of the page before; none for the first page.</param>
    Task<IReadOnlyList<RecordRead>> ReadsAsync(string board, string? difference, long? before, int limit, CancellationToken cancel);

    /// <summary>What was counted of a board on the days from the first to the last, both included; of levels (<see cref="Measures.IsLevel"/>) on all days up to the last.</summary>
    Task<Counted> CountsAsync(string board, DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>The record of a difference as it is kept.</summary>
public sealed record Kept(Head Head, IReadOnlyList<Line> Lines);

/// <summary>What is known of a difference without opening its record.</summary>
/// <param name="Id">What addresses name it by: random, so that it tells nothing and cannot be guessed.</param>
/// <param name="Length">The number of lines.</param>
/// <param name="Link">The last link of the chain.</param>
/// <param name="Key">The difference's own key, wrapped; none once it was erased.</param>
/// <param name="Due">When the clock has to look at it next.</param>
/// <param name="Erased">That its key was destroyed; none as long as it has one.</param>
public sealed record Head(string Id, string Board, int Length, byte[] Link, byte[]? Key, DateTimeOffset? Due, Card Card, Erasure? Erased = null);

/// <summary>A difference whose key is to be destroyed.</summary>
/// <param name="Head">As it was looked at; where the record has grown since, it stays.</param>
public sealed record Erasing(Head Head, Erasure Erasure);

/// <summary>The proof that a difference's personal data was destroyed. It names nobody whom the difference is about.</summary>
/// <param name="List">Id of the list by which it was approved.</param>
/// <param name="KeptUntil">The last day of its retention period.</param>
/// <param name="Length">How many entries the record had just before.</param>
/// <param name="Link">The last link of the chain just before, in hexadecimal; erasing changes neither.</param>
/// <param name="PreparedBy">Name and post; none where an old backup was disposed of again, which knows only that it had been.</param>
public sealed record Erasure(
    DateTimeOffset At, string List, DateOnly KeptUntil, int Length, string Link, string? PreparedBy = null, string? ApprovedBy = null)
{
    /// <summary>Why notices of it are not sent any more.</summary>
    public const string OfNotice = "The difference was erased.";
}

/// <summary>A line of the record as it is kept.</summary>
/// <param name="Open">The entry, its personal data left out; JSON in UTF-8.</param>
/// <param name="Secret">The personal data, encrypted; empty if the entry has none.</param>
/// <param name="Link">Of the chain: the SHA-256 of the link before, the number, and what is kept of the line.</param>
public sealed record Line(int Number, byte[] Open, byte[] Secret, byte[] Link);

/// <summary>What one decision adds. The record has to have <paramref name="Head"/>'s length less these lines, or nothing is added.</summary>
/// <param name="Before">The head that the decision began from; none where the difference was raised by it.</param>
/// <param name="Lines">At least one.</param>
/// <param name="Notices">Of these lines; those of earlier ones too where a record is brought from another store.</param>
public sealed record Append(
    Head? Before, Head Head, IReadOnlyList<Line> Lines, IReadOnlyList<Notice> Notices, DateTimeOffset At, Answer? Answer = null)
{
    /// <summary>What it adds to the figures, kept with it or not at all.</summary>
    public IReadOnlyList<Count> Counts { get; init; } = [];

    /// <summary>Ids of the agencies that became parties by it.</summary>
    public IEnumerable<string> Joined => Before is { } before && before.Card.Parties.Count == Head.Card.Parties.Count
        ? []
        : Head.Card.Parties.Select(p => p.Agency).Except(Before?.Card.Parties.Select(p => p.Agency) ?? []);
}

/// <summary>What was counted over some days.</summary>
/// <param name="Complete">False while records from before the figures were kept are still being counted.</param>
public sealed record Counted(IReadOnlyList<Summed> Sums, bool Complete);

/// <summary>
/// What was answered under an idempotency key: how far the record had come, from which the same answer can be made again.
/// </summary>
/// <param name="Asker">Whose key it is; two askers can use the same.</param>
/// <param name="Fingerprint">SHA-256 of what was asked.</param>
public sealed record Answer(string Asker, string Key, byte[] Fingerprint, string Difference, int Length, DateTimeOffset At);

/// <summary>Which differences of one board are wanted.</summary>
/// <param name="Agency">Only those to which this agency is a party.</param>
/// <param name="Late">Only those in which something is past its time.</param>
/// <param name="DueBefore">Only those whose next act is due before then.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record Query(
    string Board, string? Agency = null, CardState? State = null, string? Stage = null, bool Late = false, DateTimeOffset? DueBefore = null,
    string? Reference = null, string? After = null, int Limit = 50);

/// <summary>A page of a list.</summary>
/// <param name="Next">Where the next page begins; none if this is the last.</param>
public sealed record Listing(IReadOnlyList<Head> Heads, string? Next);

/// <summary>A notice on its way.</summary>
/// <param name="At">When it is to be sent or tried again; when it was sent, given up or dealt with, once that is so.</param>
/// <param name="Problem">
/// What went wrong the last time, without personal data but for the name of whoever at the board office dealt with it, once somebody has.
/// </param>
public sealed record Owed(string Board, string Difference, Notice Notice, DeliveryState State, int Attempts, DateTimeOffset At, string? Problem = null);

/// <summary>That somebody read the record of a difference, or a part of it.</summary>
/// <param name="Capacity">An agency's id, "board-office", an officer's id, or "supporter".</param>
/// <param name="Way">How: see <see cref="ReadWay"/>.</param>
/// <param name="Who">Who it was: of a system the name of its key, of a person name and role; encrypted.</param>
/// <param name="Place">Its place among all that were kept; 0 for one that is not kept yet.</param>
public sealed record RecordRead(string Board, string Difference, DateTimeOffset At, string Capacity, ReadWay Way, byte[] Who, long Place = 0);

/// <summary>How a record was read. The names are stored.</summary>
public enum ReadWay
{
    [Core.Meaning("The difference's page.")] Page,
    [Core.Meaning("The whole record, to print.")] Print,
    [Core.Meaning("A form.")] Form,
    [Core.Meaning("A file copy.")] FileCopy,
    [Core.Meaning("A system that fetched the record.")] System,
    [Core.Meaning("An export for somebody who asked what is kept about them.")] SubjectExport,
}

/// <summary>The notices that wait.</summary>
/// <param name="Since">When the first is, or was, to be sent; none if none waits.</param>
public sealed record Backlog(long Waiting, DateTimeOffset? Since);

/// <summary>What became of a notice.</summary>
public sealed record Delivery(string Difference, string Notice, DeliveryState State, int Attempts, DateTimeOffset At, string? Problem = null);

public enum DeliveryState
{
    /// <summary>It is sent when its time comes.</summary>
    Waiting,

    Sent,

    /// <summary>Given up after many tries, or nobody is known to send it to; the board office can have it sent again.</summary>
    Dead,

    /// <summary>Given up, and the board office has let the people know in another way, or found that nobody needs it any more.</summary>
    DealtWith,
}

/// <summary>The store cannot be used just now: disk full, folder read-only, file damaged, service unreachable. Says which, for the operator.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is fit for a log: our own words about the store, and of everything else only what it is, for its message can quote what is personal.</summary>
    public static string WordsFor(Exception problem) => problem is JournalUnavailableException ? problem.Message : problem.GetType().Name;
}
