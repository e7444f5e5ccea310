using System.Reflection;
using System.Text;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Puts a notice into words: what it says, what it is about, by when, and what to do in an emergency.</summary>
internal static class Wording
{
    public static Letter ToLetter(Owed owed, Addressee addressee, Opened opened, BoardRoom room)
    {
        var (notice, reference) = (owed.Notice, opened.Standing.Reference);
        return new Letter(
            notice.Id, owed.Board, owed.Difference, reference, notice.Kind, room.Board.Name, addressee.Email!,
            $"{reference}: {MeaningOf(notice.Kind)}", TextOf(notice, addressee, opened, room));
    }

    private static string TextOf(Notice notice, Addressee addressee, Opened opened, BoardRoom room)
    {
        var procedure = opened.Terms.Procedure;
        var text = new StringBuilder();
        if (addressee.InPlaceOf is { } missing)
            text.Append($"This was meant for {missing}, for whom no address is known. Please pass it on.\n\n");
        text.Append($"{MeaningOf(notice.Kind)}\n\nReference: {opened.Standing.Reference}\n");
        if (procedure.FindStage(notice.Stage) is { } stage) text.Append($"Stage: {stage.Title}\n");
        if (notice.DueAt is { } due) text.Append($"{TitleOf(notice, opened)}: {DateWords.Of(due)}\n");
        foreach (var prompt in procedure.Prompts) text.Append($"\n{prompt.Text}\n");
        text.Append($"\n{room.Board.Name}\n{WaysToReach(room.Board.Office)}\n\nThis message was sent by itself. A reply to it decides nothing.\n");
        return text.ToString();
    }

    private static string TitleOf(Notice notice, Opened opened) =>
        opened.Standing.Deadlines.LastOrDefault(d => d.Id == notice.Deadline)?.Set.Title ?? "Due";

    private static string WaysToReach(Reach office) => office.Phone is { } phone ? $"{office.Name}, {office.Email}, {phone}" : $"{office.Name}, {office.Email}";

    private static string MeaningOf(NoticeKind kind) => typeof(NoticeKind).GetField(kind.ToString())!.GetCustomAttribute<MeaningAttribute>()!.Sentence;
}
