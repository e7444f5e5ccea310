using System.Globalization;
using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Desk;

namespace Escalation.Server.Sqlite;

/// <summary>What a row of each table stands for.</summary>
internal static class Rows
{
    private static readonly long EpochMilliseconds = DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerMillisecond;

    private const int BitsOfNotice = 12;

    /// <summary>The columns that <see cref="ToHead"/> reads.</summary>
    public const string Head = "id, board, length, link, key, due, card, erasure";

    /// <summary>How many they are: where the columns begin that a query reads beside them.</summary>
    public const int HeadColumns = 8;

    private const string OwedColumns = "d.board, d.id, n.notice, n.state, n.attempts, n.at, n.problem";

    /// <summary>The query whose rows <see cref="ToOwed"/> reads, without its conditions.</summary>
    public const string Owed = $"select {OwedColumns} from notices n join lines l on l.place = n.line join differences d on d.place = l.difference";

    /// <summary>The same of the difference whose id is ?1; entries are those of <c>chain</c>.</summary>
    public const string OwedOf = $"{ChainOf} select {OwedColumns} from {ChainWithNotices} join differences d on d.id = ?1";

    /// <summary>The record of the difference whose id is ?1, from its last line back to its first: as a table <c>chain</c> for what follows.</summary>
    public const string ChainOf = $"{ChainFrom} (select last from differences where id = ?1) {ChainOn}";

    /// <summary>The same of the record whose last line lies at ?1.</summary>
    public const string ChainFromLast = $"{ChainFrom} (?1) {ChainOn}";

    /// <summary>The same of all records at once.</summary>
    public const string AllChains = $"{ChainFrom} (select last from differences) {ChainOn}";

    /// <summary>A record's notices, each with its line: from the lines to their notices, for the other way would go through all that there are.</summary>
    public const string ChainWithNotices = "chain c cross join notices n on n.place between c.place << 12 and c.place << 12 | 4095";

    private const string ChainFrom = "with recursive chain (place, number, before) as (select place, number, before from lines where place in";

    // Line by line downwards, so that it ends, whoever wrote what into the file.
    private const string ChainOn =
        "union all select l.place, l.number, l.before from chain c join lines l on l.place = c.before and l.number = c.number - 1)";

    public static Head ToHead(Row row) => new(
        row.Text(0), row.Text(1), row.Whole(2), row.Bytes(3), row.IsNull(4) ? null : row.Bytes(4), Instant(row, 5),
        JsonSerializer.Deserialize<Card>(row.InPlace(6), FactJson.Options)!,
        row.IsNull(7) ? null : JsonSerializer.Deserialize<Erasure>(row.InPlace(7), FactJson.Options));

    /// <summary>Where a notice lies: those of one line one after the other.</summary>
    /// <param name="number">From 1; the journal has room for 4,095, and an entry gives rise to as many as there are agencies, at most some dozen.</param>
    public static long PlaceOfNotice(long line, int number) => number is > 0 and < 1 << BitsOfNotice
        ? (line << BitsOfNotice) | (long)number
        : throw new ArgumentOutOfRangeException(nameof(number), number, "No entry has a notice of this number.");

    public static Line ToLine(Row row) => new(row.Whole(0), row.Bytes(1), row.Bytes(2), row.Bytes(3));

    public static Owed ToOwed(Row row)
    {
        var state = row.Text(3);
        return new Owed(
            row.Text(0), row.Text(1), JsonSerializer.Deserialize<Notice>(row.InPlace(2), FactJson.Options)!,
            Enum.GetValues<DeliveryState>().First(s => KebabCase.Of(s) == state), row.Whole(4), Instant(row, 5)!.Value, row.IsNull(6) ? null : row.Text(6));
    }

    /// <summary>The query whose rows <see cref="ToRead"/> reads, without its conditions.</summary>
    public const string Reads = "select board, difference, at, capacity, way, who, place from reads";

    public static RecordRead ToRead(Row row)
    {
        var way = row.Text(4);
        return new RecordRead(row.Text(0), row.Text(1), Instant(row, 2)!.Value, row.Text(3), Enum.GetValues<ReadWay>().First(w => KebabCase.Of(w) == way),
            row.Bytes(5), row.Number(6));
    }

    public static Utf8 ToJson<T>(T written) => new(JsonSerializer.SerializeToUtf8Bytes(written, FactJson.Options));

    public static object? Stored(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    /// <summary>Up to the next whole millisecond: what the journal calls due has to be so.</summary>
    public static object? StoredDue(DateTimeOffset? at) => at is { } due ? (due.UtcTicks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond - EpochMilliseconds : null;

    public static DateTimeOffset? Instant(Row row, int column) => row.IsNull(column) ? null : Instant(row.Number(column));

    public static DateTimeOffset? Instant(long? stored) => stored is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>The entry and place that the id of a notice ends with: "SG-26-K4T9Q/12/3".</summary>
    public static (int Entry, int Place) PlaceOf(string notice) => notice.Split('/') is [.., var entry, var place]
        ? (int.Parse(entry, CultureInfo.InvariantCulture), int.Parse(place, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"'{notice}' is no id of a notice.", nameof(notice));
}
