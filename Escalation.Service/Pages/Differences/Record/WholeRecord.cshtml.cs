using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Overview;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>"Let us have the copy for our file": the whole record, oldest first, to print.</summary>
internal sealed class WholeRecord(Reception reception, RecordReads reads) : DifferencePage(reception)
{
    public override string Title => $"Record of {At.Standing.Reference}";

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    /// <summary>Who has the copy made, and when.</summary>
    public string Made => $"{Visitor.Name}{(Visitor.Role.Length > 0 ? $" ({Visitor.Role})" : "")}, {DateWords.Of(Now)}";

    public IEnumerable<(string Heading, string Text)> Head =>
    [
        ("Reference", At.Standing.Reference),
        ("Board", Room.Board.Name),
        ("Procedure", $"{At.Procedure.Title}, version {At.Procedure.Version}"),
        ("Raised by", PeopleInvolved.NamesOf(Side.Raising, At)),
        ("With", PeopleInvolved.NamesOf(Side.Responding, At)),
        ("Also involved", PeopleInvolved.NamesOf(Side.Involved, At)),
        ("Copy made by", Made),
        ("Last link of the chain", LastLink),
    ];

    /// <summary>By which this copy and another are known to be of one record.</summary>
    public string LastLink => Convert.ToHexStringLower(Opened.Head.Link);

    public IActionResult OnGet()
    {
        var names = new RecordNames(At);
        Lines = [.. At.Entries.Select(e => RecordLine.Of(e, names))];
        reads.Note(Opened.Head.Id, Visitor, SignedIn, Desk.ReadWay.Print);
        return Page();
    }
}
