using Escalation.Core.Calendar;
using Escalation.Service.Closures;

namespace Escalation.Service.Pages;

/// <summary>How far the counting again has come, and why a date stays, in words.</summary>
internal static class CountingWords
{
    public static IEnumerable<string> Of(bool counting, CountingDone? last) => (counting, last) switch
    {
        (true, _) => ["The dates of the open differences are being counted again just now. Everybody whose date moves is told."],
        (_, null) => [],
        (_, { Open: 0, Left: 0 } done) => [$"The dates were last counted again at {DateWords.Of(done.DoneAt)}. No difference was open."],
        (_, { } done) => [$"The dates of {Differences(done.Open)} were last counted again at {DateWords.Of(done.DoneAt)}. {Moved(done)}", .. Left(done)],
    };

    public static string Dates(int count) => count == 1 ? "1 date" : $"{count} dates";

    public static string Differences(int count) => count == 1 ? "1 open difference" : $"{count} open differences";

    public static string Of(StaysBecause because) => because switch
    {
        StaysBecause.Over => "Its time was over before",
        StaysBecause.Agreed => "People agreed on this date",
        StaysBecause.NotInWorkingDays => "It is not counted in working days",
        _ => throw new ArgumentOutOfRangeException(nameof(because), because, "no words"),
    };

    public static string Of(Nation nation) => nation switch
    {
        Nation.EnglandAndWales => "England and Wales",
        Nation.Scotland => "Scotland",
        Nation.NorthernIreland => "Northern Ireland",
        _ => throw new ArgumentOutOfRangeException(nameof(nation), nation, "no words"),
    };

    /// <summary>Of those of which it cannot be said what would move in them.</summary>
    public static string Unread(int count) =>
        $"What would move in {Differences(count)} more cannot be worked out, because something is wrong with how {TheirRecords(count)} kept.";

    private static IEnumerable<string> Left(CountingDone done) => done.Left == 0
        ? []
        : [$"The dates of {Differences(done.Left)} could not be counted again, because something is wrong with how {TheirRecords(done.Left)} kept. "
            + $"The service tries again automatically; its log names {(done.Left == 1 ? "it" : "them")} for whoever runs the service."];

    private static string TheirRecords(int count) => count == 1 ? "its record is" : "their records are";

    private static string Moved(CountingDone done) => done.Dates switch
    {
        0 => "No date moved.",
        1 => "1 date moved, and those concerned were told.",
        var dates => $"{dates} dates moved in {(done.Moved == 1 ? "one of them" : $"{done.Moved} of them")}, and those concerned were told.",
    };
}
