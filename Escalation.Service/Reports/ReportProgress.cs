using Escalation.Core;
using Escalation.Service.Boards;

namespace Escalation.Service.Reports;

/// <summary>
/// How far a board's report has come: a paper of the board, which is changed only over the edition that was read, so that of two that begin
/// the same report one does.
/// </summary>
/// <param name="Day">Whose report it is.</param>
/// <param name="Since">When the one before was made: from then on it tells what is new.</param>
/// <param name="At">When it was made.</param>
/// <param name="SteppedAt">When whoever sends it was last seen to.</param>
/// <param name="Done">Whether every letter is out or given up.</param>
/// <param name="Letters">Of those who were written to; those who got none because nothing waits for them are not among them.</param>
internal sealed record ReportProgress(
    DateOnly Day, DateTimeOffset Since, DateTimeOffset At, DateTimeOffset SteppedAt, bool Done, ValueList<ReportLetter>? Letters = null)
{
    public const string Name = "overdue";

    public ValueList<ReportLetter> Letters { get; init; } = Letters ?? [];

    public ReportLetter? Find(string reader) => Letters.FirstOrDefault(l => l.To == reader);

    public ReportProgress With(ReportLetter letter, DateTimeOffset now) =>
        this with { Letters = Letters.Without(l => l.To == letter.To).With(letter), SteppedAt = now };

    public Paper ToPaper(string board, long edition) => PaperJson.ToPaper(this, board, Drawers.Report, Name, edition);

    /// <summary>What is kept of the board's report, and its edition, 0 if nothing is.</summary>
    public static async ValueTask<(ReportProgress? Kept, long Edition)> FindAsync(BoardRooms rooms, string board, CancellationToken cancel) =>
        (await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Report, Name), out var paper) ? (paper.As<ReportProgress>(), paper.Edition) : (null, 0);
}

/// <summary>What became of one letter.</summary>
/// <param name="To">The reader's id: a post or a contact.</param>
/// <param name="At">When it was sent or given up; when it is tried again, while it waits.</param>
/// <param name="Problem">What went wrong the last time, without personal data.</param>
internal sealed record ReportLetter(string To, ReportLetterState State, int Attempts, DateTimeOffset At, string? Problem = null)
{
    public bool IsOver => State != ReportLetterState.Waiting;
}

internal enum ReportLetterState { Waiting, Sent, GivenUp }
