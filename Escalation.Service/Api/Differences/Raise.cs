using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences: "We differ about how to keep this adult safe."</summary>
/// <param name="Raiser">The worker who raised it; unless said, the person who acts.</param>
internal sealed record Raise(
    ActingPerson By,
    ConcernBody Concern,
    [Id] ValueList<string> Responding,
    [Id] ValueList<string>? Involved,
    DateTimeOffset Outset,
    PersonBody? Raiser,
    [Id] ValueList<string>? Screening,
    [Narrative] string? ImmediateRisk,
    [Id] string? StartAt,
    [Narrative] string? StartReason)
{
    public const string Sentence = "We differ about how to keep this adult safe.";

    // The desk gives it its reference.
    public Command.Raise ToCommand() => new(
        "-", Concern.ToCore(), Responding, Involved ?? [], Outset, Raiser?.ToCore() ?? new Person(By.Name, By.Role ?? ""), Screening ?? [], ImmediateRisk,
        StartAt, StartReason);
}

/// <summary>What the difference is about.</summary>
/// <param name="Reason">The id of a reason in the procedure.</param>
internal sealed record ConcernBody(string AdultReference, [Narrative] string Summary, [Narrative] string DesiredOutcome, [Id] string? Reason)
{
    public Concern ToCore() => new(AdultReference, Summary, DesiredOutcome, Reason);
}
