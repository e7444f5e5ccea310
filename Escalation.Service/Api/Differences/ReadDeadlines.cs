using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences/{id}/deadlines: "What is due when, from whom, and why then?"</summary>
internal sealed class ReadDeadlines(Reads reads)
{
    public static readonly Operation Operation = new(
        "GET", "/differences/{difference}/deadlines", "What is due when, from whom, and why then?", Scope.DifferencesRead, typeof(DeadlinesAnswer),
        Tagged: true);

    public Task<HttpAnswer> AnswerAsync(HttpContext http) => reads.OfStateAsync(http, ViewOf);

    private static DeadlinesAnswer ViewOf(Opened opened)
    {
        var (s, procedure) = (opened.Standing, opened.Terms.Procedure);
        return new DeadlinesAnswer(
            s.Deadlines.Select(d => ViewOf(d, s, procedure)).ToValueList(),
            opened.State is Difference.Open && s.Chase is { } chase
                ? new ChaseAnswer(DutyHolders.Of(chase.Holder, s, procedure).ToValueList(), chase.DueAt, Explanation.Of(chase.Why), chase.Number)
                : null);
    }

    private static DeadlineAnswer ViewOf(Deadline d, Standing s, Procedure procedure) => new(
        d.Id, d.IsCap ? null : d.Stage, d.Set.Kind, d.Set.Title, d.Status, d.IsLate, DutyHolders.Of(d.Set.Holder, s, procedure).ToValueList(),
        d.DueAt, Explanation.Of(d), d.RemindAt, d.Set.OnExpiry);
}

/// <param name="Deadlines">Of the present stage, and those over the whole procedure.</param>
/// <param name="Chase">When silence is chased next.</param>
internal sealed record DeadlinesAnswer(ValueList<DeadlineAnswer> Deadlines, ChaseAnswer? Chase);

/// <param name="Stage">None for a promise over the whole procedure.</param>
/// <param name="Late">It has passed and is still wanted.</param>
/// <param name="Why">From which event, how long, and which days were passed over.</param>
internal sealed record DeadlineAnswer(
    string Deadline,
    string? Stage,
    DeadlineKind Kind,
    string Title,
    DeadlineStatus Status,
    bool Late,
    ValueList<DutyHolder> Holders,
    DateTimeOffset? DueAt,
    string Why,
    DateTimeOffset? RemindAt,
    OnExpiry OnExpiry);

internal sealed record ChaseAnswer(ValueList<DutyHolder> Holders, DateTimeOffset At, string Why, int Number);
