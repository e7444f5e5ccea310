using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Walks.BrokenException;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>
/// Nobody acts for a while, and the clock calls at each due time, or once and late. A stage that begins late has its own deadlines later,
/// so the two need not come to the same stage. What must hold exactly: promises that stood when the silence began pass alike, in the same
/// order, with the same due times, up to and with the first escalation; and where every promise counts from the outset or the raising,
/// everything passes alike to the end. Nothing passes twice in either (held by <see cref="Record"/> in every walk, and by calling again here).
/// </summary>
internal static class Silence
{
    private static readonly Instruction Call = new("clock", Actor.Clock, new Command.LetTimePass());

    public static void Hold(Terms terms, Difference.Open begin, DateTimeOffset now, DateTimeOffset until, Tally tally)
    {
        tally.Silences++;
        if (Pass(terms, begin, now) is not ({ } settled, _)) return;
        var (atOnce, late) = Pass(terms, settled, until);
        var (promptState, prompt) = Promptly(terms, settled, until);
        Unless(Pass(terms, atOnce, until).Entries.Count == 0, "a second call at the same time did something");
        Unless(Pass(terms, promptState, until).Entries.Count == 0, "a late call after prompt ones did something");
        Unless(new[] { late, prompt }.All(e => e.All(x => x.Fact is not (Fact.OutcomeSettled or Fact.Closed))), "the clock finalised it");

        var everything = CountsFromTheOutset(terms.Procedure);
        var standing = settled.StandingOrNull!.Pending.Select(d => d.Id).ToHashSet();
        var (one, other) = everything ? (Passings(prompt), Passings(late)) : (UpToTheFirst(prompt, standing), UpToTheFirst(late, standing));
        Unless(one.SequenceEqual(other), $"a late clock made a difference:\n prompt {string.Join(", ", one)}\n late   {string.Join(", ", other)}");
    }

    private static (Difference After, List<Entry> Entries) Promptly(Terms terms, Difference state, DateTimeOffset until)
    {
        var all = new List<Entry>();
        while (state.NextDueAt is { } due && due <= until)
        {
            var (after, entries) = Pass(terms, state, due);
            Unless(entries.Count > 0, "the clock called when something was due, and nothing happened");
            all.AddRange(entries);
            state = after;
        }

        return (state, all);
    }

    private static (Difference After, List<Entry> Entries) Pass(Terms terms, Difference state, DateTimeOffset at) =>
        Difference.Decide(terms, Call, at, state) is Verdict.Accepted(var entries, var after)
            ? (after, [.. entries])
            : throw new BrokenException("the clock was refused");

    private static List<string> Passings(List<Entry> entries) => [.. entries.Select(e => e.Fact).Where(f => f is Fact.DeadlinePassed or Fact.EscalatedByClock).Select(f => f.ToString()!)];

    /// <summary>What stood at the beginning and passed before the first escalation, and that escalation if one of them brought it about.</summary>
    private static List<string> UpToTheFirst(List<Entry> entries, HashSet<string> standing)
    {
        var first = entries.FindIndex(e => e.Fact is Fact.EscalatedByClock);
        return Passings([.. entries.Take(first < 0 ? entries.Count : first + 1).Where(e => e.Fact is not Fact.DeadlinePassed passed || standing.Contains(passed.Deadline))]);
    }

    private static bool CountsFromTheOutset(Procedure procedure) =>
        procedure.Stages.SelectMany(s => s.Deadlines).All(d => d.From.Cumulative && d.Within.HasNumber);
}
