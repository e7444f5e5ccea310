using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"This is who acts for that agency at that stage."</summary>
internal sealed class NameContact : Journey
{
    public override string Path => "name-contact";

    public override string Title(Standpoint at) => "Name who acts for an organisation";

    public override string About(Standpoint at) => "For this difference only: the directory stays as it is. Whoever you name can read it all and act in it.";

    public override bool IsOffered(Standpoint at) => at.IsOpen && (at.Visitor.IsBoardOffice || at.Party is not null);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        // Agencies share their contacts themselves; only the board office names one for another.
        if (at.Visitor.IsBoardOffice)
            yield return new Screen("agency", new Choice("agency", "For which organisation?", at.PartyOptions) { Missing = "Select the organisation" });
        yield return new Screen("stage", new Choice("stage", "At which stage?", [.. at.Procedure.Stages.Select(s => OptionOf(s.Id, at))])
        {
            Missing = "Select the stage",
        });
        yield return new Screen("person", "Who acts there?", PersonQuestions.Of("contact", "Messages about it go there, and they sign in with it."));
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.NominateContact(
        at.Visitor.IsBoardOffice ? answers["agency"] : at.Party!.Agency, answers["stage"], PersonQuestions.In("contact", answers));

    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;

    public override string SendLabel(Standpoint at) => "Name this person";

    public override string DoneTitle(Standpoint at) => "They have been named";

    private static Option OptionOf(string stage, Standpoint at) => new(stage, at.TitleOf(stage), stage == at.Standing.Stage ? "It is here now." : null);
}
