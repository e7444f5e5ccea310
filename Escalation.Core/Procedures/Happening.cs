using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Escalation.Core.Procedures;

/// <summary>What can happen to a difference, as far as a procedure can hang a deadline or a notice on it.</summary>
public enum Happening
{
    [Meaning("The concern was first considered by any worker; this can lie before the difference was raised here.")] Outset,
    [Meaning("The difference was raised here.")] Raised,
    [Meaning("The present stage began.")] StageEntered,
    [Meaning("An agency acknowledged the concern at this stage.")] Acknowledged,
    [Meaning("An agency gave its answer, with reasons, at this stage.")] Responded,
    [Meaning("A discussion at this stage was recorded.")] DiscussionHeld,
    [Meaning("A manager agreed that it may go to the next stage.")] GatePassed,
    [Meaning("Both sides agreed a timescale.")] TimescaleAgreed,
    [Meaning("One side proposed an agreed outcome in writing.")] OutcomeProposed,
    [Meaning("A party disputed a proposed outcome.")] OutcomeDisputed,
    [Meaning("The outcome was confirmed by everybody the procedure asks, or decided bindingly.")] OutcomeSettled,
    [Meaning("The written outcome went to every party and to the worker who raised it.")] EveryoneTold,
    [Meaning("The parties, or the passing of the deadline, said that this stage could not settle it.")] UnresolvedReported,
    [Meaning("Somebody chose how it will be decided, for example mediation or a panel.")] RouteChosen,
    [Meaning("The members of the panel were named.")] PanelFormed,
    [Meaning("A party was heard by the panel or the mediator.")] RepresentationHeard,
    [Meaning("A date was set for a meeting.")] MeetingArranged,
    [Meaning("A meeting was held and recorded.")] MeetingHeld,
    [Meaning("Mediation, a panel or another authority decided.")] DecisionMade,
    [Meaning("A form was completed and, where it asks for signatures, signed.")] FormSubmitted,
    [Meaning("Somebody said that they did what a deadline asks of them.")] DutyDone,
    [Meaning("The adult was said to be at immediate risk.")] ImmediateRiskMarked,
    [Meaning("A deadline passed.")] DeadlinePassed,
    [Meaning("It went to a higher stage, by a person or by the clock.")] Escalated,
    [Meaning("Nobody was found to hold an agency's rung at this stage.")] ContactMissing,
    [Meaning("It began to wait for somebody without a date, or they were last reminded.")] Waiting,
    [Meaning("The difference closed.")] Closed,
    [Meaning("The difference was withdrawn.")] Withdrawn,
    [Meaning("The difference was sent to where it belongs, for example a complaints procedure.")] Redirected,
    [Meaning("The board office opened it again.")] Reopened,
}

/// <summary>
/// What a deadline counts from: something that happened, or another deadline of the stage: the moment when it was met or, unmet, when it
/// passed, so that silence does not stop a chain of deadlines.
/// </summary>
[TextForm("^[a-z]+(-[a-z]+)*$|" + MetForm,
    "the name of something that happens, such as \"outset\" or \"stage-entered\", or \"met:\" and the id of another deadline of the same stage")]
[JsonConverter(typeof(TextFormJson<CountsFrom>))]
public sealed partial record CountsFrom : IParsable<CountsFrom>
{
    /// <summary>The second of the two forms; the first is the name of a <see cref="Happening"/>.</summary>
    public const string MetForm = "^met:[a-z0-9]+(-[a-z0-9]+)*$";

    private CountsFrom(string text) => Text = text;

    public CountsFrom(Happening happening) => Text = KebabCase.Of(happening);

    public string Text { get; }

    /// <summary>The id of the deadline whose meeting starts the count, if that is what it counts from.</summary>
    public string? MetDeadline => Text.StartsWith("met:", StringComparison.Ordinal) ? Text[4..] : null;

    public Happening? What => ByName.TryGetValue(Text, out var happening) ? happening : null;

    /// <summary>Outset and raising are before every stage, so a count from them runs on through the stages.</summary>
    public bool Cumulative => What is Happening.Outset or Happening.Raised;

    public override string ToString() => Text;

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CountsFrom result)
    {
        result = s is not null && (ByName.ContainsKey(s) || Met().IsMatch(s)) ? new CountsFrom(s) : null;
        return result is not null;
    }

    public static CountsFrom Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var from) ? from : throw new FormatException($"'{s}' is nothing that a deadline counts from.");

    private static readonly Dictionary<string, Happening> ByName = Enum.GetValues<Happening>().ToDictionary(h => KebabCase.Of(h));

    [GeneratedRegex(MetForm)]
    private static partial Regex Met();
}
