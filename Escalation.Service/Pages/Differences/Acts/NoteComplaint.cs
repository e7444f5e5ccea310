using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"A complaint is being made alongside."</summary>
internal sealed class NoteComplaint : Journey
{
    public override string Path => "complaint";

    public override string Title(Standpoint at) => "Note a complaint that runs alongside";

    public override string About(Standpoint at) => "It is dealt with under its own procedure. It stops nothing here.";

    public override bool IsOffered(Standpoint at) => at is { IsOpen: true, IsPartyOrOfficer: true };

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("note", new Prose("note", "What complaint runs alongside?")
        {
            Rows = 3,
            Hint = "To whom it was made and when; not what it says.",
            Missing = "Enter what complaint runs alongside",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.NoteComplaint(answers["note"]);

    public override string SendLabel(Standpoint at) => "Note it";

    public override string DoneTitle(Standpoint at) => "The complaint is noted";
}
