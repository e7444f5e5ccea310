using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Core.Notices.Words;

/// <summary>Which notices put something into a calendar, and its words.</summary>
internal static class Appointments
{
    public static Appointment? Of(Telling t) => t.Notice.Kind switch
    {
        NoticeKind.MeetingInvitation when MeetingOf(t) is { } meeting => Invitation(meeting, t),
        NoticeKind.Withdrawn or NoticeKind.Redirected when StillToCome(t) is { } meeting => CalledOff(meeting, t),
        NoticeKind.StageEntered or NoticeKind.DutyAsked or NoticeKind.Reminder or NoticeKind.DeadlineMoved
            when t is { IsAskedOfReader: true, Deadline: { IsPending: true } deadline } && (t.Notice.DueAt ?? deadline.DueAt) is { } due =>
            Promise(deadline, due, t),
        _ => null,
    };

    // The place and the purpose stay in the record. A calendar is seen by more people than a letter is: by whoever stands in, by a whole
    // team, on a screen at the door of a room. And a place can be somebody's home.
    private static Appointment Invitation(Fact.MeetingArranged meeting, Telling t) => new(
        AppointmentKind.Meeting, NameOf(meeting), t.Notice.Entry, meeting.MeetAt, $"[{t.Reference}] Meeting: {Between(t)}",
        $"A meeting about the difference between {t.Raising} and {t.Responding}, at {t.Stage}. Where it is held and what it is for is kept with the "
            + "difference, because calendars are seen by others.");

    private static Appointment CalledOff(Fact.MeetingArranged meeting, Telling t) => new(
        AppointmentKind.MeetingCalledOff, NameOf(meeting), t.Notice.Entry, meeting.MeetAt, $"[{t.Reference}] Called off: {Between(t)}",
        $"The meeting about the difference between {t.Raising} and {t.Responding} is not needed any more.");

    private static Appointment Promise(Deadline deadline, DateTimeOffset due, Telling t) => new(
        AppointmentKind.Deadline, $"deadline.{deadline.Stage}.{deadline.Id}", t.Notice.Entry, due, $"[{t.Reference}] By now: {t.Asked}",
        $"You need to {t.Asked} by {DateWords.Of(due)}: the difference between {t.Raising} and {t.Responding}, at {t.Stage}. {t.Otherwise}".TrimEnd());

    private static Fact.MeetingArranged? MeetingOf(Telling t) => t.Standing.Meetings.FirstOrDefault(m => m.Id == t.Notice.Detail);

    // Only whoever was invited to it hears that it is called off.
    private static Fact.MeetingArranged? StillToCome(Telling t) => t.Standing.Meetings.LastOrDefault(m =>
        !t.Standing.MeetingsHeld.Contains(m.Id) && m.MeetAt > t.Standing.LastEntryAt && WasInvited(t.Notice.To, m));

    private static bool WasInvited(Recipient to, Fact.MeetingArranged meeting) => to switch
    {
        Recipient.Rung(var agency, _) => meeting.Invited.Contains(agency),
        Recipient.Officer(var officer) => meeting.Invited.Contains(officer),
        _ => true,
    };

    private static string NameOf(Fact.MeetingArranged meeting) => $"meeting.{meeting.Id}";

    private static string Between(Telling t) => $"{t.Raising} and {t.Responding}";
}
