using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>The words in which codes and new links are sent. Neither they nor their subjects name anybody.</summary>
internal static class CodeLetters
{
    /// <param name="reference">Of the difference whose link the code is for; none where it is for signing in.</param>
    public static Letter OfCode(Board board, string to, string code, string? reference, DateTimeOffset until)
    {
        var what = reference is null ? $"sign in to the service of {board.Name}" : $"open {reference} from the link that you were sent";
        return Letter(board, "code", to, reference is null ? "Your code to sign in" : $"[{reference}] Your code",
            $"Your code is {code[..3]} {code[3..]}",
            $"Enter it on the page where you asked for it, to {what}. It can be used once, until {DateWords.Of(until)}.",
            "Nobody will ever ask you for this code by telephone, in a message or in person. Please do not pass it on or forward this message.",
            $"If you did not ask for it, somebody may have typed your address by mistake. Nothing happens without the code. "
                + $"If it comes again, tell {Wording.WaysToReach(board.Office)}.");
    }

    public static Letter OfNewLink(Board board, string to, string reference, Uri address, DateTimeOffset until) =>
        Letter(board, "link", to, $"[{reference}] Your new link",
            $"A new link was asked for, to {reference}:", $"{address}",
            $"It works until {DateWords.Of(until)} at the latest, and is for you alone. Earlier links for the same step no longer work. Opening it decides nothing.",
            $"If you did not ask for it you need not do anything. If it comes again, tell {Wording.WaysToReach(board.Office)}.");

    // The id is random: whoever sees the folder of letters, or a Message-ID, learns nothing of whom it went to.
    private static Letter Letter(Board board, string kind, string to, string subject, params ReadOnlySpan<string> paragraphs) => new(
        $"{kind}-{Names.NewId()}", board.Id, board.Name, to, subject,
        $"{string.Join("\n\n", paragraphs!)}\n\n{board.Name}\n{Wording.WaysToReach(board.Office)}\n\n{Prose.Automatic}\n");
}
