using Escalation.Core.Differences;

namespace Escalation.Core.Procedures.Simulating;

/// <summary>Tells the entries of a record as the lines of a simulation.</summary>
internal sealed class Teller(Procedure procedure)
{
    /// <summary>What the reminders are called that have no deadline of the procedure behind them.</summary>
    public const string Chase = "chase";

    private readonly Dictionary<(string Stage, string Deadline), Fact.DeadlineSet> set = [];

    private string stage = "";

    private string cameBy = "The difference is raised.";

    private string? lastPassed;

    private DateTimeOffset? lastTold;

    public IEnumerable<SimulationEntry> Tell(Entry entry) => entry.Fact switch
    {
        Fact.EscalatedByClock fact => Remember(fact),
        Fact.StageEntered fact => [Entered(entry.At, fact)],
        Fact.DeadlineSet fact => Set(entry.At, fact),
        Fact.DeadlinePassed fact => Passed(entry.At, fact),
        Fact.Flagged fact => [Flagged(entry.At, lastPassed, Sentence($"not kept: {fact.Detail}"))],
        Fact.ChaseSet fact => [ChaseSet(entry.At, fact)],
        Fact.Chased fact => Chased(entry.At, fact),
        _ => [],
    };

    private IEnumerable<SimulationEntry> Remember(Fact.EscalatedByClock fact)
    {
        cameBy = $"'{fact.Deadline}' of stage {fact.From} passed.";
        return [];
    }

    private SimulationEntry Entered(DateTimeOffset at, Fact.StageEntered fact)
    {
        stage = fact.Stage;
        return new(at, stage, "stage-entered", null, null, procedure.TitleOf(Who.EveryParty), null, null, cameBy);
    }

    // A cap is told when it is broken; until then it asks nothing of anybody that the stages do not ask.
    private IEnumerable<SimulationEntry> Set(DateTimeOffset at, Fact.DeadlineSet fact)
    {
        set[(fact.Stage, fact.Deadline)] = fact;
        if (fact.Stage.Length > 0) yield return Line(at, "deadline-set", fact, fact.Why is { } why ? Explanation.Of(why) : "It has no date.");
    }

    private IEnumerable<SimulationEntry> Passed(DateTimeOffset at, Fact.DeadlinePassed fact)
    {
        lastPassed = fact.Deadline;
        if (fact.Stage.Length > 0) yield return Line(at, "deadline-passed", set[(fact.Stage, fact.Deadline)], "Nobody acted.");
    }

    private IEnumerable<SimulationEntry> Chased(DateTimeOffset at, Fact.Chased fact)
    {
        yield return ChaseLine(at, "deadline-passed", fact.Holder, at, "Nobody acted.");
        // Several can be reminded at once; the board office is told once.
        if (!fact.BoardOfficeToo || lastTold == at) yield break;
        lastTold = at;
        yield return Flagged(at, Chase, "Reminders went unanswered.");
    }

    private SimulationEntry ChaseSet(DateTimeOffset at, Fact.ChaseSet fact) =>
        ChaseLine(at, "deadline-set", fact.Holder, fact.DueAt, Explanation.Of(fact.Why));

    private SimulationEntry Line(DateTimeOffset at, string happened, Fact.DeadlineSet fact, string why) => new(
        at, fact.Stage, happened, fact.Deadline, KebabCase.Of(fact.Kind), procedure.TitleOf(fact.Holder), fact.DueAt, KebabCase.Of(fact.OnExpiry), why);

    private SimulationEntry ChaseLine(DateTimeOffset at, string happened, Who holder, DateTimeOffset due, string why) =>
        new(at, stage, happened, Chase, Chase, procedure.TitleOf(holder), due, KebabCase.Of(OnExpiry.Remind), why);

    private SimulationEntry Flagged(DateTimeOffset at, string? deadline, string why) =>
        new(at, stage, "flagged", deadline, null, procedure.BoardOfficeTitle, null, null, why);

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
