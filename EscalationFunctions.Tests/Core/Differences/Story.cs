using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>
/// Given, when, then over the real rules. Each instruction has its own request id; after each step the record so far, written and read
/// back, must lead to the state that was decided.
/// </summary>
internal sealed class Story(Procedure procedure, ContactBook? contacts = null, params ClosureDay[] closures)
{
    private readonly List<Entry> record = [];
    private IReadOnlyList<Fact> latest = [];
    private ValueList<Refusal> refusals = [];
    private int steps;

    public Terms Terms { get; private set; } = new(procedure, Days(procedure, closures), contacts ?? Cast.Everybody(procedure));

    public Difference State { get; private set; } = Difference.Nothing;

    public Standing Standing => State.StandingOrNull!;

    public IReadOnlyList<Entry> Record => record;

    public IReadOnlyList<Fact> Latest => latest;

    public IReadOnlyList<RefusalCode> Codes => [.. refusals.Select(r => r.Code)];

    /// <summary>"2026-04-01T10:00+01:00"; a time without an offset is London's.</summary>
    public static DateTimeOffset Instant(string at) => at.Length > 16
        ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)
        : LondonTime.At(DateOnly.Parse(at[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], CultureInfo.InvariantCulture));

    /// <summary>Number of the latest entry of a kind.</summary>
    public int EntryOf<T>() where T : Fact => record.Last(e => e.Fact is T).Number;

    /// <summary>Something that goes well on the way to what the story is about.</summary>
    public Story Given(Actor by, Command command, string at)
    {
        When(by, command, at);
        Assert.That(refusals, Is.Empty, $"{command.GetType().Name} at {at}");
        return this;
    }

    public Story When(Actor by, Command command, string at) => Answered(new Instruction($"request-{++steps}", by, command), at);

    /// <summary>The clock asks, at this instant and no sooner.</summary>
    public Story TimePasses(string at) => Given(Actor.Clock, new Command.LetTimePass(), at);

    public Story Answered(Instruction instruction, string at)
    {
        var verdict = Difference.Decide(Terms, instruction, Instant(at), State);
        refusals = (verdict as Verdict.Refused)?.Refusals ?? [];
        latest = [];
        if (verdict is not Verdict.Accepted(var entries, var after)) return this;
        record.AddRange(entries);
        (latest, State) = ([.. entries.Select(e => e.Fact)], after);
        Assert.That(Difference.After(record.Select(FactJson.Write).Select(FactJson.Read)), Is.EqualTo(State), "the record as it is stored");
        return this;
    }

    public Story WithClosures(params ClosureDay[] added)
    {
        Terms = new Terms(Terms.Procedure, Days(Terms.Procedure, added), Terms.Contacts);
        return this;
    }

    public Story ThenExactly(params Fact[] facts)
    {
        Assert.That(latest, Is.EqualTo(facts));
        return this;
    }

    /// <summary>These facts, among others, in this order.</summary>
    public Story Then(params Fact[] facts)
    {
        var rest = latest.ToList();
        foreach (var fact in facts)
        {
            Assert.That(rest, Has.Member(fact), () => $"in this order; recorded:\n{string.Join('\n', latest)}");
            rest = rest[(rest.IndexOf(fact) + 1)..];
        }

        return this;
    }

    public Story ThenNothing() => ThenExactly();

    public Story ThenNo<T>() where T : Fact
    {
        Assert.That(latest.OfType<T>(), Is.Empty);
        return this;
    }

    /// <summary>Why the last command was refused.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    public Story ThenRefused(RefusalCode code, string? field = null)
    {
        Assert.That(refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { (code, field) }), () => string.Join('\n', refusals));
        return this;
    }

    public Story ThenRefused(params RefusalCode[] codes)
    {
        Assert.That(refusals.Select(r => r.Code), Is.EqualTo(codes), () => string.Join('\n', refusals));
        return this;
    }

    public Story ThenChased(int number, bool boardOfficeToo, params Who[] holders)
    {
        Assert.That(latest.OfType<Fact.Chased>(), Is.EqualTo(holders.Select(h => new Fact.Chased(Standing.Stage, h, number, boardOfficeToo))));
        return this;
    }

    public Story ThenNone(string deadline)
    {
        Assert.That(Standing.FindDeadline(deadline), Is.Null);
        return this;
    }

    public Story ThenNoneMet(string deadline)
    {
        Assert.That(latest, Has.No.Member(new Fact.DeadlineMet(Standing.Stage, deadline)));
        return this;
    }

    public Story ThenItIsAtStage(string stage)
    {
        Assert.That((State, Standing.Stage), Is.EqualTo((new Difference.Open(Standing), stage)));
        return this;
    }

    public Story ThenItHasEnded(Ending ending)
    {
        Assert.That((State as Difference.Ended)?.Ending, Is.EqualTo(ending));
        return this;
    }

    public Story ThenDue(string deadline, string at)
    {
        Assert.That(Standing.FindDeadline(deadline)?.DueAt, Is.EqualTo(Instant(at)), deadline);
        return this;
    }

    public Story ThenHeld(string agency, RungHolder by)
    {
        Assert.That(Standing.Rungs.Single(r => r.Agency == agency), Is.EqualTo(by));
        return this;
    }

    /// <summary>Who needs to act next, by title, and when it is over.</summary>
    public Story ThenWaitsFor(string title, string until)
    {
        var holders = DutyHolders.Of((Difference.Open)State, Terms.Procedure).Select(h => h.Title);
        Assert.That((holders.Contains(title), DutyHolders.Until(Standing)), Is.EqualTo((true, Instant(until))), () => string.Join(", ", holders));
        return this;
    }

    private static WorkingDays Days(Procedure procedure, ClosureDay[] closures) =>
        Nations.TryParse(procedure.WorkingTime.Nation, out var nation) ? new WorkingDays(nation, closures) : throw new ArgumentException("no such nation");
}
