using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Pages.Differences.Listing;

/// <summary>A difference in a list.</summary>
/// <param name="Next">Who has the next act and until when; how it ended, where it did.</param>
internal sealed record Row(string Address, string Reference, string Between, string Stage, string Next, string? Late, bool IsTheirs, bool AtRisk)
{
    public static readonly string[] Columns = ["Reference", "Between", "Stage", "Next", "Overdue", "Immediate risk"];

    /// <summary>As a row of a table for a spreadsheet.</summary>
    public IEnumerable<string> Cells => [Reference, Between, Stage, Next, Late ?? "", AtRisk ? "Yes" : ""];

    public static Row Of(Head head, bool isTheirs, BoardRoom room, Visitor visitor)
    {
        var card = head.Card;
        var stage = room.TermsOf(card.Procedure, card.Version).Procedure.FindStage(card.Stage);
        return new Row(
            $"/{room.Board.Id}/differences/{head.Id}", card.Reference, $"{Names(Side.Raising)} with {Names(Side.Responding)}",
            stage is null ? "None" : $"{stage.Id}: {stage.Title}",
            card.State == CardState.Open ? NextOf(card, isTheirs, room, visitor) : EndOf(card),
            card.LateSince is { } late ? $"Overdue since {DateWords.Of(late)}" : null,
            isTheirs && card.State == CardState.Open, card.AtImmediateRisk && card.State == CardState.Open);

        string Names(Side side) => Sentences.And([.. card.Parties.Where(p => p.Side == side).Select(p => NameOf(p.Agency, room))]);
    }

    private static string NextOf(Card card, bool isTheirs, BoardRoom room, Visitor visitor)
    {
        var others = card.WaitingFor.Where(h => !isTheirs || h.Agency is null || h.Agency != visitor.Agency)
            .Select(h => h.Agency is { } agency ? NameOf(agency, room) : h.Title).Distinct().ToList();
        var (who, due) = (isTheirs && visitor.Agency is not null ? ["your organisation", .. others] : others, card.Due is { } at ? DateWords.Of(at) : null);
        // After its time, and where nothing has a date, the next thing that comes by itself is a reminder.
        return due is null ? $"Waiting for {Sentences.And(who)}" : $"Waiting for {Sentences.And(who)} until {due}";
    }

    private static string EndOf(Card card) => (card.State, card.EndedAt is { } at ? $" at {DateWords.Of(at)}" : "") switch
    {
        (CardState.Closed, var when) => $"Closed{when}",
        (CardState.Withdrawn, var when) => $"Withdrawn{when}",
        (CardState.Redirected, var when) => $"Sent to where it belongs{when}",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card.State, "not an end"),
    };

    private static string NameOf(string agency, BoardRoom room) => room.FindAgency(agency)?.Name ?? agency;
}

/// <summary>Which differences a list shows.</summary>
internal enum Show { Open, Late, Due, Closed, Withdrawn, Redirected }

internal static class Shows
{
    public static string Words(this Show show) => show switch
    {
        Show.Open => "Open",
        Show.Late => "Overdue",
        Show.Due => "Due today",
        Show.Closed => "Closed",
        Show.Withdrawn => "Withdrawn",
        Show.Redirected => "Sent elsewhere",
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, "not a list"),
    };

    public static Query ToQuery(this Show show, string board) => show switch
    {
        Show.Open => new Query(board, State: CardState.Open),
        Show.Late => new Query(board, State: CardState.Open, Late: true),
        Show.Due => new Query(board, State: CardState.Open),
        Show.Closed => new Query(board, State: CardState.Closed),
        Show.Withdrawn => new Query(board, State: CardState.Withdrawn),
        Show.Redirected => new Query(board, State: CardState.Redirected),
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, "not a list"),
    };
}
