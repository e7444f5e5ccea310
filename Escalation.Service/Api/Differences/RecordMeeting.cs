using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/meetings/{meeting}/record: "We met, and this came of it."</summary>
internal sealed record RecordMeeting(
    ActingPerson By, DateTimeOffset HeldAt, ValueList<Attendance> Attended, [Narrative] string Record) : IAct<Command.RecordMeeting>
{
    public static ActAddress Address => new("meetings/{meeting}/record", "We met, and this came of it.");

    public Command.RecordMeeting ToCommand(Named named) => new(named["meeting"], HeldAt, Attended, Record);
}
