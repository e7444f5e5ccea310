using Escalation.Service.Desk;

namespace Escalation.Service.Boards;

/// <summary>How long a board keeps the records of differences that have ended.</summary>
/// <param name="Years">From the day on which it ended, 1 to 100.</param>
/// <param name="Outcome">Only of those that ended so; of all if it is left out.</param>
/// <param name="Procedure">Only of those under this procedure; of all if it is left out.</param>
public sealed record RetentionRule(int Years, CardState? Outcome = null, string? Procedure = null)
{
    /// <summary>
    /// Years where a board says nothing: as long as records of adult social care are kept (Records Management Code of Practice, NHS England
    /// 2021), for every outcome. A board that has not decided keeps too long rather than too short.
    /// </summary>
    public const int Usual = 8;

    private const int Most = 100;

    /// <summary>The rule that fits closest decides: one that names both before one that names the procedure, that before one with the outcome.</summary>
    public static int YearsOf(Card card, Board board) => (board.Retention ?? [])
        .Where(r => (r.Outcome is null || r.Outcome == card.State) && (r.Procedure is null || r.Procedure == card.Procedure))
        .MaxBy(r => (r.Procedure is null ? 0 : 2) + (r.Outcome is null ? 0 : 1))?.Years ?? Usual;

    /// <summary>What is wrong with a board's rules, each with its place in the file.</summary>
    public static IEnumerable<string> ProblemsOf(Board board)
    {
        var rules = board.Retention ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Years is < 1 or > Most) yield return $"$.retention[{i}].years: {rule.Years} is not from 1 to {Most}.";
            if (rule.Outcome is CardState.Open) yield return $"$.retention[{i}].outcome: what is open is kept in any case.";
            if (rules.Take(i).Any(r => (r.Outcome, r.Procedure) == (rule.Outcome, rule.Procedure))) yield return $"$.retention[{i}]: says a second time how long the same is kept.";
        }
    }
}
