using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Service.Desk;

/// <summary>
/// What lists show of a difference, made anew with every decision. It holds no personal data.
/// </summary>
/// <param name="Due">When the next act is due.</param>
/// <param name="LateSince">Since when something asked of somebody is past its time; none if nothing is.</param>
/// <param name="WaitingFor">Who has the next act.</param>
/// <param name="ByTheClock">Whether the clock took it to its present stage.</param>
/// <param name="Moves">The latest times at which the clock took it further, oldest first; none if it never did.</param>
public sealed record Card(
    string Reference,
    string Procedure,
    string Version,
    CardState State,
    string Stage,
    DateTimeOffset RaisedAt,
    DateTimeOffset ChangedAt,
    ValueList<Party> Parties,
    ValueList<DutyHolder> WaitingFor,
    DateTimeOffset? Due = null,
    DateTimeOffset? LateSince = null,
    DateTimeOffset? EndedAt = null,
    bool AtImmediateRisk = false,
    bool ByTheClock = false,
    string? Reason = null,
    ValueList<ClockMove>? Moves = null)
{
    /// <summary>More than the stages of any procedure; one that is opened again and again is still no long card.</summary>
    private const int MostMoves = 12;

    public static Card Of(Difference difference, Procedure procedure, Card? before, IReadOnlyList<Entry> entries)
    {
        var s = difference.StandingOrNull ?? throw new InvalidOperationException("Nothing was raised.");
        var open = difference as Difference.Open;
        return new Card(
            s.Reference, procedure.Id, procedure.Version, StateOf(difference), s.Stage, s.RaisedAt, s.LastEntryAt, s.Parties,
            open is null ? [] : DutyHolders.Of(open, procedure).ToValueList(),
            open is null ? null : DutyHolders.Until(s),
            open is null ? null : LateSinceOf(s),
            (difference as Difference.Ended)?.At,
            s.AtImmediateRisk,
            CameByTheClock(entries) ?? before?.ByTheClock ?? false,
            s.Concern.Reason,
            MovesOf(entries, before?.Moves));
    }

    public static CardState StateOf(Difference difference) => difference switch
    {
        Difference.Ended { Ending: Ending.Closed } => CardState.Closed,
        Difference.Ended { Ending: Ending.Withdrawn } => CardState.Withdrawn,
        Difference.Ended { Ending: Ending.Redirected } => CardState.Redirected,
        _ => CardState.Open,
    };

    private static ValueList<ClockMove>? MovesOf(IReadOnlyList<Entry> entries, ValueList<ClockMove>? before)
    {
        var added = entries.Where(e => e.Fact is Fact.EscalatedByClock).Select(e => ((Fact.EscalatedByClock)e.Fact, e.At))
            .Select(e => new ClockMove(e.Item1.From, e.Item1.To, e.At)).ToList();
        return added.Count == 0 ? before : (before ?? []).Concat(added).TakeLast(MostMoves).ToValueList();
    }

    private static DateTimeOffset? LateSinceOf(Standing s) => s.Duties.Where(d => d.IsLate).Min(d => d.DueAt);

    private static bool? CameByTheClock(IReadOnlyList<Entry> entries) => entries.LastOrDefault(e => e.Fact is Fact.StageEntered) is not { } entered
        ? null
        : entries.LastOrDefault(e => e.Number < entered.Number && e.Fact is Fact.Escalated or Fact.EscalatedByClock)?.Fact is Fact.EscalatedByClock;
}

/// <summary>The clock took a difference from one stage to the next, since nobody had settled it in time.</summary>
/// <param name="From">The id of a stage.</param>
/// <param name="To">The id of a stage.</param>
public sealed record ClockMove(string From, string To, DateTimeOffset At);

public enum CardState { Open, Closed, Withdrawn, Redirected }
