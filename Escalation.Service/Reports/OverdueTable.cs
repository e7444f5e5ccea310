using System.Globalization;
using Escalation.Service.Boards;

namespace Escalation.Service.Reports;

/// <summary>A part of the report in words, which letters, pages and tables are made of.</summary>
/// <param name="Id">Of the part, for addresses and for programs: "late", "due", "moved", "without-contact", "failed".</param>
/// <param name="Nothing">What is said where there is nothing of it.</param>
/// <param name="More">How many there are that are not listed.</param>
internal sealed record OverdueTable(
    string Id, string Title, string Nothing, IReadOnlyList<OverdueColumn> Columns, IReadOnlyList<OverdueRow> Rows, int More)
{
    private static readonly OverdueColumn
        Reference = new("Reference", r => r.About), Organisation = new("Organisation", r => r.About), Between = new("Between", r => r.Between),
        Stage = new("Stage", r => r.Stage), Now = new("Now at stage", r => r.Stage), WaitingFor = new("Waiting for", r => r.For),
        For = new("For", r => r.For), Post = new("Post", r => r.For), Note = new("What", r => r.Note), Why = new("Why", r => r.Note),
        Before = new("Before", r => r.Note), Risk = new("Note", r => r.Note);

    public int Count => Rows.Count + More;

    /// <summary>How many are left out, in words; none where all are listed.</summary>
    public string? Rest => More == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"And {More:N0} more, which are not listed here.");

    /// <summary>The whole report, its parts in the order in which they are read.</summary>
    public static IReadOnlyList<OverdueTable> Of(Overdue report, BoardRoom room) =>
    [
        new("late", "Overdue", "Nothing is overdue.",
            [Reference, Between, Stage, WaitingFor, At("Overdue since"), Risk], [.. report.Late.Listed.Select(h => OverdueRow.OfLate(h, room))], report.Late.More),
        OfDue(report, room),
        new("moved", "Moved to the next stage automatically", "Nothing moved to another stage automatically.",
            [Reference, Between, Now, WaitingFor, At("Moved at"), Before], [.. report.Moved.Listed.Select(m => OverdueRow.Of(m, room))], report.Moved.More),
        new("without-contact", "Stages without a contact", "Every organisation has a contact at every stage.",
            [Organisation, Stage, Post, Why], [.. report.WithoutContact.Listed.Select(r => OverdueRow.Of(r, room))], report.WithoutContact.More),
        new("failed", "Messages that could not be delivered", "Every message was delivered.",
            [Reference, For, At("Given up at"), Note], [.. report.Failed.Listed.Select(o => OverdueRow.Of(o, room))], report.Failed.More),
    ];

    private static OverdueTable OfDue(Overdue report, BoardRoom room)
    {
        var (title, nothing) = report.Window.DueFrom is null ? ("Due today", "Nothing is due today.") : ("Due in this time", "Nothing is due.");
        return new("due", title, nothing,
            [Reference, Between, Stage, WaitingFor, At("Due at"), Risk], [.. report.Due.Listed.Select(h => OverdueRow.OfDue(h, room))], report.Due.More);
    }

    /// <summary>"SV-26-K4T9Q: between North Council and County Trust; stage 2: …": a row for whoever reads no table.</summary>
    public string LineOf(OverdueRow row) => $"{Columns[0].Of(row)}: " + string.Join("; ", Columns.Skip(1)
        .Select(c => (c.Title, Text: c.Of(row))).Where(c => c.Text.Length > 0)
        .Select(c => c.Title is "What" or "Why" or "Note" or "Before" ? Small(c.Text) : $"{Small(c.Title)} {c.Text}"));

    private static OverdueColumn At(string title) => new(title, r => r.When);

    private static string Small(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}

internal sealed record OverdueColumn(string Title, Func<OverdueRow, string> Of);
