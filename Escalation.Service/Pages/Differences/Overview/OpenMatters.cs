using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Overview;

/// <summary>Something with a state: a form, a meeting, an action, a request for time.</summary>
/// <param name="Colour">Of its tag; none for the usual one.</param>
/// <param name="Address">Where there is more of it.</param>
internal sealed record Matter(string Title, string State, string? Colour = null, string? Detail = null, string? Address = null);

/// <summary>What is under way in a difference beside its stages.</summary>
internal static class OpenMatters
{
    /// <summary>Who is asked about the outcome on the table, and who has agreed to it.</summary>
    public static IReadOnlyList<Matter> Answers(Standpoint at) => at.Standing.PendingProposal is not { } pending ? []
        : [.. at.Standing.AskedToConfirm(at.Procedure).Select(p => new Matter(at.NameOf(p.Agency), AnswerOf(p, pending), pending.ConfirmedBy.Contains(p.Agency) ? "green" : "grey"))];

    public static IReadOnlyList<Matter> RequestsForTime(Standpoint at)
    {
        var names = new RecordNames(at);
        return [.. at.Standing.Timescales.Select(t => new Matter(
            $"{at.NameOf(t.Agency)}: until {DateWords.Of(t.Until)}", StateOf(t), t.Status == TimescaleStatus.Proposed ? "yellow" : "grey",
            names.Find<Fact.TimescaleProposed>(t.Id) is { } asked ? $"To {names.Asked(asked.Stage, asked.Deadline)}. {asked.Reason}" : null))];
    }

    /// <summary>Forms of the stages that were entered, and such as were begun.</summary>
    public static IReadOnlyList<Matter> Forms(Standpoint at, string address)
    {
        var used = at.Standing.StagesVisited.Select(at.Procedure.FindStage).OfType<Stage>().SelectMany(s => s.Forms).Select(f => f.Form);
        return [.. used.Concat(at.Standing.Forms.Select(f => f.Form)).Distinct().Select(id => OfForm(at.Procedure.FormOf(id), at.Standing.FindForm(id), address))];
    }

    public static IReadOnlyList<Matter> Meetings(Standpoint at) => [.. at.Standing.Meetings.Select(m => new Matter(
        Sentences.Capital(DateWords.Of(m.MeetAt)),
        at.Standing.MeetingsHeld.Contains(m.Id) ? "Held" : m.MeetAt < at.Now ? "Not recorded yet" : "To come",
        at.Standing.MeetingsHeld.Contains(m.Id) ? "green" : null,
        $"{m.Purpose}\n{m.Place}"))];

    public static IReadOnlyList<Matter> Actions(Standpoint at)
    {
        var today = LondonTime.DayOf(at.Now);
        return [.. at.Standing.Actions.Select(a => new Matter(
            a.Action.What, a.Done ? "Done" : a.Action.Due < today ? "Past its date" : "To do", a.Done ? "green" : a.Action.Due < today ? "yellow" : null,
            $"{at.NameOf(a.Action.Agency)}: {a.Action.Owner}, by {DateWords.Of(a.Action.Due)}"))];
    }

    private static string AnswerOf(Party party, Proposal pending) =>
        party.Agency == pending.Agency ? "Proposed it" : pending.ConfirmedBy.Contains(party.Agency) ? "Agreed" : "Not answered yet";

    private static string StateOf(Timescale timescale) => timescale.Status switch
    {
        TimescaleStatus.Proposed => "Waiting for an answer",
        TimescaleStatus.Agreed => "Agreed",
        TimescaleStatus.Declined => "Not agreed",
        TimescaleStatus.Lapsed => "No longer open",
        _ => throw new ArgumentOutOfRangeException(nameof(timescale), timescale.Status, "not a state"),
    };

    private static Matter OfForm(Form form, FormState? state, string address) => (state switch
    {
        null => new Matter(form.Title, "Not begun", "grey"),
        { SubmittedAt: { } stage } => new Matter(form.Title, "Complete", "green", $"Completed at stage {stage}."),
        { Signed.Count: > 0 } => new Matter(form.Title, "Being signed", "yellow", $"{state.Signed.Count} of {form.Signatures.Count} signatures."),
        _ => new Matter(form.Title, "Begun", "blue"),
    }) with { Address = $"{address}/forms/{form.Id}" };
}
