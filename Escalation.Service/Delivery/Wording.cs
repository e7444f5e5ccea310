using Escalation.Core.Notices.Words;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Makes a letter of a notice: its words, the link, who else was told, what to do in an emergency, and where the board office is reached.</summary>
internal static class Wording
{
    public static Message ToMessage(Owed owed, Opened opened, BoardRoom room) =>
        NoticeWords.Of(owed.Notice, opened.Standing, opened.Terms.Procedure, agency => room.FindAgency(agency)?.Name ?? agency);

    /// <param name="link">What the letter opens; none if it goes without.</param>
    /// <param name="alsoTold">Posts and places that are told the same; empty if nobody else is.</param>
    public static Letter ToLetter(
        Owed owed, Message message, Addressee addressee, Opened opened, BoardRoom room, DateTimeOffset now, Uri? link = null,
        IReadOnlyList<string>? alsoTold = null)
    {
        var prose = new Prose(message.Subject, [.. Opening(message, addressee)], link, [.. Closing(opened, alsoTold ?? [])], SignatureOf(room));
        return new Letter(owed.Notice.Id, owed.Board, room.Board.Name, addressee.Email!, message.Subject, prose.ToText())
        {
            Html = LetterPage.Of(prose),
            Calendar = message.Appointment is { } appointment && addressee.InPlaceOf is null
                ? CalendarText.Of(appointment, owed.Difference, room.Board.Office, addressee.Email!, now)
                : null,
        };
    }

    public static IReadOnlyList<string> SignatureOf(BoardRoom room) => [room.Board.Name, WaysToReach(room.Board.Office)];

    private static IEnumerable<string> Opening(Message message, Addressee addressee)
    {
        if (addressee.InPlaceOf is { } missing)
            yield return $"This was meant for {missing}, for whom we have no address. Please tell them what it says, and find out their address if you can.";
        foreach (var paragraph in message.Paragraphs) yield return paragraph;
    }

    private static IEnumerable<string> Closing(Opened opened, IReadOnlyList<string> alsoTold)
    {
        if (alsoTold.Count > 0) yield return $"Also told: {string.Join("; ", alsoTold)}.";
        yield return $"Reference: {opened.Standing.Reference}";
        foreach (var prompt in opened.Terms.Procedure.Prompts) yield return prompt.Text;
    }

    internal static string WaysToReach(Reach office) => office.Phone is { } phone ? $"{office.Name}, {office.Email}, {phone}" : $"{office.Name}, {office.Email}";
}
