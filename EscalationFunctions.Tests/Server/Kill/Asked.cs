using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>A question that the killer puts to the service: its name, what it is, and about which difference (none where it raises one).</summary>
internal sealed record Asked(string Key, string What, string? Difference)
{
    private static readonly Actor.Worker Asha = new("Asha Worker", "social worker", "council");

    private static readonly Actor.Worker Ben = new("Ben Ward", "ward manager", "hospital");

    /// <summary>The kinds there are, the frequent ones several times. Those who confirm find a proposal only now and then.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["raise", "talk", "talk", "complain", "support", "propose", "confirm", "confirm", "risk"];

    public Once Once => new("killer", Key, [1]);

    public string Line => $"{Key} {What} {Difference}";

    public static Asked Parse(string line) => line.Split(' ') is [var key, var what, var difference]
        ? new Asked(key, what, difference.Length == 0 ? null : difference)
        : throw new FormatException($"'{line}' is no question.");

    public Task<Reply> PutAsync(DifferenceDesk desk, DateTimeOffset now) => What == "raise"
        ? desk.RaiseAsync(KillOffice.Board, Asha, Raising(now), Once, default)
        : desk.AskAsync(new Question(Difference!, What == "confirm" ? Ben : Asha, Command(), Once: Once), default);

    /// <summary>Whether the fact is the one that the question asks for, and not one that follows from it.</summary>
    public bool IsAnsweredBy(Fact fact) => What switch
    {
        "raise" => fact is Fact.Raised,
        "talk" => fact is Fact.DiscussionRecorded,
        "complain" => fact is Fact.ComplaintNoted,
        "support" => fact is Fact.SupporterAdded,
        "propose" => fact is Fact.OutcomeProposed,
        "confirm" => fact is Fact.OutcomeConfirmed,
        "risk" => fact is Fact.ImmediateRiskMarked,
        _ => throw new FormatException($"'{What}' is nothing to ask."),
    };

    private Command Command() => What switch
    {
        "talk" => new Command.RecordDiscussion(Key, "the ward manager", "We see it differently.", "To talk again."),
        "complain" => new Command.NoteComplaint("A complaint was made."),
        "support" => new Command.AddSupporter(Key, new Person("Sam Friend", "supporter", "sam@example.org")),
        // There is one name for a difference's proposal, so that a confirmation can find it.
        "propose" => new Command.ProposeOutcome("p", "Care goes on.", "None.", [], []),
        "confirm" => new Command.ConfirmOutcome("p", []),
        "risk" => new Command.MarkImmediateRisk("He is alone tonight."),
        _ => throw new FormatException($"'{What}' is nothing to ask."),
    };

    private static Command.Raise Raising(DateTimeOffset now) => new(
        "", new Concern("A-1", "Discharged without a plan.", "A plan before the weekend.", "not-safe"), ["hospital"], [], now,
        new Person("Asha Worker", "social worker", "asha@example.org"), []);
}

/// <summary>What the service said, as a line: that it is done, and for which difference; or that nothing was done.</summary>
internal sealed record Told(string Key, bool Done, string Difference)
{
    public static string LineOf(Asked asked, Reply reply) => reply is Reply.Done { Added.Count: > 0 } done ? $"{asked.Key} done {done.Opened.Head.Id}" : $"{asked.Key} no {asked.Difference}";

    public static Told? Parse(string line) => line.Split(' ') is [var key, "done" or "no", var difference] parts ? new Told(key, parts[1] == "done", difference) : null;
}
