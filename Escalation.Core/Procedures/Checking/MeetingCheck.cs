namespace Escalation.Core.Procedures;

/// <summary>Somebody comes to a meeting.</summary>
internal static class MeetingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        where stage.Value.Meeting is { Invited.Count: 0 }
        select new Problem($"{stage.Path}.meeting.invited", "is empty; name who must be invited, or leave it out to invite every party");
}
