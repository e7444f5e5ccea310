using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>What walks came across, so that a promise that nothing ever put to the test is found out.</summary>
internal sealed class Tally
{
    private readonly HashSet<Type> commands = [];

    private readonly HashSet<Type> facts = [];

    private readonly HashSet<RefusalCode> refusals = [];

    public IReadOnlySet<Type> Commands => commands;

    public IReadOnlySet<Type> Facts => facts;

    public IReadOnlySet<RefusalCode> Refusals => refusals;

    public Dictionary<Ending, int> Endings { get; } = [];

    public int Walks { get; private set; }

    public int Silences { get; set; }

    public void Accepted(Command command, IEnumerable<Entry> entries)
    {
        commands.Add(command.GetType());
        facts.UnionWith(entries.Select(e => e.Fact.GetType()));
    }

    public void Refused(IEnumerable<Refusal> found) => refusals.UnionWith(found.Select(r => r.Code));

    public void Ended(Difference after)
    {
        Walks++;
        if (after is Difference.Ended(_, var ending, _)) Endings[ending] = Endings.GetValueOrDefault(ending) + 1;
    }

    public void Add(Tally other)
    {
        commands.UnionWith(other.commands);
        facts.UnionWith(other.facts);
        refusals.UnionWith(other.refusals);
        foreach (var (ending, count) in other.Endings) Endings[ending] = Endings.GetValueOrDefault(ending) + count;
        Walks += other.Walks;
        Silences += other.Silences;
    }
}
