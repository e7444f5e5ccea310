using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using EscalationFunctions.Tests.Core.Walks;
using Cast = EscalationFunctions.Tests.Core.Walks.Cast;
using Line = Escalation.Service.Pages.Journeys.Line;
using Times = EscalationFunctions.Tests.Core.Walks.Times;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>
/// One difference that random people push about. Wherever it comes, whatever a page offers to anybody is filled in and put to the rules;
/// and what the rules let somebody do was offered to them. The seed decides everything.
/// </summary>
internal sealed class OfferedWalk
{
    private const string BoardId = "town";

    private readonly Chance chance;
    private readonly Procedure procedure;
    private readonly Town town;
    private readonly People people;
    private readonly Terms terms;
    private readonly BoardRoom room;
    private readonly List<Entry> entries = [];
    private Difference state = Difference.Nothing;
    private DateTimeOffset now;
    private int requests;

    public OfferedWalk(int seed)
    {
        chance = new Chance(seed);
        procedure = Boards.ForWalk(seed);
        town = new Town(chance, procedure);
        people = new People(chance, procedure, town, new Cast(chance, procedure, town), new Asking(chance, procedure, town));
        terms = new Terms(procedure, Town.Days(procedure, []), town.Contacts);
        now = Times.Start(chance);
        room = new BoardRoom(new Board(BoardId, "Town", procedure.Id, procedure.Version, "T", new Reach("Office", "office@example.org"), [], []), [procedure],
            [.. town.Agencies.Select(a => new DirectoryAgency(a.Id, a.Name, a.Sector,
                [new DirectoryContact($"{a.Id}-here", procedure.Stages[0].Id, "Ann", "manager", $"{a.Id}@example.org", new DateOnly(2020, 1, 1))]))]);
    }

    /// <summary>The paths of the journeys that were taken.</summary>
    public HashSet<string> Taken { get; } = [];

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (state is not Difference.NotRaised) Accept(Decide(Actor.Clock, new Command.LetTimePass()));
            var offered = Everybody().Select(StandpointOf).Where(at => at is { RecordOrNull: null } or { Places.Count: > 0 })
                .SelectMany(at => OfferedTests.JourneysAt(at).Where(j => j.IsOffered(at)).Select(j => (At: at, Journey: j))).ToList();
            var after = offered.Select(o => Try(o.Journey, o.At)).ToList();
            var (by, command) = people.Next(state, now);
            var next = Decide(by, command);
            if (next is Verdict.Accepted({ Count: > 0 }, _)) OfferedBefore(by, command);
            if (after.Count > 0 && chance.OneIn(3)) next = chance.Of(after);
            Accept(next);
            now = Times.Later(chance, now, state);
        }
    }

    private Verdict Try(Journey journey, Standpoint at)
    {
        var answers = Filled.In(journey, at, chance);
        PagesHold.Questions(journey, at, answers);
        var actor = at.ActorFor(journey.OnBehalfOf(at)) ?? throw new InvalidOperationException($"{journey.Path}: nobody can send it.");
        var verdict = Decide(actor, journey.ToCommand(at, answers, Naming()));
        // What waits for the board office's word on an act that was disowned is offered all the same: whoever tries learns why it waits.
        if (verdict is Verdict.Refused(var refusals) && at.Standing.Disowned.Any() && refusals.All(r => r.Code == RefusalCode.Frozen)) return verdict;
        Assert.That(verdict, Is.InstanceOf<Verdict.Accepted>(),
            () => $"{journey.Path} offered to {actor}:\n{(verdict as Verdict.Refused)?.Refusals}\n{string.Join('\n', answers.Given)}\n{state}");
        Taken.Add(journey.Path);
        ShownAtItsQuestion(journey, at, answers, actor);
        return verdict;
    }

    /// <summary>Leaves out one text that a page asks for: where the rules miss it as well, they name the question.</summary>
    private void ShownAtItsQuestion(Journey journey, Standpoint at, Answers answers, Actor actor)
    {
        var texts = journey.Screens(at, answers).SelectMany(s => s.Questions).Where(q => q is Prose or Line && !q.Optional).ToList();
        if (texts.Count == 0) return;
        var left = chance.Of(texts).Id;
        answers.Set(left, "");
        if (Decide(actor, journey.ToCommand(at, answers, Naming())) is Verdict.Refused(var refusals))
            Assert.That(refusals.Select(r => r.Field), Is.EqualTo(new[] { left }), journey.Path);
    }

    private void OfferedBefore(Actor by, Command command)
    {
        if (OfferedTests.JourneyFor(command, procedure, state) is not { } path || VisitorOf(by) is not { } visitor) return;
        var at = StandpointOf(visitor);
        // Whom the pages do not let in, the rules may still let act: an officer of a later stage, by the board office's record.
        if (at is { RecordOrNull: not null, Places.Count: 0 }) return;
        Assert.That(PageOffice.Find(path).IsOffered(at), Is.True, () => $"{command} by {by} is accepted, and {path} is not offered\n{state}");
    }

    private Verdict Decide(Actor by, Command command) => Difference.Decide(terms, new Instruction($"request-{++requests}", by, command), now, state);

    private void Accept(Verdict verdict)
    {
        if (verdict is not Verdict.Accepted(var added, var after)) return;
        entries.AddRange(added);
        state = after;
    }

    private Naming Naming() => new($"draft-{++requests}");

    private IEnumerable<Visitor> Everybody() =>
    [
        .. town.Agencies.Select(a => WorkerOf(a.Id)),
        new Visitor(BoardId, "office@example.org", "Olive Office", "office", null, [], true, []),
        .. procedure.Officers.Select(o => OfficerOf(o.Id)),
    ];

    private static Visitor? VisitorOf(Actor actor) => actor switch
    {
        Actor.Worker worker => WorkerOf(worker.Agency),
        Actor.Officeholder { Officer: "board-office" } => new Visitor(BoardId, "office@example.org", "Olive Office", "office", null, [], true, []),
        Actor.Officeholder holder => OfficerOf(holder.Officer),
        _ => null,
    };

    private static Visitor WorkerOf(string agency) => new(BoardId, $"{agency}@example.org", "Ann", "manager", agency, [$"{agency}-here"], false, []);

    private static Visitor OfficerOf(string post) => new(BoardId, $"{post}@example.org", "Otto Officer", post, null, [], false, [post]);

    private Standpoint StandpointOf(Visitor visitor)
    {
        if (state is Difference.NotRaised) return new Standpoint(room, visitor, [], null, now);
        var head = new Head("d-1", BoardId, entries.Count, [], [], null, Card.Of(state, procedure, null, entries));
        var opened = new Opened(head, state, terms);
        return new Standpoint(room, visitor, Admittance.Of(visitor, opened, room, LondonTime.DayOf(now)), new FullRecord(opened, [.. entries]), now);
    }
}
