using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Core.Procedures.Simulating;

/// <summary>A line of a simulation. Members that do not apply to the event are null.</summary>
/// <param name="At">When it happens, in local offset.</param>
/// <param name="Event">"stage-entered", "deadline-set", "deadline-passed" or "flagged".</param>
/// <param name="Deadline">The deadline's id; "chase" for the reminders that keep a stage without a date from going quiet.</param>
/// <param name="DueAt">None for a duty without a date.</param>
public sealed record SimulationEntry(
    DateTimeOffset At,
    string Stage,
    string Event,
    string? Deadline,
    string? Kind,
    string? DutyHolder,
    DateTimeOffset? DueAt,
    string? OnExpiry,
    string Why);

/// <summary>What would happen to a difference if nobody did anything: the real rules, with a clock and no people.</summary>
public static class Simulation
{
    /// <summary>Generous: a procedure of ten stages that is chased at each of them comes to about a hundred.</summary>
    private const int MostWakings = 1000;

    /// <summary>Runs until nothing but reminders would follow.</summary>
    /// <param name="outset">Local time of the outset; the difference is raised at the same moment.</param>
    public static ValueList<SimulationEntry> Run(Procedure procedure, DateTimeOffset outset, WorkingDays days)
    {
        var terms = new Terms(procedure, days, Contacts(procedure));
        var record = new List<Entry>();
        var state = Apply(RaisedAt(outset, procedure), outset, Difference.Nothing);
        for (var wakings = 0; state.NextDueAt is { } due && !OnlyRemindersFollow() && wakings < MostWakings; wakings++)
            state = Apply(new Instruction("simulated time", Actor.Clock, new Command.LetTimePass()), due, state);
        return [.. Told(record, procedure)];

        Difference Apply(Instruction instruction, DateTimeOffset at, Difference before)
        {
            if (Difference.Decide(terms, instruction, at, before) is not Verdict.Accepted(var entries, var after))
                throw new InvalidOperationException("The simulated difference was refused.");
            record.AddRange(entries);
            return after;
        }

        bool OnlyRemindersFollow() =>
            record[^1].Fact is Fact.ChaseSet && record.Any(e => e.Fact is Fact.Chased { BoardOfficeToo: true } chased && chased.Stage == state.StandingOrNull!.Stage)
            && !state.StandingOrNull!.Pending.Any(d => d.DueAt is not null);
    }

    private static Instruction RaisedAt(DateTimeOffset outset, Procedure procedure)
    {
        var concern = new Concern("simulated", "simulated", "simulated");
        var raiser = new Person("simulated", "practitioner");
        var raise = new Command.Raise("simulated", concern, ["responding"], [], outset, raiser, []);
        return new Instruction("simulated", new Actor.Worker("simulated", "practitioner", "raising"), raise);
    }

    private static ContactBook Contacts(Procedure procedure)
    {
        var agencies = new[] { new Agency("raising", "Raising agency", procedure.Sectors[0].Id), new("responding", "Responding agency", procedure.Sectors[^1].Id) };
        var contacts = agencies.SelectMany(a => procedure.Stages.Select(s => new Contact($"{a.Id}-{s.Id}", a.Id, s.Id, DateOnly.MinValue)));
        return new ContactBook(agencies, contacts);
    }

    private static IEnumerable<SimulationEntry> Told(List<Entry> record, Procedure procedure)
    {
        var teller = new Teller(procedure);
        return record.SelectMany(teller.Tell);
    }
}
