using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Overview;

/// <summary>Something that the person can do now.</summary>
internal sealed record Offer(string Title, string? About, string Address);

/// <summary>What the person can do now: first what a deadline asks of them, then the rest.</summary>
internal sealed record WhatToDo(Offer? First, IReadOnlyList<Offer> Others)
{
    /// <param name="journeys">Those that are offered to them.</param>
    /// <param name="address">Of the difference's page.</param>
    public static WhatToDo Of(Standpoint at, IEnumerable<Journey> journeys, string address)
    {
        var offered = journeys.ToDictionary(j => j.Path, j => new Offer(j.Title(at), j.About(at), $"{address}/{j.Path}"));
        foreach (var form in FormsAsked(at)) offered[form.Id] = new Offer($"Fill in the form: {form.Title}", null, $"{address}/forms/{form.Id}");
        var first = Asked(at).FirstOrDefault(offered.ContainsKey);
        return new(first is null ? null : offered[first], [.. offered.Where(o => o.Key != first).Select(o => o.Value)]);
    }

    /// <summary>Paths of what is asked of this person: by the deadline that is over first, then the others, then by an outcome that waits for their answer.</summary>
    private static IEnumerable<string> Asked(Standpoint at)
    {
        if (!at.IsOpen) return [];
        return at.Standing.Duties.Where(d => at.IsAmong(d.Set.Holder)).OrderBy(d => d.DueAt ?? DateTimeOffset.MaxValue)
            .SelectMany(d => RuleOf(d, at)?.MetBy.SelectMany(what => PathsTo(what, RuleOf(d, at)!.Form, at)) ?? []).Append("answer");
    }

    /// <summary>What the procedure says of the deadline; what keeps it can be other than what its kind says.</summary>
    private static DeadlineRule? RuleOf(Deadline deadline, Standpoint at) =>
        at.Procedure.FindStage(deadline.Stage)?.Deadlines.FirstOrDefault(r => r.Id == deadline.Id);

    /// <summary>The paths of journeys that make it happen, the nearest first. Which of them are offered now is theirs to say.</summary>
    private static IEnumerable<string> PathsTo(Happening what, string? form, Standpoint at) => what switch
    {
        Happening.Acknowledged => ["acknowledge"],
        Happening.Responded => ["respond"],
        Happening.DiscussionHeld => ["discuss"],
        Happening.GatePassed => ["agree-to-stage"],
        Happening.TimescaleAgreed => ["answer-time", "ask-for-time"],
        Happening.OutcomeProposed => ["propose"],
        // Who has put an outcome forward, or agreed to one, waits for the others.
        Happening.OutcomeSettled => at.Standing.PendingProposal is null ? ["propose"] : ["answer"],
        Happening.MeetingHeld => at.Standing.Meetings.Count > at.Standing.MeetingsHeld.Count ? ["record-meeting"] : ["arrange-meeting"],
        Happening.UnresolvedReported => ["unresolved"],
        Happening.RouteChosen => ["choose-route"],
        Happening.PanelFormed => ["panel"],
        Happening.RepresentationHeard => ["hearing"],
        Happening.DecisionMade => ["decision"],
        Happening.FormSubmitted => form is null ? FormsAsked(at).Select(f => f.Id) : [form],
        Happening.DutyDone => ["duty"],
        Happening.EveryoneTold => ["told"],
        _ => [],
    };

    /// <summary>Forms that the present stage wants of this person and that are not complete.</summary>
    private static IEnumerable<Form> FormsAsked(Standpoint at) => !at.IsOpen ? [] :
        (at.Procedure.FindStage(at.Standing.Stage)?.Forms ?? [])
            .Where(f => at.IsAmong(f.Holder) && at.Standing.FindForm(f.Form)?.SubmittedAt is null).Select(f => at.Procedure.FormOf(f.Form));
}
