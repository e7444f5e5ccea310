using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Directory;

namespace Escalation.Service.StillYou;

/// <summary>The letter that asks somebody whether they still act for their agency.</summary>
internal static class StillYouLetter
{
    /// <param name="contacts">Theirs, at least one.</param>
    public static Letter Of(Asked asked, IReadOnlyList<DirectoryContact> contacts, BoardRoom room, Uri link)
    {
        var agency = room.FindAgency(asked.Agency)!.Name;
        var prose = new Prose($"Please confirm: do you still act for {agency}?", [.. Opening(contacts, agency, room)], link, [.. Closing(room)], Wording.SignatureOf(room))
        {
            LinkWords = ("Answer on one page", Prose.LinkIsYours),
        };
        return new Letter(asked.Letter, asked.Board, room.Board.Name, asked.Email, prose.Subject, prose.ToText()) { Html = LetterPage.Of(prose) };
    }

    private static IEnumerable<string> Opening(IReadOnlyList<DirectoryContact> contacts, string agency, BoardRoom room)
    {
        yield return $"{room.Board.Name} has you in its directory as somebody who acts for {agency} when organisations disagree about keeping somebody safe:";
        foreach (var contact in contacts) yield return $"{StageOf(contact, room)}, as {contact.Role}.";
        var since = contacts.Min(c => c.LastConfirmed ?? c.From);
        yield return $"Nobody has confirmed this since {DateWords.Of(since)}. When a difference reaches your stage, the time to act is already running: if the "
            + "message goes to somebody who has left, days are lost.";
        yield return "Please say whether it is still you. You can correct your name, telephone number or address there, or say who has the post now. It takes a minute.";
    }

    private static IEnumerable<string> Closing(BoardRoom room)
    {
        yield return "If you do nothing, we will keep writing to you and ask again next month, and the board office will see that nobody has confirmed it.";
        yield return "This message is not about any particular person or difference.";
        foreach (var prompt in room.InForce.Procedure.Prompts) yield return prompt.Text;
    }

    private static string StageOf(DirectoryContact contact, BoardRoom room) =>
        room.InForce.Procedure.FindStage(contact.Stage) is { } stage ? $"Stage {stage.Id}, {stage.Title}" : $"Stage {contact.Stage}";
}
