using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Service.Desk;

namespace Escalation.Service.Boards;

/// <summary>
/// Takes a board from one store to another through a file: its papers, and its records byte for byte as they are kept, with what became of
/// their notices. What is personal stays encrypted, so both deployments have one secret. Links, codes, sign-ins and who read what stay behind.
/// </summary>
/// <remarks>
/// A line of JSON each: what it is, the papers, the differences, and how many there were, so that half a file is known for one. Nobody works on the
/// board meanwhile. Read again, it goes on where it was broken off.
/// </remarks>
public sealed class BoardMove(IJournal journal, IPapers papers)
{
    private const int Version = 1;
    private const int AtOnce = 500;

    /// <summary>So many lines of a record go in one append: far under what any store takes.</summary>
    private const int LinesAtOnce = 50;

    private const int KeyLength = 32;

    // What there is not is said: a record that is closed is due at no time, and one that was erased has no key.
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <exception cref="InvalidDataException">There is no such board.</exception>
    public async Task<MoveCount> WriteAsync(string board, TextWriter to, CancellationToken cancel)
    {
        var ofBoard = (await papers.AllAsync(cancel)).Where(p => p.Board == board).ToList();
        if (ofBoard.Count == 0) throw new InvalidDataException($"There is no board '{board}'.");
        await to.WriteLineAsync(JsonSerializer.Serialize(new Title("escalation board", Version, board), Json));
        foreach (var paper in ofBoard) await to.WriteLineAsync(JsonSerializer.Serialize(paper with { Edition = 0 }, Json));
        var differences = 0;
        for (var page = await journal.IdsAsync("", AtOnce, cancel); page.Count > 0; page = await journal.IdsAsync(page[^1], AtOnce, cancel))
            foreach (var id in page)
                if (await journal.FindAsync(id, cancel) is { } kept && kept.Head.Board == board)
                {
                    await to.WriteLineAsync(JsonSerializer.Serialize(new Record(kept.Head, kept.Lines, await journal.NoticesOfAsync(id, cancel)), Json));
                    differences++;
                }

        var count = new MoveCount(board, ofBoard.Count, differences);
        await to.WriteLineAsync(JsonSerializer.Serialize(count, Json));
        return count;
    }

    /// <param name="open">Opens the file anew; it is read twice, so that nothing is kept of one that is not whole.</param>
    /// <exception cref="InvalidDataException">It is no such file, not whole, or what is here is not what it goes on from.</exception>
    public async Task<MoveCount> ReadAsync(Func<TextReader> open, CancellationToken cancel)
    {
        var count = await CheckAsync(open, cancel);
        using var file = open();
        await file.ReadLineAsync(cancel);
        for (var i = 0; i < count.Papers; i++) await KeepAsync(Of<Paper>(await file.ReadLineAsync(cancel)), cancel);
        using var rooms = new BoardRooms(papers, TimeProvider.System);
        var room = await rooms.OfAsync(count.Board, cancel);
        List<Erasing> gone = [];
        for (var i = 0; i < count.Differences; i++)
            if (await KeepAsync(Of<Record>(await file.ReadLineAsync(cancel)), room, cancel) is { } erased) gone.Add(erased);
        foreach (var some in gone.Chunk(AtOnce)) await EraseAsync(some, cancel);
        return count;
    }

    private async Task EraseAsync(IReadOnlyList<Erasing> gone, CancellationToken cancel)
    {
        var erased = await journal.EraseAsync(gone, cancel);
        if (gone.Select(e => e.Head.Id).Except(erased).FirstOrDefault() is { } left)
            throw new InvalidDataException($"Difference {left} was erased there and cannot be erased here: it is open, or a message of it waits.");
    }

    private static async Task<MoveCount> CheckAsync(Func<TextReader> open, CancellationToken cancel)
    {
        using var file = open();
        var title = Of<Title>(await file.ReadLineAsync(cancel));
        if (title is not { Is: "escalation board", Version: Version }) throw new InvalidDataException("It is no file of a board that this program can read.");
        var (last, lines) = ((string?)null, 0);
        while (await file.ReadLineAsync(cancel) is { } line) (last, lines) = (line, lines + 1);
        var count = Of<MoveCount>(last);
        return count.Board == title.Board && count.Papers + count.Differences + 1 == lines ? count : throw new InvalidDataException("The file is not whole.");
    }

