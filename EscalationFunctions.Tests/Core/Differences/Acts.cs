using System.Globalization;
using Escalation.Core;
using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Cast;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>What people do in the stories, in the words of the stories.</summary>
internal static class Acts
{
    public static Command.Raise Raise(string outset, params string[] responding) =>
        new("D-1", AboutNights, (responding.Length == 0 ? [Care] : responding).ToValueList(), [], Story.Instant(outset), Raiser, []);

    /// <summary>north-council challenges riverside-care, at the moment when the concern was first considered.</summary>
    public static Story Raised(this Story story, string at) => story.Given(Worker, Raise(at), at);

    public static Command.ProposeOutcome Propose(string id, params ActionAgreed[] actions) => new(id, "Care goes on.", "None.", actions.ToValueList(), []);

    public static Command.ConfirmOutcome Confirm(string id) => new(id, []);

    public static Command.DisputeOutcome Dispute(string id) => new(id, "It leaves the nights out.");

    public static Command.Escalate Escalate(string from, string? to = null) => new(from, "The managers could not agree.", to);

    public static Command.ProposeTimescale AskUntil(string id, string day, string deadline = "resolve") => new(id, deadline, Day(day), "The assessor is away.");

    public static Command.ConfirmTold Told(params string[] told) => new(told.ToValueList());

    public static Command.FillForm Fill(string form, params string[] entries) =>
        new(form, entries.Select(e => e.Split(": ", 2)).Select(e => new FieldEntry(e[0], e[1])).ToValueList());

    public static Command.FillForm MonitoringForm(string outcome) =>
        Fill("monitoring", "service-user: N-1234", "summary: Both agencies' views.", $"outcome: {outcome}");

    public static Command.SignForm Sign(string signature, int edition = 1, string form = "monitoring") => new(form, signature, "Team manager", edition);

    public static Command.RecordDiscussion Discussed(string? step = null) => new("talk", "Cai", "Both views.", "No agreement.", step);

    public static Command.Respond Respond(string id = "answer") => new(id, "We see no need.", "The review found none.");

    public static Command.MakeDecision Decide(string id, params string[] agreedBy) =>
        new(id, "Care goes on.", "The review was not done.", "None.", [], agreedBy.ToValueList());

    public static Command.Disown Disown(int deed) => new(deed, "Nobody here has done that.");

    public static Command.AnswerDisowned Stands(int deed) => new(deed, true, "They had forgotten it.");

    public static Command.AnswerDisowned DoesNotStand(int deed) => new(deed, false, "The link was used by somebody else.");

    /// <summary>Somebody says that the latest of these was not them.</summary>
    public static Story Disowned<T>(this Story story, Actor by, string at) where T : Fact => story.Given(by, Disown(story.EntryOf<T>()), at);

    /// <summary>The board office has found out about the latest of these.</summary>
    public static Story FoundToStand<T>(this Story story, string at) where T : Fact => story.Given(BoardOffice, Stands(story.EntryOf<T>()), at);

    public static Story FoundNotToStand<T>(this Story story, string at) where T : Fact => story.Given(BoardOffice, DoesNotStand(story.EntryOf<T>()), at);

    public static ActionAgreed Action(string id, string agency, string due) => new(id, "Hold the review", agency, "Dee Manager", Day(due));

    public static PanelMember Member(string agency, string post = "Vice chair") => new($"Somebody of {agency}", post, agency);

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    /// <summary>Riverside-care proposes, north-council confirms.</summary>
    public static Story Settled(this Story story, string at) =>
        story.Given(CareManager, Propose("agreed"), at).Given(CouncilManager, Confirm("agreed"), at);

    public static Story EveryoneTold(this Story story, string at) =>
        story.Given(Actor.Post, Told([.. story.Standing.Parties.Select(p => p.Agency), "raiser"]), at);
}
