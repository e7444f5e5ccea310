using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"It is decided in this way."</summary>
internal sealed class ChooseRoute : Journey
{
    public override string Path => "choose-route";

    public override string Title(Standpoint at) => at.Standing.Deciding?.Route is null ? "Choose how it is decided" : "Choose anew how it is decided";

    public override string About(Standpoint at) => string.Join(", or ", at.Stage.Deciding?.Routes.Select(r => r.Title) ?? []);

    // Where there is only one way, the service takes it.
    public override bool IsOffered(Standpoint at) => RouteOfDecision.IsOpen(at) && at.Stage.Deciding!.Routes.Count > 1
        && at.IsAmong(ChosenBy(at)) && at.ActorFor(OnBehalfOf(at)) is not null;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var options = at.Stage.Deciding!.Routes.Select(r => new Option(r.Id, r.Title, HintOf(r, at)));
        yield return new Screen("route", new Choice("route", "How is it decided?", [.. options]) { Missing = "Select how it is decided" })
        {
            Intro = at.Visitor.IsBoardOffice && OnBehalfOf(at) is not null ? [$"You record what was chosen by: {TakingPart.NamesOf(ChosenBy(at), at)}."] : [],
        };
        yield return new Screen("reason", new Prose("reason", "Why in this way?")
        {
            Hint = "It goes to every organisation involved.",
            Rows = 4,
            Missing = "Enter why it is decided in this way",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.ChooseRoute(answers["route"], answers["reason"]);

    public override string? OnBehalfOf(Standpoint at) => TakingPart.OfficerOf(ChosenBy(at));

    public override Interruption? Interruption(Standpoint at, Answers answers) => at.Standing.Deciding is { Panel.Count: > 0 }
        ? new("A panel has been formed already", "When you choose anew, that panel is no longer in place and is formed again if there is to be one.", "The organisations are told.")
        : null;

    public override string SendLabel(Standpoint at) => "Choose this way";

    public override string DoneTitle(Standpoint at) => "The way to a decision has been chosen";

    private static Who ChosenBy(Standpoint at) => at.Stage.Deciding?.ChosenBy ?? Who.BoardOffice;

    private static string HintOf(Route route, Standpoint at) =>
        $"Decided by: {TakingPart.NamesOf(route.Authority, at)}. {(route.Binding ? "The decision is final and binds every organisation." : "The organisations then confirm or dispute what is decided.")}";
}
