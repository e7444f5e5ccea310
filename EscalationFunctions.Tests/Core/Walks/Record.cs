using System.Text;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Walks.BrokenException;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>The record of a walk as a store would keep it, and what must hold of every line that joins it.</summary>
internal sealed class Record(Procedure procedure)
{
    private readonly List<Entry> entries = [];
    private readonly List<Entry> readBack = [];
    private readonly HashSet<(int Visit, string Stage, string Deadline)> set = [];
    private readonly HashSet<(int Visit, string Stage, string Deadline)> passed = [];
    private readonly HashSet<(int Visit, string Stage, string Deadline)> over = [];
    private int visit;
    private int runs;
    private int rank = -1;

    public IReadOnlyList<Entry> ReadBack => readBack;

    public Difference State { get; private set; } = Difference.Nothing;

    public Doubts Doubts { get; } = new();

    public void Append(Instruction instruction, ValueList<Entry> more, DateTimeOffset now, Difference after)
    {
        var byPeople = false;
        foreach (var entry in more)
        {
            Unless(entry.Number == entries.Count + 1, "entries are not numbered without gaps");
            Unless(entry.At == now && (entries.Count == 0 || entry.At >= entries[^1].At), "time goes back in the record");
            Unless(entry.Request == instruction.Request && (entry.By == instruction.By || entry.By == Actor.Clock), "an entry is somebody else's");
            byPeople |= entry.By == instruction.By && instruction.Command is not Command.LetTimePass;
            Unless(byPeople || entry.Fact is not (Fact.OutcomeSettled or Fact.Closed), "the clock finalised it");
            var read = FactJson.Read(FactJson.Write(entry));
            Unless(read.Equals(entry), $"reads back as another: {FactJson.Write(entry)}");
            Note(entry);
            entries.Add(entry);
            readBack.Add(read);
            State = Difference.Evolve(read, State);
            if (entry.Fact is Fact.DisowningAnswered or Fact.DeadlineRestored) Forget();
        }

        Unless(State.Equals(after), "the record leads elsewhere than the decision");
    }

    public override string ToString() => string.Join('\n', entries.TakeLast(25).Select(Line));

    private void Note(Entry entry)
    {
        switch (entry.Fact)
        {
            case Fact.StageEntered fact: Enter(procedure.RankOf(fact.Stage)); break;
            case Fact.Reopened: (rank, runs) = (-1, runs + 1); break;
            case Fact.DeadlineSet fact: Promises.Explained(fact); Unless(set.Add(Visit(fact.Stage, fact.Deadline)), "a deadline was set twice"); break;
            case Fact.DeadlineMoved fact: Promises.Explained(fact); Unless(IsPending(fact.Stage, fact.Deadline), "a deadline moved that was over"); break;
            case Fact.DeadlinePassed fact: Promises.InTime(fact, entry); Pass(fact.Stage, fact.Deadline); break;
            case Fact.DeadlineDropped fact: End(fact.Stage, fact.Deadline); break;
            case Fact.DeadlineMet fact: End(fact.Stage, fact.Deadline); break;
            case Fact.Reminded fact: Unless(IsPending(fact.Stage, fact.Deadline), "reminded of a deadline that was over"); break;
            case Fact.ChaseSet fact: Promises.Explained(fact); break;
            case Fact.DeadlineRestored fact: Unless(over.Remove(Visit(fact.Stage, fact.Deadline)), "a deadline was restored that was not over"); break;
            case Fact.Disowned fact: Doubts.Raise(fact, entry, entries); break;
            case Fact.DisowningAnswered fact: Doubts.Answer(fact, entry); break;
            case Fact.OutcomeConfirmed fact: Unless(!Doubts.IsOpen(entries, e => Doubts.IsOf(fact.Proposal, e)), "confirmed while it was disowned"); break;
            case Fact.OutcomeSettled fact: Promises.Settled(fact, entries, Doubts, procedure, State.StandingOrNull!); break;
            case Fact.TimescaleAgreed fact: Promises.BothSides(fact, entry, entries, State.StandingOrNull!); break;
            case Fact.DutyDone fact: Promises.Duty(fact, State.StandingOrNull!); break;
            case Fact.FormSubmitted fact: Promises.Signed(fact, entries, Doubts, procedure, State.StandingOrNull!); break;
            case Fact.Closed: Promises.Closed(entries, Doubts, procedure, State.StandingOrNull!); break;
            default: break;
        }
    }

    /// <summary>What began with something that is void can begin again.</summary>
    private void Forget()
    {
        foreach (var gone in set.Where(d => d.Stage.Length > 0 && d.Visit == visit && State.StandingOrNull!.FindDeadline(d.Deadline) is null).ToList())
        {
            set.Remove(gone);
            passed.Remove(gone);
            over.Remove(gone);
        }
    }

    private void Enter(int entered)
    {
        Unless(entered > rank, "it went back to a lower stage");
        (rank, visit) = (entered, visit + 1);
    }

    /// <summary>A deadline passes at most once in a visit to its stage, and a cap once until the difference is opened again.</summary>
    private void Pass(string stage, string deadline)
    {
        Unless(IsPending(stage, deadline), "a deadline passed that was over");
        passed.Add(Visit(stage, deadline));
    }

    /// <summary>Met or dropped once, be it late.</summary>
    private void End(string stage, string deadline)
    {
        Unless(set.Contains(Visit(stage, deadline)), "a deadline was over that was never set");
        Unless(over.Add(Visit(stage, deadline)), "a deadline was over twice");
    }

    private bool IsPending(string stage, string deadline) =>
        Visit(stage, deadline) is var it && set.Contains(it) && !passed.Contains(it) && !over.Contains(it);

    private (int, string, string) Visit(string stage, string deadline) => (stage.Length == 0 ? runs : visit, stage, deadline);

    private static string Line(Entry entry)
    {
        var line = new StringBuilder($"  {entry.Number,3} {entry.At:MM-dd HH:mm:ss} ").Append(entry.By is Actor.Worker w ? w.Agency : entry.By.ToString());
        return line.Append("  ").Append(entry.Fact).ToString();
    }
}
