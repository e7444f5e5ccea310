using Azure.Data.Tables;
using Escalation.Core;
using Escalation.Core.Notices;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tables;

/// <summary>
/// The rows that are derived from a record, so that it is found by its time, in its lists and by what is owed. They can always be made again;
/// whoever reads one looks at the record before anything follows from it. Those of a head say how long the record was.
/// </summary>
internal static class IndexRows
{
    public const string Due = "due", Owed = "owed";

    private const string Length = "Length";

    public static string OfBoard(string board) => Keys.Of("board", board);

    public static string OfAgency(string board, string agency) => Keys.Of("agency", board, agency);

    public static string OpenOf(string board) => Keys.Of("open", board);

    public static string NoticesOf(string board, DeliveryState state) => Keys.Of("notices", board, KebabCase.Of(state));

    /// <summary>Whether the row was written when the record was shorter, or by a program that did not say how long it was.</summary>
    public static bool IsOlder(TableEntity row, int length) => row.GetInt32(Length) is not { } then || then < length;

    public static TableEntity DueRow(string id, DateTimeOffset due, int length) => new(Due, $"{Keys.Of(due)}:{id}") { ["Id"] = id, [Length] = length };

    /// <summary>All rows of a head.</summary>
    public static IEnumerable<TableEntity> Of(Head head)
    {
        foreach (var row in ListRows(head)) yield return row;
        if (head.Card.State == CardState.Open) yield return OpenRow(head);
        if (head.Due is { } due) yield return DueRow(head.Id, due, head.Length);
    }

    /// <summary>By when they were raised, latest first: one row in the board's list and one in that of each party.</summary>
    private static IEnumerable<TableEntity> ListRows(Head head) =>
        head.Card.Parties.Select(p => p.Agency).Distinct().Select(agency => OfAgency(head.Board, agency))
        .Prepend(OfBoard(head.Board))
        .Select(list => new TableEntity(list, $"{Keys.LatestFirst(head.Card.RaisedAt)}:{head.Id}")
        {
            ["Id"] = head.Id, ["State"] = KebabCase.Of(head.Card.State), ["Stage"] = head.Card.Stage,
            [Length] = head.Length,
        });

    private static TableEntity OpenRow(Head head)
    {
        var row = new TableEntity(OpenOf(head.Board), head.Id) { [Length] = head.Length };
        if (head.Card.Due is { } due) row["NextAct"] = due.UtcTicks;
        if (head.Card.LateSince is { } late) row["LateSince"] = late.UtcTicks;
        return row;
    }

    public static TableEntity OwedRow(Owed owed) => new(Owed, $"{Keys.Of(owed.At)}:{PlaceOf(owed)}") { ["Id"] = owed.Difference, ["Notice"] = owed.Notice.Id };

    public static TableEntity NoticeRow(Owed owed)
    {
        var row = new TableEntity(NoticesOf(owed.Board, owed.State), $"{Keys.LatestFirst(owed.At)}:{PlaceOf(owed)}") { ["Id"] = owed.Difference,
            ["Notice"] = owed.Notice.Id };
        if (owed.Notice.To is Recipient.Rung rung) row["Agency"] = rung.Agency;
        return row;
    }

    /// <summary>All rows of a notice.</summary>
    public static IEnumerable<TableEntity> Of(Owed owed) => owed.State == DeliveryState.Waiting ? [NoticeRow(owed), OwedRow(owed)] : [NoticeRow(owed)];

    private static string PlaceOf(Owed owed)
    {
        var (entry, place) = Keys.PlaceOf(owed.Notice.Id);
        return $"{owed.Difference}:{Keys.Of(entry)}:{Keys.Of(place)}";
    }
}
