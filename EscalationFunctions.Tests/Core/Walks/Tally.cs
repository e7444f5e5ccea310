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

    /// <summary>How many differences closed; one that was opened again can close again.</summary>
    public int Closings { get; private set; }

    public int Walks { get; set; }

    public int Silences { get; set; }

    public void Accepted(Command command, IEnumerable<Entry> entries)
    {
        commands.Add(command.GetType());
        facts.UnionWith(entries.Select(e => e.Fact.GetType()));
        Closings += entries.Count(e => e.Fact is Fact.Closed);
    }

    public void Refused(IEnumerable<Refusal> found) => refusals.UnionWith(found.Select(r => r.Code));

    public void Add(Tally other)
    {
        commands.UnionWith(other.commands);
        facts.UnionWith(other.facts);
        refusals.UnionWith(other.refusals);
        Closings += other.Closings;
        Walks += other.Walks;
        Silences += other.Silences;
    }
}
