using System.Text;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Desk;
using Became = Escalation.Service.Desk.Delivery;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>What is kept for the sake of it.</summary>
public abstract partial class JournalContract
{
    private async Task<Append> KeepAsync(Append append)
    {
        Assert.That(await Journal.AppendAsync(append, default), Is.True);
        return append;
    }

    private Task<IReadOnlyList<string>> EraseAsync(Append last) => Journal.EraseAsync(
        [new(last.Head, new Erasure(Noon, "list", new DateOnly(2026, 4, 1), last.Head.Length, "00"))], default);

    /// <summary>All its notices have gone out.</summary>
    private async Task SentAsync(string id)
    {
        foreach (var owed in await Journal.NoticesOfAsync(id, default))
            await Journal.NoteAsync([new Became(id, owed.Notice.Id, DeliveryState.Sent, 1, Noon)], default);
    }

    private async Task<IEnumerable<string>> IdsAsync(Query query) => (await Journal.ListAsync(query, default)).Heads.Select(h => h.Id);

    private async Task<IEnumerable<string>> OwedAsync(DateTimeOffset by) => (await Journal.OwedAsync(by, 99, default)).Select(o => o.Notice.Id);

    private static string Written(Head head) => System.Text.Json.JsonSerializer.Serialize(head, FactJson.Options);

    private static string Written(Line line) =>
        $"{line.Number} {Convert.ToHexString(line.Open)} {Convert.ToHexString(line.Secret)} {Convert.ToHexString(line.Link)}";

    private static Append Raised(
        string id, string board = Board, string? reference = null, string responding = "county-trust", DateTimeOffset? raisedAt = null,
        DateTimeOffset? due = null,
        DateTimeOffset? nextAct = null, DateTimeOffset? lateSince = null, int notices = 0)
    {
        var card = new Card(reference ?? $"SV-26-{id}", "p", "1", CardState.Open, "1", raisedAt ?? Noon, Noon,
            [new Party("north-council", "local-authority", Side.Raising), new Party(responding, "secondary-health", Side.Responding)],
                [new DutyHolder("Manager", responding)], nextAct, lateSince);
        var lines = LinesOf(id, Chain.Beginning(id), 1, Math.Max(1, notices), 20);
        return new Append(null, new Head(id, board, lines.Count, lines[^1].Link, KeyOf(), due, card), lines, NoticesOf(card, 1, notices), Noon);
    }

    // Of chance and long, as keys are: where one was destroyed, SQLite's file is searched for its bytes.
    private static byte[] KeyOf() => [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()];

    private static Append Next(
        Head before, int lines = 1, int notices = 0, int text = 20, DateTimeOffset? due = null, CardState state = CardState.Open, string? stage = null)
    {
        var added = LinesOf(before.Id, before.Link, before.Length + 1, lines, text);
        var card = before.Card with { State = state, Stage = stage ?? before.Card.Stage };
        var head = before with { Length = before.Length + lines, Link = added[^1].Link, Due = due, Card = card };
        return new Append(before, head, added, NoticesOf(card, before.Length + 1, notices), Noon);
    }

    private static List<Line> LinesOf(string id, byte[] link, int from, int count, int text)
    {
        var lines = new List<Line>();
        for (var number = from; number < from + count; number++)
        {
            // Each its own, as what is encrypted always is: two who append the same are still two.
            var (open, secret) = (Encoding.UTF8.GetBytes($"{id} {number} {new string('ö', text)}"), Guid.NewGuid().ToByteArray());
            link = Chain.Link(link, number, open, secret);
            lines.Add(new Line(number, open, secret, link));
        }

        return lines;
    }

    /// <summary>One for each entry, to the raising and the responding agency by turns.</summary>
    private static List<Notice> NoticesOf(Card card, int from, int count) => [.. Enumerable.Range(0, count).Select(i => new Notice(
        $"{card.Reference}/{from + i}/1", NoticeKind.Chase, new Recipient.Rung(card.Parties[i % 2].Agency, "1"), from + i, "1"))];
}
