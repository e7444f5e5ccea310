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

    private const int BitsOfNumber = 20;

    /// <summary>The columns that <see cref="ToHead"/> reads.</summary>
    public const string Head = "id, board, length, link, key, due, card, erasure";

    /// <summary>How many they are: where the columns begin that a query reads beside them.</summary>
    public const int HeadColumns = 8;

    /// <summary>The query whose rows <see cref="ToOwed"/> reads, without its conditions.</summary>
    public const string Owed = "select d.board, d.id, n.notice, n.state, n.attempts, n.at, n.problem from notices n join differences d on d.place = n.difference";

    public static Head ToHead(Row row) => new(
        row.Text(0), row.Text(1), row.Whole(2), row.Bytes(3), row.IsNull(4) ? null : row.Bytes(4), Instant(row, 5),
        JsonSerializer.Deserialize<Card>(row.InPlace(6), FactJson.Options)!,
        row.IsNull(7) ? null : JsonSerializer.Deserialize<Erasure>(row.InPlace(7), FactJson.Options));

    /// <summary>Where a line lies: the lines of one difference one after the other.</summary>
    /// <param name="number">From 1; the journal has room for a million, and a long record has hundreds.</param>
    public static long PlaceOf(long difference, int number) => number is > 0 and < 1 << BitsOfNumber
        ? (difference << BitsOfNumber) | (long)number
        : throw new ArgumentOutOfRangeException(nameof(number), number, "No record has a line of this number.");

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
