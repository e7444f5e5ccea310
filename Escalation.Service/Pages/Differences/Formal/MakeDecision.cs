using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"We have decided."</summary>
internal sealed class MakeDecision : Journey
{
    public override string Path => "decision";

    public override string Title(Standpoint at) => "Record the decision";

    public override string? About(Standpoint at) => RouteOfDecision.Of(at) is { } route
        ? $"{route.Title}: {(route.Binding ? "what is decided is final and binds every organisation." : "what is decided goes to the organisations, who confirm or dispute it.")}"
        : null;

    public override bool IsOffered(Standpoint at) => RouteOfDecision.For(at) is { } route && at.Standing.IsReadyToDecide(route);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("decision", new Prose("decision", "What is decided?")
        {
            Hint = "What will happen for the adult. It goes to every organisation involved, and to the worker who raised it.",
            Missing = "Enter what is decided",
        });
        yield return new Screen("reasons", new Prose("reasons", "What are the reasons?") { Missing = "Enter the reasons for the decision" });
        foreach (var step in ProposeOutcome.ActionScreens(at, answers)) yield return step;
        yield return new Screen("outstanding", new Prose("outstanding", "How will anything that stays open be pursued?")
        {
            Hint = "If nothing stays open, say so.",
            Missing = "Enter how anything that stays open will be pursued, or that nothing does",
        });
        if (AgreedBy(RouteOfDecision.Of(at)!, at) is { } agreed) yield return new Screen("agreed-by", agreed);
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.MakeDecision(
        naming.Id("decision"), answers["decision"], answers["reasons"], answers["outstanding"], ProposeOutcome.ActionsOf(at, answers, naming),
        AgreedBy(RouteOfDecision.Of(at)!, at) is null ? [] : answers.All("agreedBy").ToValueList());

    public override string? OnBehalfOf(Standpoint at) => RouteOfDecision.Authority(at);

    public override Interruption? Interruption(Standpoint at, Answers answers) => RouteOfDecision.Of(at) is { Binding: true }
        ? new("This decision is final and binding",
            "It settles the difference and binds every organisation involved. It goes in writing to all of them and to the worker who raised it.",
            "It cannot be changed afterwards. Only the board office can open the difference again.")
        : null;

    public override string SendLabel(Standpoint at) => "Record the decision";

    public override string DoneTitle(Standpoint at) => "The decision is recorded";

    /// <summary>Who agrees, where the procedure asks for more than the authority's own decision.</summary>
    private static Choices? AgreedBy(Route route, Standpoint at)
    {
        var (all, said) = route.DecidedBy switch
        {
            DecidedBy.Majority => (at.Standing.OnPanel().ToList(), "More than half of the organisations on the panel agree."),
            DecidedBy.Unanimity => ([.. at.Standing.MustAgree(route)], "Every organisation on the panel agrees."),
            DecidedBy.Consensus => ([.. at.Standing.MustAgree(route)], "Every organisation in dispute agrees, and every one on the panel if there is one."),
            _ => ([], ""),
        };
        return all.Count == 0 ? null : new Choices("agreedBy", "Which organisations agree?", [.. all.Select(id => new Option(id, at.NameOf(id)))])
        {
            Hint = said,
            Every = route.DecidedBy != DecidedBy.Majority,
            Missing = route.DecidedBy == DecidedBy.Majority ? "Select the organisations that agree" : $"{said} If one does not, there is no decision yet",
        };
    }
}
