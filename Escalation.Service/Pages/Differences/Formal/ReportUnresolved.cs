using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"This stage cannot settle it."</summary>
internal sealed class ReportUnresolved : Journey
{
    public override string Path => "unresolved";

    public override string Title(Standpoint at) => "Say that this stage cannot settle it";

    public override string About(Standpoint at) => at.Stage.Deciding is null
        ? "The board hears that the last stage has not settled it. It stays open, and you go on looking for an outcome."
        : "It then goes to those who decide where the organisations cannot.";

    public override bool IsOffered(Standpoint at) => at.IsUnsettled && TakingPart.In(at)
        && (at.Stage.Deciding is not null || at.Procedure.WaysOnFrom(at.Stage).Count == 0)
        && at.Standing.Acts.All(a => a.What != Happening.UnresolvedReported);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("reason", new Prose("reason", "What is still unresolved?")
        {
            Hint = "What has been tried, and what each organisation says. It goes to every organisation involved.",
            Missing = "Enter what is still unresolved",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.ReportUnresolved(answers["reason"]);

    public override Interruption Interruption(Standpoint at, Answers answers) => at.Stage.Deciding is { } rule
        ? new("This hands the decision to others", [.. WhatFollows(rule, at)])
        : new("This tells the board that the last stage has not settled it",
            "It can be said once at this stage.",
            "Nothing is decided by it and nothing closes: the organisations involved go on looking for an outcome.");

    public override string SendLabel(Standpoint at) => "This stage cannot settle it";

    public override string DoneTitle(Standpoint at) => "It is recorded that this stage cannot settle it";

    private static IEnumerable<string> WhatFollows(Core.Procedures.Deciding rule, Standpoint at)
    {
        yield return $"Told at once: {Sentences.And([.. rule.Tell.Select(who => TakingPart.NamesOf(who, at))])}.";
        if (rule.Routes.Count > 1)
            yield return $"{TakingPart.NamesOf(rule.ChosenBy ?? Who.BoardOffice, at)} chooses how it is decided: {string.Join(", or ", rule.Routes.Select(r => r.Title))}.";
        yield return rule.Routes.All(r => r.Binding)
            ? "What is decided then is final, and binds every organisation. Until then you can still agree an outcome among yourselves."
            : "Until it is decided you can still agree an outcome among yourselves.";
        yield return "It can be said once at this stage, and is not taken back.";
    }
}
