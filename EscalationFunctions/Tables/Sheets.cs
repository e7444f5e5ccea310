using System.Text.Json;
using Azure.Data.Tables;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// How a difference lies in its partition. One row is its head; each append adds a sheet with its lines and one with its notices, so that an
/// append is a handful of rows however much the clock has to catch up with. What does not fit on one sheet goes on the next.
/// </summary>
internal static class Sheets
{
    public const string Head = "head", Lines = "lines-", Notices = "notices-", Answers = "answer-", Counts = "counts-", Reads = "read-";

    /// <summary>After every key that begins with <see cref="Lines"/>.</summary>
    public const string AfterLines = "lines.", AfterNotices = "notices.";

    public static TableEntity ToRow(Head head)
    {
        var row = new TableEntity(head.Id, Head) { ["Board"] = head.Board, ["Length"] = head.Length, ["Link"] = head.Link };
        if (head.Key is { } key) row["Key"] = key;
        if (head.Due is { } due) row["Due"] = due.UtcTicks;
        Pieces.Put(row, "Card", JsonSerializer.SerializeToUtf8Bytes(head.Card, FactJson.Options));
        if (head.Erased is { } erased) Pieces.Put(row, "Erased", JsonSerializer.SerializeToUtf8Bytes(erased, FactJson.Options));
        return row;
    }

    public static Head ToHead(TableEntity row) => new(
        row.PartitionKey, row.GetString("Board"), row.GetInt32("Length")!.Value, row.GetBinary("Link"), row.GetBinary("Key"),
        row.GetInt64("Due") is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null,
        JsonSerializer.Deserialize<Card>(Pieces.Get(row, "Card"), FactJson.Options)!,
        Pieces.Get(row, "Erased") is { Length: > 0 } erased ? JsonSerializer.Deserialize<Erasure>(erased, FactJson.Options) : null);

    public static IEnumerable<TableEntity> ToRows(string id, IReadOnlyList<Line> lines) =>
        InSheets(lines, Written, on => Lines + Keys.Of(on[0].Number)).Select(sheet => Sheet(id, sheet.Key, sheet.Content));

    public static IEnumerable<Line> ToLines(TableEntity row)
    {
        using var reader = new BinaryReader(new MemoryStream(Pieces.Get(row, "Sheet")));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            yield return new Line(reader.ReadInt32(), reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()),
                reader.ReadBytes(reader.ReadInt32()));
    }

    /// <param name="from">The number of the append's first line.</param>
    public static IEnumerable<TableEntity> ToRows(string id, int from, IReadOnlyList<Posted> notices)
    {
        var number = 0;
        return InSheets(notices, Written, _ => $"{Notices}{Keys.Of(from)}-{Keys.Of(number++)}").Select(sheet => Sheet(id, sheet.Key, sheet.Content));
    }

    public static TableEntity ToRow(string id, string key, IReadOnlyList<Posted> notices) => Sheet(id, key, [.. notices.SelectMany(Written)]);

    public static IEnumerable<Posted> ToNotices(TableEntity row)
    {
        using var reader = new BinaryReader(new MemoryStream(Pieces.Get(row, "Sheet")));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            yield return JsonSerializer.Deserialize<Posted>(reader.ReadBytes(reader.ReadInt32()), FactJson.Options)!;
    }

    public static TableEntity ToRow(Answer answer) => new(answer.Difference, Answers + Keys.Hashed(answer.Asker, answer.Key))
    {
        ["Fingerprint"] = answer.Fingerprint, ["Length"] = answer.Length, ["At"] = answer.At.UtcTicks,
    };

    public static Answer ToAnswer(TableEntity row, string asker, string key) => new(
        asker, key, row.GetBinary("Fingerprint") ?? [], row.PartitionKey, row.GetInt32("Length")!.Value,
            new DateTimeOffset(row.GetInt64("At")!.Value, TimeSpan.Zero));

    private static TableEntity Sheet(string id, string key, byte[] content)
    {
        var row = new TableEntity(id, key);
        Pieces.Put(row, "Sheet", content);
        return row;
    }

    private static IEnumerable<(string Key, byte[] Content)> InSheets<T>(IEnumerable<T> items, Func<T, byte[]> write, Func<List<T>, string> name)
    {
        var (on, content) = (new List<T>(), new MemoryStream());
        foreach (var item in items)
        {
            var written = write(item);
            if (on.Count > 0 && content.Length + written.Length > Pieces.Most)
            {
                yield return (name(on), content.ToArray());
                (on, content) = ([], new MemoryStream());
            }

            on.Add(item);
            content.Write(written);
        }

        if (on.Count > 0) yield return (name(on), content.ToArray());
    }

    private static byte[] Written(Line line)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(line.Number);
        foreach (var part in new[] { line.Open, line.Secret, line.Link })
        {
            writer.Write(part.Length);
            writer.Write(part);
        }

        return stream.ToArray();
    }

    private static byte[] Written(Posted notice)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(notice, FactJson.Options);
        return [.. BitConverter.GetBytes(json.Length), .. json];
    }
}

/// <summary>A notice and what became of it, as it lies on a sheet.</summary>
internal sealed record Posted(Notice Notice, DeliveryState State, int Attempts, DateTimeOffset At, string? Problem = null)
{
    public Owed ToOwed(string board, string difference) => new(board, difference, Notice, State, Attempts, At, Problem);

    /// <summary>After what was said of it last, if anything was.</summary>
    public Posted With(List<Delivery> deliveries) => deliveries.FindLast(d => d.Notice == Notice.Id) is { } said
        ? this with { State = said.State, Attempts = said.Attempts, At = said.At, Problem = said.Problem }
        : this;
}
