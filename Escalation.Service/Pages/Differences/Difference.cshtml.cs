using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Differences.Overview;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>One difference: where it stands, what the person can do about it now, and what happened so far.</summary>
internal sealed class OnePage(Reception reception, JourneyBook book, RecordReads reads, Holds holds) : DifferencePage(reception)
{
    public override string Title => At.Standing.Reference;

    public WhatToDo Todo { get; private set; } = new(null, []);

    public IReadOnlyList<TimelineStage> Stages { get; private set; } = [];

    public IReadOnlyList<TimelinePromise> Caps { get; private set; } = [];

    public RecordExcerpt Record { get; private set; } = new([], 1, 1);

    public IEnumerable<(string Heading, string Text)> Facts =>
    [
        ("Raised by", $"{PeopleInvolved.NamesOf(Side.Raising, At)}: {At.Standing.Raiser.Name}, {At.Standing.Raiser.Role}"),
        ("With", PeopleInvolved.NamesOf(Side.Responding, At)),
        ("Also involved", PeopleInvolved.NamesOf(Side.Involved, At)),
        ("Since", $"{Sentences.Capital(DateWords.Of(At.Standing.RaisedAt))}. The concern was first considered at {DateWords.Of(At.Standing.Outset)}."),
        ("Stage", At.Standing.Stage.Length > 0 ? At.TitleOf(At.Standing.Stage) : ""),
        ("Procedure", $"{At.Procedure.Title}, version {At.Procedure.Version}"),
    ];

    /// <summary>What it is about, in the words in which it was raised.</summary>
    public IEnumerable<Quote> Concern => new[]
    {
        new Quote("What was decided or done, and why it seems wrong or unsafe", At.Standing.Concern.Summary),
        new Quote("What should happen for the adult", At.Standing.Concern.DesiredOutcome),
        new Quote("The adult in the raising agency's own record", At.Standing.Concern.AdultReference),
    }.Where(q => q.Text.Length > 0);

    /// <summary>The outcome on the table; none where there is none.</summary>
    public IReadOnlyList<(string Heading, string Text)> Proposal { get; private set; } = [];

    public IEnumerable<(string Heading, IReadOnlyList<Matter> Matters)> Matters => new[]
    {
        ("Requests for time", OpenMatters.RequestsForTime(At)),
        ("Forms", OpenMatters.Forms(At, Address)),
        ("Meetings", OpenMatters.Meetings(At)),
        ("Agreed actions", OpenMatters.Actions(At)),
    }.Where(m => m.Item2.Count > 0);

    /// <summary>What keeps it from being disposed of, for the board office; none where nothing does.</summary>
    public Hold? Hold { get; private set; }

    /// <param name="page">Of the record.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1)
    {
        if (Visitor.IsBoardOffice) Hold = await holds.OnAsync(Room.Board.Id, Opened.Head.Id, HttpContext.RequestAborted);
        (Todo, Proposal) = (WhatToDo.Of(At, book.OfferedTo(At), Address), ProposalWords.Of(At));
        (Stages, Caps, Record) = (Timeline.Of(At), Timeline.Caps(At), RecordExcerpt.Of(At, page));
        reads.Note(Opened.Head.Id, Visitor, SignedIn);
        return Page();
    }
}
