using System.Diagnostics;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;

namespace Escalation.Service.Desk;

/// <summary>
/// The one doorway to a difference: load, decide, append, and decide again if somebody else was faster. Only what the journal has kept is
/// answered.
/// </summary>
public sealed class DifferenceDesk(IJournal journal, BoardRooms rooms, Bookkeeping books, RecentRecords recent, DeskBell bell, TimeProvider clock)
{
    /// <summary>How often a question is decided again because the record grew. Each time somebody else got something done.</summary>
    private const int MostTries = 50;

    private readonly Turns turns = new();

    /// <summary>Raises a difference. Asked again under the same name, it is the same difference.</summary>
    /// <param name="raise">The reference in it is replaced by a new one of the board.</param>
    public async Task<Reply> RaiseAsync(string board, Actor by, Command.Raise raise, Once? once, CancellationToken cancel)
    {
        var room = await rooms.OfAsync(board, cancel);
        var id = once is null ? Names.NewId() : Names.IdFor(once);
        using var span = Telemetry.Span("decide", id);
        return Traced(await RaiseAsync(id, room, by, raise, once, cancel), raise, span);
    }

    public async Task<Reply> AskAsync(Question question, CancellationToken cancel)
    {
        using var span = Telemetry.Span("decide", question.Difference);
        return Traced(await AskUntilAnsweredAsync(question, cancel), question.Command, span);
    }

    /// <summary>The difference as it stands; none if there is none of this id.</summary>
    public async ValueTask<Opened?> OpenAsync(string id, CancellationToken cancel) =>
        await journal.FindHeadAsync(id, cancel) is { } head ? await OpenAsync(head, cancel) : null;

    /// <summary>The difference as it stood when the journal gave out this head, or later.</summary>
    public async ValueTask<Opened?> OpenAsync(Head seen, CancellationToken cancel) =>
        recent.Find(seen.Id) is { } known && known.Head.Length >= seen.Length && known.Head.Key is null == seen.Key is null
            ? known
            : (await ReadAsync(seen.Id, cancel))?.Opened;

    /// <summary>
    /// The difference as this process has it in mind, which another that shares the journal may have overtaken. Enough for whoever only asks
    /// the desk something after that, for the journal tells the desk; what is read, told or sent goes by <see cref="OpenAsync(string, CancellationToken)"/>.
    /// </summary>
    public async ValueTask<Opened?> RecallAsync(string id, CancellationToken cancel) => recent.Find(id) ?? (await ReadAsync(id, cancel))?.Opened;

    /// <summary>The difference with its whole record, as the journal has it.</summary>
    public async Task<FullRecord?> ReadAsync(string id, CancellationToken cancel)
    {
        if (await journal.FindAsync(id, cancel) is not { } kept) return null;
        var room = await rooms.OfAsync(kept.Head.Board, cancel);
        var entries = books.ToEntries(kept);
        var opened = new Opened(kept.Head, Difference.After(entries), room.TermsOf(kept.Head.Card.Procedure, kept.Head.Card.Version));
        recent.Remember(opened);
        return new FullRecord(opened, entries);
    }

    private async Task<Reply> RaiseAsync(string id, BoardRoom room, Actor by, Command.Raise raise, Once? once, CancellationToken cancel)
    {
        using var turn = await turns.TakeAsync(id, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await AnsweredAsync(once, cancel) is { } before) return before;
            var now = clock.GetUtcNow();
            var reference = Names.NewReference(room.Board.ReferencePrefix, now);
            var instruction = new Instruction(Names.RequestFor(once), by, raise with { Reference = reference });
            var verdict = Difference.Decide(room.InForce, instruction, now, Difference.Nothing);
            if (verdict is not Verdict.Accepted accepted) return Refuse(verdict, null);
            if (await KeepAsync(id, room.Board.Id, null, Difference.Nothing, room.InForce, accepted, now, once, cancel) is { } opened)
                return new Reply.Done(opened, accepted.Entries);
            if (once is not null && await journal.FindHeadAsync(id, cancel) is not null) return await AnsweredOrForgottenAsync(once, cancel);
        }

