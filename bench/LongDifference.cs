using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Benchmarks;

/// <summary>
/// A difference in South Gloucestershire that goes up the whole ladder and is then argued about, day after working day, at stage 4: the
/// agencies talk, answer, fill in and sign the form, propose an outcome and dispute it, while the clock reminds them. Made by the real
/// rules, so that its record holds every kind of entry that such a difference would.
/// </summary>
internal sealed class LongDifference
{
    private static readonly Actor Raising = new Actor.Worker("R. Worker", "Team manager", "council");

    private static readonly Actor Responding = new Actor.Worker("S. Worker", "Service manager", "hospital");

    private static readonly DateTimeOffset Outset = LondonTime.At(new DateOnly(2026, 1, 5), new TimeOnly(10, 0));

    private readonly List<Entry> record = [];

    private DateTimeOffset now = Outset;

    private int said;

    public LongDifference(Procedure procedure, WorkingDays days)
    {
        Terms = new Terms(procedure, days, Contacts(procedure));
        Say(Raising, new Command.Raise(
            "SG-1", new Concern("A-1", "Discharged without a plan.", "A plan before the weekend.", "not-safe"), ["hospital"], ["police"], now,
            new Person("R. Worker", "Team manager"), []));
    }

    public Terms Terms { get; }

    public Difference State { get; private set; } = Difference.Nothing;

    public IReadOnlyList<Entry> Record => record;

    /// <summary>A moment after the last entry, before anything more is due.</summary>
    public DateTimeOffset Now => now.AddMinutes(1);

    /// <summary>Argued about until the record is that long, to the entry.</summary>
    public LongDifference ArguedUntil(int entries)
    {
        ClimbTheLadder();
        while (record.Count < entries - 30) ArgueForADay();
        while (record.Count < entries) Talk(Raising);
        return this;
    }

    /// <summary>A proposal, which takes the place of the one on the table: the widest change that one command makes.</summary>
    public Instruction NewProposal => new("new", Raising, Proposal("new"));

    private void ClimbTheLadder()
    {
        Talk(Raising);
        Say(Responding, new Command.Respond("r-1", "It was safe.", "The ward had seen the family."));
        Say(Raising, new Command.Escalate("1", "The answer leaves the weekend open."));
        Talk(Responding);
        Say(Raising, new Command.MarkImmediateRisk("He is alone tonight."));
        // The clock takes it past stages 2 and 3 and opens the way to a decision at stage 4.
        Wait(days: 14);
        Say(new Actor.Officeholder("C. Chair", "chair"), new Command.ChooseRoute("panel", "It is complex."));
    }

    private void ArgueForADay()
    {
        Wait(days: 1);
        Talk(Raising);
        Say(Responding, new Command.Respond($"r-{said}", "It was safe.", "The ward had seen the family."));
        Say(Raising, new Command.FillForm("monitoring", [new("service-user", "A-1"), new("summary", $"As on day {said}."), new("outcome", "None yet.")]));
        var edition = State.StandingOrNull!.FindForm("monitoring")!.Edition;
        Say(Raising, new Command.SignForm("monitoring", "initiating", "Team manager", edition));
        Say(Responding, new Command.SignForm("monitoring", "receiving", "Service manager", edition));
        var id = $"p-{said}";
        Say(Raising, Proposal(id));
        Say(Responding, new Command.DisputeOutcome(id, "The action is not ours."));
        Talk(Responding);
    }

    private void Talk(Actor by) =>
        Say(by, new Command.RecordDiscussion($"d-{said}", "the other manager", "We see it differently.", "To talk again tomorrow."));

    private Command.ProposeOutcome Proposal(string id) => new(
        id, "A plan before every weekend.", "None.", [new ActionAgreed(id, "Write the plan", "hospital", "Ward manager", LondonTime.DayOf(now).AddDays(30))], []);

    private void Wait(int days)
    {
        now = now.AddDays(days);
        Say(Actor.Clock, new Command.LetTimePass());
    }

    private void Say(Actor by, Command command)
    {
        var instruction = new Instruction($"q-{++said}", by, command);
        var verdict = Difference.Decide(Terms, instruction, now, State);
        if (verdict is not Verdict.Accepted(var entries, var after)) throw new InvalidOperationException($"{command}: {verdict}");
        record.AddRange(entries);
        State = after;
    }

    private static ContactBook Contacts(Procedure procedure)
    {
        Agency[] agencies = [new("council", "Council", "local-authority"), new("hospital", "Hospital", "secondary-health"), new("police", "Police", "police")];
        var contacts = agencies.SelectMany(a => procedure.Stages.Select(s => new Contact($"{a.Id}-{s.Id}", a.Id, s.Id, new DateOnly(2020, 1, 1))));
        return new ContactBook(agencies, contacts);
    }
}
