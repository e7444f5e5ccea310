using System.Globalization;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>The letter to a board's office about messages that reached nobody: which, to which post, and why.</summary>
internal static class GivenUpLetter
{
    private const int MostListed = 50;

    /// <param name="dead">At least one.</param>
    public static async Task<Letter> OfAsync(IReadOnlyList<Owed> dead, BoardRoom room, DifferenceDesk desk, CancellationToken cancel)
    {
        var listed = new List<string>();
        foreach (var owed in dead.Take(MostListed)) listed.Add(Line(owed, await OpenedAsync(owed, desk, cancel), room));
        var prose = new Prose(SubjectOf(dead), [.. Opening(dead), .. listed, .. Rest(dead.Count)], null, [.. Closing()], Wording.SignatureOf(room));
        return new Letter($"{dead[0].Notice.Id}/given-up", room.Board.Id, room.Board.Name, room.Board.Office.Email, prose.Subject, prose.ToText())
        {
            Html = LetterPage.Of(prose),
        };
    }

    /// <summary>The difference that a message is about; none where it was erased, or cannot be read, which may be why the message was given up.</summary>
    public static async Task<Opened?> OpenedAsync(Owed owed, DifferenceDesk desk, CancellationToken cancel)
    {
        try
        {
            return await desk.OpenAsync(owed.Difference, cancel) is { Head.Key: not null } opened ? opened : null;
        }
#pragma warning disable CA1031 // Whatever is wrong with this one, the office hears of it and of the others; what went wrong stands with the notice.
        catch (Exception problem) when (problem is not (JournalUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string SubjectOf(IReadOnlyList<Owed> dead) => dead.Count == 1
        ? $"[{NoticeLabels.ReferenceOf(dead[0].Notice)}] A message could not be delivered"
        : string.Create(CultureInfo.InvariantCulture, $"{dead.Count} messages could not be delivered");

    private static IEnumerable<string> Opening(IReadOnlyList<Owed> dead) =>
    [
        dead.Count == 1
            ? "A message did not reach the person it was for, and will not be tried again."
            : "These messages did not reach the people they were for, and will not be tried again.",
        "Their deadlines keep running. Please let them know in another way, for instance by telephone.",
    ];

    private static string Line(Owed owed, Opened? opened, BoardRoom room) => opened is null
        ? $"[{NoticeLabels.ReferenceOf(owed.Notice)}] {NoticeLabels.KindOf(owed.Notice.Kind)}. To: {NoticeLabels.WhomOf(owed.Notice.To, room)}. {owed.Problem}"
        : $"{Wording.ToMessage(owed, opened, room).Subject}. To: {Addressee.Titled(owed.Notice.To, opened, room)}. {owed.Problem}";

    private static IEnumerable<string> Rest(int count) => count > MostListed
        ? [string.Create(CultureInfo.InvariantCulture, $"And {count - MostListed} more, which are in the list of undelivered messages.")]
        : [];

    private static IEnumerable<string> Closing() =>
    [
        "If an address is wrong or missing, correct it in the directory. Then the messages can be sent again from the list of undelivered messages.",
    ];
}
