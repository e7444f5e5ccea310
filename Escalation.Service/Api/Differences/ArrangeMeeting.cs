using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/meetings: "Let us meet then."</summary>
internal sealed record ArrangeMeeting(
    ActingPerson By,
    [Id] string? Id,
    DateTimeOffset At,
    string Place,
    [Narrative] string Purpose,
    ValueList<string> Invited) : IAct<Command.ArrangeMeeting>
{
    public static ActAddress Address => new("meetings", "Let us meet then.", Creates: true);

    public Command.ArrangeMeeting ToCommand(Named named) => new(Id ?? Names.NewId(), At, Place, Purpose, Invited);
}
