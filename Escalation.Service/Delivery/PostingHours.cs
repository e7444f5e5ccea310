using Escalation.Core.Calendar;

namespace Escalation.Service.Delivery;

/// <summary>
/// When letters go out that can wait: between two times of a working day. What cannot wait goes out at any hour: what is urgent, and
/// whatever has a deadline that its reader would otherwise hear of with less than one whole working day to go.
/// </summary>
public sealed record PostingHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Seven in the morning to seven in the evening.</summary>
    public static PostingHours Usual { get; } = new(new TimeOnly(7, 0), new TimeOnly(19, 0));

    /// <param name="days">The board's working days.</param>
    /// <param name="nearest">The next due time that the letter has to do with, if any.</param>
    /// <returns>When it goes out; none if that is now.</returns>
    public DateTimeOffset? HeldUntil(DateTimeOffset now, WorkingDays days, bool urgent, DateTimeOffset? nearest)
    {
        if (urgent || AreOpen(now, days)) return null;
        var today = LondonTime.DayOf(now);
        var next = days.OnOrAfter(LondonTime.TimeOf(now) < From ? today : today.AddDays(1));
        // A deadline on the day on which it would be read leaves too little time: that one is not for us to spend.
        return nearest <= LondonTime.At(next, To) ? null : LondonTime.At(next, From);
    }

    /// <summary>Whether letters go out now that can wait.</summary>
    public bool AreOpen(DateTimeOffset now, WorkingDays days) =>
        days.IsWorkingDay(LondonTime.DayOf(now)) && LondonTime.TimeOf(now) is var time && time >= From && time < To;
}