    private async Task KeepAsync(Paper paper, CancellationToken cancel)
    {
        if (await papers.ChangeAsync([paper], [], cancel)) return;
        var here = (await papers.AllAsync(cancel)).FirstOrDefault(p => (p.Board, p.Drawer, p.Id) == (paper.Board, paper.Drawer, paper.Id));
        if (here?.Text != paper.Text) throw new InvalidDataException($"{paper.Drawer} {paper.Id} of board '{paper.Board}' is here already, with another text.");
    }

    /// <returns>What has to be erased here as it was there; none where there is nothing to erase, or it was done before.</returns>
    private async Task<Erasing?> KeepAsync(Record record, BoardRoom room, CancellationToken cancel)
    {
        var (head, lines) = (record.Head, record.Lines);
        // Nothing is added to what has lost its key: this one comes with a key that opens nothing, and loses it when all of it is here.
        if (head.Erased is not null) head = head with { Key = RandomNumberGenerator.GetBytes(KeyLength), Erased = null };
        if (lines.Count != head.Length || lines.Count == 0 || Chain.FirstBroken(head.Id, lines) != 0 || !lines[^1].Link.AsSpan().SequenceEqual(head.Link))
            throw new InvalidDataException($"The record of difference {head.Id} does not hold together.");
        var here = await journal.FindHeadAsync(head.Id, cancel);
        while (here is null || here.Length < head.Length)
        {
            var next = lines.Skip(here?.Length ?? 0).Take(LinesAtOnce).ToList();
            var isLast = next[^1].Number == head.Length;
            // Until it is whole nothing of it is due, so that no clock begins to work on half a record.
            var after = isLast ? head : head with { Length = next[^1].Number, Link = next[^1].Link, Due = null };
            var append = new Append(here, after, next, isLast ? [.. record.Notices.Select(n => n.Notice)] : [], head.Card.ChangedAt)
            {
                Counts = isLast ? CountsOf(record, room) : [],
            };
            if (here is not null && !IsOf(here, lines) || !await journal.AppendAsync(append, cancel))
                throw new InvalidDataException($"Difference {head.Id} or its reference {head.Card.Reference} is here already, with another record.");
            here = await journal.FindHeadAsync(head.Id, cancel);
        }

        if (!IsOf(here, lines)) throw new InvalidDataException($"Difference {head.Id} is here already and has gone on.");
        if (here.Erased is not null) return null;
        await journal.NoteAsync([.. record.Notices.Select(n => new Desk.Delivery(head.Id, n.Notice.Id, n.State, n.Attempts, n.At, n.Problem))], cancel);
        return record.Head.Erased is { } erasure ? new Erasing(here, erasure) : null;
    }

    // Counted anew, for a store keeps sums. What is counted lies open, so that it needs no secret.
    private static IReadOnlyList<Count> CountsOf(Record record, BoardRoom room) => Tally.Of(
        Difference.Nothing, Bookkeeping.ToEntriesInTheOpen([.. record.Lines]), room.TermsOf(record.Head.Card.Procedure, record.Head.Card.Version));

    private static bool IsOf(Head here, IReadOnlyList<Line> lines) =>
        here.Length <= lines.Count && here.Link.AsSpan().SequenceEqual(lines[here.Length - 1].Link);

    private static T Of<T>(string? line)
    {
        try
        {
            return (line is null ? default : JsonSerializer.Deserialize<T>(line, Json)) ?? throw new InvalidDataException("The file is not whole.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("The file is not whole, or is no file of a board.", broken);
        }
    }

    private sealed record Title(string Is, int Version, string Board);

    private sealed record Record(Head Head, IReadOnlyList<Line> Lines, IReadOnlyList<Owed> Notices);
}

/// <summary>What was moved.</summary>
public sealed record MoveCount(string Board, int Papers, int Differences);
