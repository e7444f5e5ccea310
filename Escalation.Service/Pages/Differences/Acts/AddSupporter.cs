using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"This person stands by the worker who raised it."</summary>
internal sealed class AddSupporter : Journey
{
    public override string Path => "add-supporter";

    public override string Title(Standpoint at) => "Add a supporter for the worker who raised it";

    public override string About(Standpoint at) =>
        "A colleague, a union representative, a third party. They can read what the worker can read, and act for nobody.";

    public override bool IsOffered(Standpoint at) => at is { IsOpen: true, IsPartyOrOfficer: true };

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("person", "Who supports the worker who raised it?",
            PersonQuestions.Of("supporter", "They are told of every step there, and can sign in with it. Without it they are only named.", needsEmail: false));
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.AddSupporter(naming.Id(), PersonQuestions.In("supporter", answers));

    public override string SendLabel(Standpoint at) => "Add the supporter";

    public override string DoneTitle(Standpoint at) => "The supporter has been added";
}

/// <summary>"This person supports them no longer." The worker who raised it cannot be removed; a supporter can.</summary>
internal sealed class RemoveSupporter : Journey
{
    public override string Path => "remove-supporter";

    public override string Title(Standpoint at) => "Remove a supporter";

    // Those who are challenged do not choose who stands by the one who challenges them.
    public override bool IsOffered(Standpoint at) =>
        at.IsOpen && at.Standing.Supporters.Count > 0 && (at.Visitor.IsBoardOffice || at.IsAmong(Who.RaisingAgency));

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var supporters = at.Standing.Supporters.Select(s => new Option(s.Id, s.Supporter.Name, s.Supporter.Role));
        yield return new Screen("id", new Choice("id", "Who is no longer a supporter?", [.. supporters])
        {
            Missing = "Select the supporter",
        });
        yield return new Screen("reason", new Prose("reason", "Why?") { Rows = 3, Missing = "Enter why they are no longer a supporter" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.RemoveSupporter(answers["id"], answers["reason"]);

    public override string? OnBehalfOf(Standpoint at) => at.AsBoardOffice;

    public override string SendLabel(Standpoint at) => "Remove the supporter";

    public override string DoneTitle(Standpoint at) => "The supporter has been removed";
}
