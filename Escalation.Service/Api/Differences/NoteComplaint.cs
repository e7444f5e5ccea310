using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/complaints: "A complaint is being made alongside."</summary>
internal sealed record NoteComplaint(ActingPerson By, [Narrative] string Note) : IAct<Command.NoteComplaint>
{
    public static ActAddress Address => new("complaints", "A complaint is being made alongside.");

    public Command.NoteComplaint ToCommand(Named named) => new(Note);
}
