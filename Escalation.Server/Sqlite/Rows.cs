using System.Globalization;
using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Desk;
using Microsoft.Data.Sqlite;

namespace Escalation.Server.Sqlite;

/// <summary>What a row of each table stands for.</summary>
internal static class Rows
{
    private static readonly long EpochMilliseconds = DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>The columns that <see cref="ToHead"/> reads.</summary>
    public const string Head = "id, board, length, link, key, due, card";

    /// <summary>The query whose rows <see cref="ToOwed"/> reads, without its conditions.</summary>
    public const string Owed = "select d.board, d.id, n.notice, n.state, n.attempts, n.at, n.problem from notices n join differences d on d.place = n.difference";

    public static Head ToHead(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4),
        Instant(row, 5), JsonSerializer.Deserialize<Card>(row.GetString(6), FactJson.Options)!);

    public static Line ToLine(SqliteDataReader row) => new(
        row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));

    public static Owed ToOwed(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), JsonSerializer.Deserialize<Notice>(row.GetString(2), FactJson.Options)!,
        Enum.GetValues<DeliveryState>().First(s => KebabCase.Of(s) == row.GetString(3)), row.GetInt32(4), Instant(row, 5)!.Value,
        row.IsDBNull(6) ? null : row.GetString(6));

    public static string ToJson(Card card) => JsonSerializer.Serialize(card, FactJson.Options);

    public static object? Stored(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    /// <summary>Up to the next whole millisecond: what the journal calls due has to be so.</summary>
    public static object? StoredDue(DateTimeOffset? at) => at is { } due ? (due.UtcTicks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond - EpochMilliseconds : null;

    public static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row.GetInt64(column));

    public static DateTimeOffset? Instant(long? stored) => stored is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>The entry and place that the id of a notice ends with: "SG-26-K4T9Q/12/3".</summary>
    public static (int Entry, int Place) PlaceOf(string notice) => notice.Split('/') is [.., var entry, var place]
        ? (int.Parse(entry, CultureInfo.InvariantCulture), int.Parse(place, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"'{notice}' is no id of a notice.", nameof(notice));
}
