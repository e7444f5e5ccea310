using Escalation.Core;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Tables;

/// <summary>Something in rows: on a wide screen a table, on a narrow one a card for each row, and a file for a spreadsheet.</summary>
/// <param name="Columns">The first heads the rows.</param>
internal sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Where the same is given as a file; none where it is not.</summary>
    public string? File { get; init; }

    /// <summary>Whether a heading above it says the same, so that it is only read out.</summary>
    public bool IsHeaded { get; init; }

    /// <summary>How many rows a page shows; a file has them all.</summary>
    public int Shown { get; init; } = int.MaxValue;

    /// <summary>The same as a file.</summary>
    /// <param name="name">Of the file, without its ending.</param>
    public FileContentResult ToFile(string name) => CsvFile.Of(name, ToCsv());

    /// <param name="name">Of the file; the day is added.</param>
    public FileContentResult ToFile(string name, DateTimeOffset now) => CsvFile.Of(name, ToCsv(), now);

    private string ToCsv() => Csv.Of(Columns, Rows.Select(r => r.Select(c => c.Text)));
}

/// <summary>What stands in one place of a table.</summary>
/// <param name="Address">Where it leads; none if nowhere.</param>
/// <param name="Unseen">What a screen reader says behind it, so that each link says what it is about.</param>
/// <param name="Whole">Whether it is never broken over two lines, as a reference is not.</param>
internal sealed record Cell(string Text, string? Address = null, string? Unseen = null, bool Whole = false)
{
    public static implicit operator Cell(string text) => new(text);
}
