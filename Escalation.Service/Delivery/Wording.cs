using System.Text;
using Escalation.Core.Notices.Words;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Makes a letter of a notice: its words, what to do in an emergency, and where the board office is reached.</summary>
internal static class Wording
{
    public static Letter ToLetter(Owed owed, Addressee addressee, Opened opened, BoardRoom room)
    {
        var (notice, s) = (owed.Notice, opened.Standing);
        var message = NoticeWords.Of(notice, s, opened.Terms.Procedure, agency => room.FindAgency(agency)?.Name ?? agency);
        return new Letter(notice.Id, owed.Board, room.Board.Name, addressee.Email!, message.Subject, TextOf(message, addressee, opened, room));
    }

    private static string TextOf(Message message, Addressee addressee, Opened opened, BoardRoom room)
    {
        var text = new StringBuilder();
        if (addressee.InPlaceOf is { } missing) Append($"This was meant for {missing}, for whom no address is known. Please pass it on.");
        foreach (var paragraph in message.Paragraphs) Append(paragraph);
        Append($"Reference: {opened.Standing.Reference}");
        foreach (var prompt in opened.Terms.Procedure.Prompts) Append(prompt.Text);
        text.Append($"{room.Board.Name}\n{WaysToReach(room.Board.Office)}\n\nThis message was sent by itself. A reply to it decides nothing.\n");
        return text.ToString();

        void Append(string paragraph) => text.Append(paragraph).Append("\n\n");
    }

    private static string WaysToReach(Reach office) => office.Phone is { } phone ? $"{office.Name}, {office.Email}, {phone}" : $"{office.Name}, {office.Email}";
}
