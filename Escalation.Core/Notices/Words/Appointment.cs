namespace Escalation.Core.Notices.Words;

/// <summary>What a notice puts into its reader's calendar. Like every notice, it names agencies, stages and posts and nobody else.</summary>
/// <param name="Name">
/// The same as long as it is the same meeting or deadline of a difference, such as "meeting.m-1": one that comes again takes the place of
/// the one before.
/// </param>
/// <param name="Edition">Later notices of it have a higher one.</param>
public sealed record Appointment(AppointmentKind Kind, string Name, int Edition, DateTimeOffset At, string Summary, string Description);

public enum AppointmentKind
{
    /// <summary>A meeting to come to.</summary>
    Meeting,

    /// <summary>A meeting that will not be.</summary>
    MeetingCalledOff,

    /// <summary>The time until which something is asked of the reader.</summary>
    Deadline,
}
