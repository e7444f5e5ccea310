using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"These people sit on the panel."</summary>
internal sealed class FormPanel : Journey
{
    private const int MostMembers = 20;

    public override string Path => "panel";

    public override string Title(Standpoint at) => at.Standing.Deciding is { Panel.Count: > 0 } ? "Name the panel anew" : "Name the panel";

    public override string About(Standpoint at) =>
        RouteOfDecision.Of(at)?.Composition is { } rule ? string.Join(' ', PanelRules.InWords(rule, at)) : "Who sits on it.";

    public override bool IsOffered(Standpoint at) => RouteOfDecision.For(at) is { Composition: not null };

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var rule = RouteOfDecision.Of(at)!.Composition!;
        HashSet<string> agencies = [];
        for (var i = 0; i < MostMembers; i++)
        {
            yield return Member(i, rule, i == 0 ? PanelRules.InWords(rule, at) : PanelRules.StillNeeded(rule, agencies, at), at);
            agencies.Add(answers[Agency(i)]);
            // As long as the panel could not sit, nobody has to be asked whether there is another member.
            if (PanelRules.StillNeeded(rule, agencies, at).Count > 0) continue;
            yield return new Screen(Another(i), Choice.YesNo(Another(i), "Does anybody else sit on the panel?"));
            if (!answers.IsYes(Another(i))) yield break;
        }
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.FormPanel(
        Indexes(at, answers).Select(i => new PanelMember(answers[Name(i)], answers[Post(i)], answers[Agency(i)])).ToValueList());

    public override string? OnBehalfOf(Standpoint at) => RouteOfDecision.Authority(at);

    public override Interruption? Interruption(Standpoint at, Answers answers) =>
        RouteOfDecision.Of(at)?.Composition is { } rule && PanelRules.LacksNeutral(rule, Indexes(at, answers).Select(i => answers[Agency(i)]), at)
            ? new("Every member comes from an organisation in dispute",
                "The procedure would have at least one member from an organisation that is not in dispute. You can name this panel all the same.",
                "The board office is told, and it stays in the record.")
            : null;

    public override string SendLabel(Standpoint at) => "Name this panel";

    public override string DoneTitle(Standpoint at) => "The panel is named";

    private static Screen Member(int i, Composition rule, IReadOnlyList<string> said, Standpoint at) => new($"member-{i + 1}", $"Member {i + 1} of the panel",
        new Line(Name(i), "Name", "off") { Missing = "Enter the member's name" },
        rule.Pool.Count > 0
            ? new Choice(Post(i), "Post", [.. rule.Pool.Select(post => new Option(post, post))]) { Missing = "Select the post that the member holds" }
            : new Line(Post(i), "Post") { Missing = "Enter the post that the member holds" },
        new Choice(Agency(i), "Which organisation do they come from?", PanelRules.Agencies(rule, at)) { Missing = "Select the organisation that the member comes from" })
    { Intro = said };

    // The members are those that were asked for, and no others that an earlier answer left behind.
    private IEnumerable<int> Indexes(Standpoint at, Answers answers) =>
        Screens(at, answers).SelectMany(s => s.Questions).Where(q => q.Id.EndsWith("].name", StringComparison.Ordinal)).Select((_, i) => i);

    private static string Name(int i) => $"members[{i}].name";

    private static string Post(int i) => $"members[{i}].post";

    private static string Agency(int i) => $"members[{i}].agency";

    private static string Another(int i) => $"member-{i + 1}-another";
}
