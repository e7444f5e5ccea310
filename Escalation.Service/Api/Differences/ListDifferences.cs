using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences: "Which ones are ours?"</summary>
internal sealed class ListDifferences(IJournal journal)
{
    public static readonly Operation Operation = new(
        "GET", "/differences", "Which ones are ours?", Scope.DifferencesRead, typeof(DifferencesAnswer), Query:
        [
            new("state", new Shape.Name(typeof(CardState)), "Only those in this state."),
            new("stage", new Shape.Id(), "Only those at this stage."),
            new("late", new Shape.Truth(), "Only those in which something is past its time; those late longest first."),
            new("dueBefore", new Shape.Instant(), "Only those whose next act is due before then; those due first in front."),
            new("reference", new Shape.Id(), "Only the one of this reference."),
            .. Paging.Parameters,
        ]);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query, Operation.Query);
        var caller = http.Caller();
        var wanted = new Query(
            caller.Board, caller.Agency, query.Name<CardState>("state"), query.Text("stage"), query.Truth("late"), query.Instant("dueBefore"),
            query.Text("reference"), Paging.After(query), Paging.Limit(query));
        if (query.Mistakes.Any) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: query.Mistakes.ToList()));
        try
        {
            var page = await journal.ListAsync(wanted, http.RequestAborted);
            return HttpAnswer.Of(new DifferencesAnswer(page.Heads.Select(ViewOf).ToValueList(), Paging.Next(page.Next)));
        }
        catch (Exception strange) when (strange is FormatException or OverflowException)
        {
            return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: [Paging.NoPlace]));
        }
    }

    public static DifferenceSummary ViewOf(Head head) => new(
        head.Id, head.Card.Reference, head.Card.Procedure, head.Card.Version, head.Card.State, head.Card.Stage, head.Length, head.Card.RaisedAt,
        head.Card.ChangedAt, head.Card.EndedAt, head.Card.AtImmediateRisk, head.Card.ByTheClock, head.Card.Parties, head.Card.WaitingFor, head.Card.Due,
        head.Card.LateSince, head.Erased?.At);
}

/// <param name="Next">What to ask for as "after" to have the next page; none on the last.</param>
internal sealed record DifferencesAnswer(ValueList<DifferenceSummary> Differences, string? Next);

/// <param name="ByTheClock">Whether the clock took it to its present stage.</param>
/// <param name="Due">When the next act is due.</param>
/// <param name="LateSince">Since when something asked of somebody is past its time.</param>
/// <param name="ErasedAt">When what is personal in its record was erased; left out as long as it is there.</param>
internal sealed record DifferenceSummary(
    string Id,
    string Reference,
    string Procedure,
    string ProcedureVersion,
    CardState State,
    string Stage,
    int Version,
    DateTimeOffset RaisedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset? EndedAt,
    bool AtImmediateRisk,
    bool ByTheClock,
    ValueList<Party> Parties,
    ValueList<DutyHolder> WaitingFor,
    DateTimeOffset? Due,
    DateTimeOffset? LateSince,
    DateTimeOffset? ErasedAt = null);
