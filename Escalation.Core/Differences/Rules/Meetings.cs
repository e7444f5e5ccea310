namespace Escalation.Core.Differences.Rules;

/// <summary>Meetings: everyone whom the procedure names is invited, and what falls short is pointed out to the board office.</summary>
internal static class Meetings
{
    public static void Arrange(Command.ArrangeMeeting c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Place, "place", "where or how it takes place");
        draft.RequireText(c.Purpose, "purpose", "what it is for");
        draft.Require(draft.Standing.Meetings.All(m => m.Id != c.Id), RefusalCode.IdInUse, $"There is a meeting '{c.Id}' already.", "id");
        foreach (var agency in draft.Standing.MustBeInvited(draft.Stage).Except(c.Invited))
            draft.Refuse(RefusalCode.NotEveryoneInvited, $"Invite {draft.NameOf(agency)} too.", "invited");
        if (!draft.Refused)
            draft.Record(new Fact.MeetingArranged(c.Id, draft.Standing.Stage, Calendar.LondonTime.In(c.At), c.Place, c.Purpose, c.Invited));
    }

    public static void Record(Command.RecordMeeting c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Record, "record", "what was said and decided");
        draft.Require(c.HeldAt <= draft.Now, RefusalCode.MeetingNotHeld, "A meeting is recorded after it was held.", "heldAt");
        draft.Require(draft.Standing.Meetings.Any(m => m.Id == c.Id) && !draft.Standing.MeetingsHeld.Contains(c.Id), RefusalCode.NoSuchMeeting,
            $"No meeting '{c.Id}' waits to be recorded.", "id");
        if (draft.Refused) return;

        draft.Record(new Fact.MeetingHeld(c.Id, draft.Standing.Stage, Calendar.LondonTime.In(c.HeldAt), c.Attended, c.Record));
        foreach (var party in draft.Standing.MustBeInvited(draft.Stage).Where(a => draft.Standing.PartyOf(a) is not null && c.Attended.All(p => p.Agency != a)))
            draft.Record(new Fact.Flagged(FlaggedFor.PartyAbsent, party));
        if (draft.Stage.Meeting is { DecisionAuthority: true })
            foreach (var agency in c.Attended.Where(p => !p.DecisionAuthority).Select(p => p.Agency).Distinct())
                draft.Record(new Fact.Flagged(FlaggedFor.NoDecisionAuthority, agency));
    }
}
