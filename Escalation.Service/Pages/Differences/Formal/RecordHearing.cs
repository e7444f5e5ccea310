using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"This party was heard, and this is what it put forward."</summary>
internal sealed class RecordHearing : Journey
{
    public override string Path => "hearing";

    public override string Title(Standpoint at) => "Record that an organisation was heard";

    public override string? About(Standpoint at) => RouteOfDecision.Of(at) is { } route && at.Standing.StillToHear(route).ToList() is { Count: > 0 } rest
        ? $"Before there is a decision, these are still to be heard: {Sentences.And([.. rest.Select(at.NameOf)])}."
        : null;

    public override bool IsOffered(Standpoint at) => RouteOfDecision.For(at) is not null;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("agency", new Choice("agency", "Which organisation was heard?", [.. at.Standing.Parties.Select(p => OptionOf(p.Agency, at))])
        {
            Missing = "Select the organisation that was heard",
        });
        yield return new Screen("summary", new Prose("summary", "What did it put forward?")
        {
            Hint = "Its views and its evidence, in a form that it would agree with.",
            Missing = "Enter what it put forward",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.HearRepresentation(answers["agency"], answers["summary"]);

    public override string? OnBehalfOf(Standpoint at) => RouteOfDecision.Authority(at);

    public override string SendLabel(Standpoint at) => "Record it";

    public override string DoneTitle(Standpoint at) => "It is recorded that the organisation was heard";

    private static Option OptionOf(string agency, Standpoint at) =>
        new(agency, at.NameOf(agency), at.Standing.Deciding?.Heard.Contains(agency) == true ? "Heard already; this adds to it" : null);
}
