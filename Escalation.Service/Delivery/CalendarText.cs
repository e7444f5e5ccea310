using System.Globalization;
using System.Text;
using Escalation.Core.Notices.Words;
using Escalation.Service.Boards;

namespace Escalation.Service.Delivery;

/// <summary>Writes an appointment as an iCalendar file (RFC 5545, RFC 5546). Times are in UTC, which every calendar shows as its own.</summary>
internal static class CalendarText
{
    private const int MostOctets = 75;

    /// <param name="difference">The id of the difference, random: with it the appointment's name is unique in the world.</param>
    /// <param name="office">Who is named as having called it.</param>
    /// <returns>None where the board office has no address, since nobody could have called it then.</returns>
    public static CalendarFile? Of(Appointment appointment, string difference, Reach office, string to, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(office.Email)) return null;
        var (method, name) = appointment.Kind switch
        {
            AppointmentKind.Meeting => ("REQUEST", "meeting.ics"),
            AppointmentKind.MeetingCalledOff => ("CANCEL", "meeting.ics"),
            AppointmentKind.Deadline => ("PUBLISH", "deadline.ics"),
            _ => throw new InvalidOperationException($"No calendar file for {appointment.Kind}."),
        };
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Escalation//Notices//EN", $"METHOD:{method}", "BEGIN:VEVENT",
            $"UID:{Escaped($"{appointment.Name}.{difference}")}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{appointment.Edition}"),
            $"DTSTAMP:{Instant(now)}",
            $"DTSTART:{Instant(appointment.At)}",
            $"SUMMARY:{Escaped(appointment.Summary)}",
            $"DESCRIPTION:{Escaped(appointment.Description)}",
            $"ORGANIZER;CN={Quoted(office.Name)}:mailto:{office.Email}",
            .. OfKind(appointment.Kind, to),
            // Whoever may look into somebody's calendar sees that they are busy, and not with what.
            "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR",
        ];
        return new CalendarFile(method, name, string.Concat(lines.SelectMany(Folded).Select(line => line + "\r\n")));
    }

    // Nothing says how long a meeting takes; an hour keeps the time free. A deadline takes no time.
    private static string[] OfKind(AppointmentKind kind, string to) => kind switch
    {
        AppointmentKind.Meeting => ["DURATION:PT1H", $"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:{to}", "STATUS:CONFIRMED"],
        AppointmentKind.MeetingCalledOff => ["DURATION:PT1H", $"ATTENDEE:mailto:{to}", "STATUS:CANCELLED"],
        _ => ["TRANSP:TRANSPARENT"],
    };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => new StringBuilder(text)
        .Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r", "").Replace("\n", "\\n").ToString();

    // A parameter cannot hold a quotation mark at all.
    private static string Quoted(string text) => $"\"{new string([.. text.Where(c => c != '"' && !char.IsControl(c))])}\"";

    /// <summary>A line in pieces of at most 75 octets, those after the first beginning with a space; no character is cut in two.</summary>
    private static IEnumerable<string> Folded(string line)
    {
        var (piece, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                yield return piece.ToString();
                piece.Clear().Append(' ');
                octets = 1;
            }

            piece.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        yield return piece.ToString();
    }
}
