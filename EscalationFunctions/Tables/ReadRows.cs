using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Escalation.Core;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>Who read which record: with the record, so that it goes with it, and by the board, the latest first.</summary>
internal static class ReadRows
{
    public static string OfBoard(string board) => Keys.Of("reads", board);

    /// <summary>A place among all: the instant, and a little of chance, so that two at one instant have two.</summary>
    public static long PlaceOf(DateTimeOffset at) => at.UtcTicks + RandomNumberGenerator.GetInt32(10_000);

    public static TableEntity ToRow(RecordRead read) => new(read.Difference, Sheets.Reads + KeyOf(read.Place))
    {
        ["Board"] = read.Board, ["At"] = read.At.UtcTicks, ["Capacity"] = read.Capacity, ["Way"] = KebabCase.Of(read.Way), ["Who"] = read.Who, ["Place"] = read.Place,
    };

    public static TableEntity ToIndexRow(RecordRead read) => new(OfBoard(read.Board), KeyOf(read.Place)) { ["Id"] = read.Difference };

    public static RecordRead ToRead(TableEntity row) => new(
        row.GetString("Board"), row.PartitionKey, new DateTimeOffset(row.GetInt64("At")!.Value, TimeSpan.Zero), row.GetString("Capacity"),
        Enum.GetValues<ReadWay>().First(w => KebabCase.Of(w) == row.GetString("Way")), row.GetBinary("Who"), row.GetInt64("Place")!.Value);

    /// <summary>The latest in front; after the one of this place come those before it.</summary>
    public static string KeyOf(long place) => (long.MaxValue - place).ToString("D19", CultureInfo.InvariantCulture);
}
