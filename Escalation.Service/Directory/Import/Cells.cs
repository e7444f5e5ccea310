using System.Globalization;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Service.Directory.Import;

/// <summary>Reads the cells of one row that are more than text, and notes what is wrong with them.</summary>
internal sealed class Cells(SheetRow row, ICollection<ImportProblem> problems)
{
    // A spreadsheet in this country turns the first into the second when it is opened and saved.
    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd/MM/yyyy"];

    private readonly HashSet<string> wrong = [];

    public int Line => row.Line;

    public string Text(string column) => row[column];

    public string? TextIfAny(string column) => row[column] is { Length: > 0 } text ? text : null;

    public bool HasAny(IEnumerable<string> columns) => columns.Any(c => row[c].Length > 0);

    public DateOnly? Day(string column)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (TryDay(text, out var day)) return day;
        Wrong(column, $"{Sentence.Quoted(text)} is no day; write it as 2026-12-31 or 31/12/2026");
        return null;
    }

    /// <summary>As in "2026-12-21..2027-01-02; 2027-04-01": days from and to, or a single day.</summary>
    public ValueList<Absence> Absences(string column)
    {
        List<Absence> absences = [];
        foreach (var part in row[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..");
            if (ends.Length <= 2 && TryDay(ends[0].Trim(), out var from) && TryDay(ends[^1].Trim(), out var to)) absences.Add(new(from, to));
            else Wrong(column, $"{Sentence.Quoted(part)} is no absence; write it as 2026-12-21..2027-01-02, and \"; \" before the next");
        }

        return absences.ToValueList();
    }

    public void Wrong(string? column, string what)
    {
        if (column is not null) wrong.Add(column);
        problems.Add(new(row.Line, column, what));
    }

    /// <summary>Whether something is wrong with the cell already: what follows from that need not be told as well.</summary>
    public bool IsWrong(string column) => wrong.Contains(column);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
