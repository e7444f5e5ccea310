using System.Text;
using Escalation.Core.Notices;
using Escalation.Core.Notices.Words;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>What a letter puts into a calendar, as a calendar program that others wrote reads it.</summary>
[CancelAfter(60_000)]
public class CalendarFilesTests
{
    private const string Folder = "EscalationFunctions.Tests/Service/Delivery/letters";

    private static readonly DateTimeOffset Now = new(2026, 4, 2, 16, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task An_invitation_asks_for_an_hour_and_says_neither_where_nor_what_for(CancellationToken cancel)
    {
        await using var letters = await WrittenLetters.OpenAsync();
        var (letter, said) = await ReadAsync(letters, NoticeKind.MeetingInvitation, cancel);
        Assert.That(said["method"], Is.EqualTo("REQUEST"));
        Assert.That((said["dtstart"], said["duration"]), Is.EqualTo(("2026-04-07T13:30:00+00:00", "1:00:00")), "half past two in summer");
        Assert.That((said["organizer"], said["cn"]), Is.EqualTo(("mailto:office@severnside.example.org", "Board Office")));
        Assert.That(said["attendee"], Is.EqualTo($"mailto:{letter.To}"));
        Assert.That(said["uid"], Is.EqualTo($"meeting.m-1.{letters.Opened.Head.Id}"));
        Assert.That((said["sequence"], said["status"], said["class"]), Is.EqualTo(("14", "CONFIRMED", "PRIVATE")));
        Assert.That(said["summary"], Is.EqualTo($"[{letters.Opened.Standing.Reference}] Meeting: North Council and County Trust"));
        Assert.That(said, Does.Not.ContainKey("location"));
        Approved.Matches(letters.Settled(letter.Calendar!.Text.ReplaceLineEndings("\n")), $"{Folder}/meeting.approved.ics");
    }

    [TestCase(NoticeKind.StageEntered)]
    [TestCase(NoticeKind.DutyAsked)]
    [TestCase(NoticeKind.Reminder)]
    [TestCase(NoticeKind.DeadlineMoved)]
    public async Task What_is_asked_by_a_time_comes_with_that_time_and_is_the_same_entry_each_time(NoticeKind kind, CancellationToken cancel)
    {
        await using var letters = await WrittenLetters.OpenAsync();
        var (letter, said) = await ReadAsync(letters, kind, cancel);
        Assert.That((said["method"], said["dtstart"], said["transp"]), Is.EqualTo(("PUBLISH", "2026-04-07T16:00:00+00:00", "TRANSPARENT")));
        Assert.That(said["uid"], Is.EqualTo($"deadline.2.resolve.{letters.Opened.Head.Id}"));
        Assert.That(said, Does.Not.ContainKey("attendee"));
        if (kind == NoticeKind.Reminder)
            Approved.Matches(letters.Settled(letter.Calendar!.Text.ReplaceLineEndings("\n")), $"{Folder}/deadline.approved.ics");
    }

    [Test]
    public async Task A_meeting_of_a_difference_that_was_withdrawn_is_called_off_in_the_calendars_of_those_invited(CancellationToken cancel)
    {
        await using var letters = await WrittenLetters.OpenAsync();
        var (_, said) = await ReadAsync(letters, NoticeKind.Withdrawn, cancel);
        Assert.That((said["method"], said["status"], said["uid"]), Is.EqualTo(("CANCEL", "CANCELLED", $"meeting.m-1.{letters.Opened.Head.Id}")));
        Assert.That(letters.Of(NoticeKind.Withdrawn, to: new Recipient.Rung("county-police", "2")).Calendar, Is.Null, "was not invited");
    }

    [Test]
    public async Task Whoever_is_not_asked_has_nothing_put_into_a_calendar()
    {
        await using var letters = await WrittenLetters.OpenAsync();
        Assert.That(letters.Of(NoticeKind.StageEntered, to: new Recipient.TheRaiser()).Calendar, Is.Null);
        NoticeKind[] with = [.. Enum.GetValues<NoticeKind>().Where(kind => letters.Of(kind).Calendar is not null)];
        Assert.That(with, Is.EquivalentTo(new[]
        {
            NoticeKind.StageEntered, NoticeKind.DutyAsked, NoticeKind.Reminder, NoticeKind.DeadlineMoved, NoticeKind.MeetingInvitation, NoticeKind.Withdrawn,
            NoticeKind.Redirected,
        }));
    }

    [Test]
    public async Task Whatever_a_board_is_called_the_file_stays_whole(CancellationToken cancel)
    {
        const string odd = "Môn, \"Gwynedd\"; a\\b 🦉 ";
        var summary = string.Concat(Enumerable.Repeat(odd, 12)).Trim();
        var appointment = new Appointment(AppointmentKind.Meeting, "meeting.m-1", 3, Now, summary, "One line.\nAnother, with BEGIN:VEVENT.");
        var file = CalendarText.Of(appointment, "difference", new Reach(odd, "office@example.org"), "asha@example.org", Now)!;
        Assert.That(file.Text.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        Assert.That(file.Text.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain('\n').And.Not.Contain('\r').And.Not.Contain('\uFFFD'));
        var letter = new Letter("SV-26-AAAAA/1/2", "b", "Board", "asha@example.org", "Subject", "Text\n") { Calendar = file };
        var said = (await ReadMail.OfAsync(EmailMessage.Of(letter, "no-reply@example.org", Now), cancel)).Calendars.Single();
        Assert.That(said["summary"], Is.EqualTo(summary));
        Assert.That(said["description"], Is.EqualTo(appointment.Description));
        Assert.That(said["cn"], Is.EqualTo("Môn, Gwynedd; a\\b 🦉 "));
    }

    [Test]
    public void Where_the_board_office_has_no_address_nobody_can_have_called_a_meeting()
    {
        var appointment = new Appointment(AppointmentKind.Meeting, "m", 1, Now, "s", "d");
        Assert.That(CalendarText.Of(appointment, "difference", new Reach("Office", ""), "asha@example.org", Now), Is.Null);
    }

    /// <summary>The letter as a mail program finds it: words first, then the page, the calendar file attached.</summary>
    private static async Task<(Letter Letter, IReadOnlyDictionary<string, string> Said)> ReadAsync(
        WrittenLetters letters, NoticeKind kind, CancellationToken cancel)
    {
        var letter = letters.Of(kind, WrittenLetters.Link);
        var read = await ReadMail.OfAsync(EmailMessage.Of(letter, "no-reply@example.org", Now), cancel);
        Assert.That(read.Defects, Is.Empty);
        Assert.That(
            read.Parts.Select(p => p.Type), Is.EqualTo(new[] { "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar" }));
        Assert.That((read.Parts[^1].File, read.Parts[^1].Method), Is.EqualTo((letter.Calendar!.Name, letter.Calendar.Method)));
        Assert.That(read.Parts[2].Text!.ReplaceLineEndings("\n"), Is.EqualTo(letter.Text));
        return (letter, read.Calendars.Single());
    }
}
