using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;

namespace Escalation.Service.Reports;

/// <summary>The report as a letter: how much waits in the subject, what it is below it, and one link to where it can be looked at. References only.</summary>
internal static class OverdueLetter
{
    /// <summary>Of each part; a longer letter would not be read, and the page has all of it.</summary>
    private const int MostListed = 50;

    /// <summary>The same for the same day and reader, so that one that goes out again is known again.</summary>
    public static string IdOf(string board, DateOnly day, ReportReader reader) =>
        string.Create(CultureInfo.InvariantCulture, $"overdue/{board}/{day:yyyy-MM-dd}/{reader.Id}");

    /// <param name="day">Whose report it is.</param>
    /// <param name="root">Where the pages of all boards begin.</param>
    public static Letter Of(Overdue report, BoardRoom room, ReportReader reader, DateOnly day, Uri root)
    {
        var tables = OverdueTable.Of(report, room);
        var prose = new Prose(SubjectOf(report, room), [.. Opening(report, room)], LinkOf(report, room, root), [.. Closing(report)], Wording.SignatureOf(room))
        {
            Lists = [.. tables.Where(t => t.Count > 0).Select(ListOf)],
            LinkWords = ("Open the list", "It opens once you have signed in with your work email."),
        };
        return new Letter(IdOf(room.Board.Id, day, reader), room.Board.Id, room.Board.Name, reader.Email, prose.Subject, prose.ToText())
        {
            Html = LetterPage.Of(prose),
            Attached = room.Board.OverdueReport is { Csv: true } && !report.IsEmpty ? new LetterFile(FileOf(day), "text/csv; header=present", OverdueText.ToCsv(tables)) : null,
        };
    }

    private static string FileOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"overdue-{day:yyyy-MM-dd}.csv");

    private static string SubjectOf(Overdue report, BoardRoom room) => (report.Late.Count, report.Due.Count) switch
    {
        (0, 0) => $"[{room.Board.Name}] Nothing is overdue, nothing is due today",
        (0, var due) => $"[{room.Board.Name}] {due} due today, nothing overdue",
        (var late, 0) => $"[{room.Board.Name}] {late} overdue, nothing due today",
        var (late, due) => $"[{room.Board.Name}] {late} overdue, {due} due today",
    };

    private static IEnumerable<string> Opening(Overdue report, BoardRoom room)
    {
        if (report.Agency is { } agency)
            yield return $"This is the report for {room.FindAgency(agency)?.Name ?? agency}: the differences to which it is a party, and its own stages and messages.";
        yield return report.IsEmpty
            ? "Nothing is overdue, nothing is due today, every stage has a contact, and every message was delivered."
            : $"This is how it stood at {DateWords.Of(report.Window.At)}. What moved to another stage automatically since {DateWords.Of(report.Window.From)} is listed as well.";
    }

    private static ProseList ListOf(OverdueTable table)
    {
        var items = table.Rows.Take(MostListed).Select(table.LineOf).ToList();
        if (table.Count > items.Count)
            items.Add(string.Create(CultureInfo.InvariantCulture, $"And {table.Count - items.Count:N0} more, which are on the page."));
        return new ProseList(string.Create(CultureInfo.InvariantCulture, $"{table.Title}: {table.Count:N0}"), items);
    }

    // An agency's people find theirs among their own differences; the whole is for those who get the whole.
    private static Uri LinkOf(Overdue report, BoardRoom room, Uri root) =>
        new(root, report.Agency is null ? $"/{room.Board.Id}/overdue" : $"/{room.Board.Id}/differences");

    private static IEnumerable<string> Closing(Overdue report)
    {
        if (report.Late.Count > 0) yield return "What is overdue can still be done.";
    }
}