        throw TooBusy(id);
    }

    private async Task<Reply> AskUntilAnsweredAsync(Question question, CancellationToken cancel)
    {
        using var turn = await turns.TakeAsync(question.Difference, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await AnsweredAsync(question.Once, cancel) is { } before) return before;
            if (await RecallAsync(question.Difference, cancel) is not { Head.Key: not null } opened) return new Reply.Unknown();
            if (question.Once is { } once && opened.Standing.Requests.Contains(Names.RequestFor(once))) return await AnsweredOrForgottenAsync(once, cancel);
            if (await AnswerAsync(question, opened, cancel) is not { } reply) continue;
            if (reply is Reply.Done { Added.Count: > 0 } || await IsUpToDateAsync(opened, cancel)) return reply;
            recent.Forget(question.Difference);
        }

        throw TooBusy(question.Difference);
    }

    /// <summary>The answer to a question about a difference as it was found; none if it has to be looked at again first.</summary>
    private async Task<Reply?> AnswerAsync(Question question, Opened opened, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // What is due is kept as a decision of its own, so that it stands whatever becomes of the question, and the asker is told of it.
        if (opened.State.NextDueAt <= now && question.Command is not Command.LetTimePass)
        {
            await DecideAsync(new Question(question.Difference, Actor.Clock, new Command.LetTimePass()), opened, now, cancel);
            return null;
        }

        if (question.IfLength is { } seen && seen != opened.State.Version) return new Reply.Overtaken(opened);
        return await DecideAsync(question, opened, now, cancel);
    }

    private async Task<Reply?> DecideAsync(Question question, Opened opened, DateTimeOffset now, CancellationToken cancel)
    {
        var room = await rooms.OfAsync(opened.Head.Board, cancel);
        var terms = room.TermsOf(opened.Head.Card.Procedure, opened.Head.Card.Version);
        var verdict = Difference.Decide(terms, new Instruction(Names.RequestFor(question.Once), question.By, question.Command), now, opened.State);
        if (verdict is not Verdict.Accepted accepted) return Refuse(verdict, opened);
        if (accepted.Entries.Count == 0) return new Reply.Done(opened with { Terms = terms }, []);
        return await KeepAsync(question.Difference, opened.Head.Board, opened.Head, opened.State, terms, accepted, now, question.Once, cancel) is { } after
            ? new Reply.Done(after, accepted.Entries)
            : null;
    }

    /// <summary>How the difference stands after what was decided, once that is kept; none if somebody else was faster.</summary>
    private async Task<Opened?> KeepAsync(
        string id, string board, Head? before, Difference stood, Terms terms, Verdict.Accepted accepted, DateTimeOffset now, Once? once, CancellationToken cancel)
    {
        var answer = once is null ? null : new Answer(once.Asker, once.Key, once.Fingerprint, id, accepted.After.Version, now);
        var append = books.ToAppend(id, board, before, stood, accepted, terms, now, answer);
        if (!await journal.AppendAsync(append, cancel))
        {
            recent.Forget(id);
            Telemetry.Raced.Add(1);
            return null;
        }

        var opened = new Opened(append.Head, accepted.After, terms);
        recent.Remember(opened);
        Telemetry.Decisions.Add(1);
        bell.Ring(append);
        return opened;
    }

    /// <summary>What was answered to this question before, made again from the record as far as it had come then.</summary>
    private async Task<Reply?> AnsweredAsync(Once? once, CancellationToken cancel)
    {
        if (once is null || await journal.FindAnswerAsync(once.Asker, once.Key, cancel) is not { } answer) return null;
        if (!answer.Fingerprint.AsSpan().SequenceEqual(once.Fingerprint)) return new Reply.AnotherQuestion();
        if (await ReadAsync(answer.Difference, cancel) is not { } full) return new Reply.Unknown();
        var (opened, entries) = full;
        var then = entries.Take(answer.Length).ToList();
        return new Reply.Done(
            opened with { Head = opened.Head with { Length = answer.Length }, State = Difference.After(then) },
            [.. then.Where(e => e.Request == Names.RequestFor(once))], Again: true);
    }

    // The record knows the name of the question. Where its answer is no longer known, it cannot be told whether the same is asked again.
    private async Task<Reply> AnsweredOrForgottenAsync(Once once, CancellationToken cancel) =>
        await AnsweredAsync(once, cancel) ?? new Reply.AnotherQuestion();

    // Several hosts can share a journal: what one of them has in mind may be overtaken. It does for going ahead, since an append then
    // fails; before it says no, the journal is asked.
    private async Task<bool> IsUpToDateAsync(Opened opened, CancellationToken cancel) =>
        await journal.FindHeadAsync(opened.Head.Id, cancel) is { } head && head.Length == opened.Head.Length && head.Key is null == opened.Head.Key is null;

    private static Reply Traced(Reply reply, Command command, Activity? span)
    {
        span?.SetTag("escalation.command", KebabCase.Of(command.GetType().Name)).SetTag("escalation.reply", KebabCase.Of(reply.GetType().Name));
        if (reply is Reply.Refused refused) span?.SetTag("escalation.refusals", string.Join(' ', refused.Refusals.Select(r => r.StableCode)));
        return reply;
    }

    private static Reply.Refused Refuse(Verdict verdict, Opened? opened)
    {
        var refusals = ((Verdict.Refused)verdict).Refusals;
        foreach (var refusal in refusals) Telemetry.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.StableCode));
        return new Reply.Refused(opened, refusals);
    }

    private static JournalUnavailableException TooBusy(string id) => new($"Difference {id} is asked about too often at once.");
}
