using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Core.Notices;

namespace Escalation.Service.Desk;

/// <summary>Turns entries into lines of the record as it is kept, and back.</summary>
public sealed class Bookkeeping(Seal seal)
{
    /// <summary>What a decision adds to the journal.</summary>
    /// <param name="before">The head before it; none for a difference that is being raised.</param>
    /// <param name="stood">How it stood before it.</param>
    internal Append ToAppend(
        string id, string board, Head? before, Difference stood, Verdict.Accepted verdict, Terms terms, DateTimeOffset now, Answer? answer)
    {
        var wrapped = before is null ? seal.NewKey(id) : before.Key ?? throw new InvalidOperationException($"{id} was erased.");
        var lines = ToLines(id, wrapped, before?.Link ?? Chain.Beginning(id), verdict.Entries);
        var head = new Head(id, board, verdict.After.Version, lines[^1].Link, wrapped, verdict.After.NextDueAt,
            Card.Of(verdict.After, terms.Procedure, before?.Card, verdict.Entries));
        return new Append(before, head, lines, NoticeRules.For(verdict.Entries, verdict.After, terms.Procedure), now, answer)
        {
            Counts = Tally.Of(stood, verdict.Entries, terms),
        };
    }

    public IReadOnlyList<Entry> ToEntries(Kept kept)
    {
        using var key = kept.Head.Key is { } wrapped ? seal.Unwrap(wrapped, kept.Head.Id) : null;
        var entries = new Entry[kept.Lines.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = ToEntry(kept.Lines[i], key);
        return entries;
    }

    /// <summary>
    /// What is personal in a record, text by text, and the entry by which it was raised; read without folding the record, for whoever goes
    /// through many.
    /// </summary>
    internal (Entry Raised, IReadOnlyList<string> Texts) Personal(Kept kept)
    {
        using var key = kept.Head.Key is { } wrapped ? seal.Unwrap(wrapped, kept.Head.Id) : null;
        List<string> texts = [];
        if (key is not null)
            foreach (var line in kept.Lines.Where(l => l.Secret.Length > 0)) texts.AddRange(Secrets.TextsOf(key.Decrypt(line.Secret, line.Number)));
        return (ToEntry(kept.Lines[0], key), texts);
    }

    /// <summary>The key under which what is personal was encrypted; none where it was destroyed.</summary>
    internal byte[]? KeyOf(Head head) => head.Key is { } wrapped ? seal.Reveal(wrapped, head.Id) : null;

    /// <summary>The entries without what is personal, for which nobody needs a key.</summary>
    public static IReadOnlyList<Entry> ToEntriesInTheOpen(IReadOnlyList<Line> lines) => [.. lines.Select(line => ToEntry(line, null))];

    internal static Entry ToEntry(Line line, Seal.OwnKey? key) => Secrets.Join(
        line.Open, line.Secret.Length == 0 || key is null ? [] : key.Decrypt(line.Secret, line.Number), keyIsGone: key is null);

    private List<Line> ToLines(string id, byte[] wrapped, byte[] link, IReadOnlyList<Entry> entries)
    {
        // What the clock brings about holds nothing personal: then the key, which is dear to open, stays closed.
        Seal.OwnKey? key = null;
        var lines = new List<Line>(entries.Count);
        foreach (var entry in entries)
        {
            var (open, personal) = Secrets.Part(entry);
            var secret = personal.Length == 0 ? personal : (key ??= seal.Unwrap(wrapped, id)).Encrypt(personal, entry.Number);
            link = Chain.Link(link, entry.Number, open, secret);
            lines.Add(new Line(entry.Number, open, secret, link));
        }

        key?.Dispose();
        return lines;
    }
}
