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
    string? Reason = null)
{
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
            s.Concern.Reason);
    }

    public static CardState StateOf(Difference difference) => difference switch
    {
        Difference.Ended { Ending: Ending.Closed } => CardState.Closed,
        Difference.Ended { Ending: Ending.Withdrawn } => CardState.Withdrawn,
        Difference.Ended { Ending: Ending.Redirected } => CardState.Redirected,
        _ => CardState.Open,
    };

    private static DateTimeOffset? LateSinceOf(Standing s) => s.Duties.Where(d => d.IsLate).Min(d => d.DueAt);

    private static bool? CameByTheClock(IReadOnlyList<Entry> entries) => entries.LastOrDefault(e => e.Fact is Fact.StageEntered) is not { } entered
        ? null
        : entries.LastOrDefault(e => e.Number < entered.Number && e.Fact is Fact.Escalated or Fact.EscalatedByClock)?.Fact is Fact.EscalatedByClock;
}

public enum CardState { Open, Closed, Withdrawn, Redirected }
