using Escalation.Core.Calendar;
using System.Globalization;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableClock(string at) : MovedClock
{
    private DateTimeOffset now = Instant(at);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void MoveTo(string at) => MoveTo(Instant(at));

    public void MoveTo(DateTimeOffset at)
    {
        now = at;
        TellMoved();
    }

    // Local time in London, so that stories read as people speak.
    private static DateTimeOffset Instant(string at) => LondonTime.At(
        DateOnly.Parse(at[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], CultureInfo.InvariantCulture));
}
