using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Walks.BrokenException;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>
/// One difference that random people push about while time moves, held to every promise of the rules after each step. The seed decides
/// everything: the procedure, the town, the days and what is asked.
/// </summary>
internal sealed class Walk
{
    private readonly int seed;
    private readonly Chance chance;
    private readonly Procedure procedure;
    private readonly Town town;
    private readonly Cast cast;
    private readonly People people;
    private readonly List<ClosureDay> closures = [];
    private readonly List<Instruction> remembered = [];
    private readonly Record record;
    private readonly Tally tally = new();

    private Terms terms;
    private Difference state = Difference.Nothing;
    private DateTimeOffset now;
    private int requests;

    public Walk(int seed)
    {
        this.seed = seed;
        chance = new Chance(seed);
        procedure = Boards.ForWalk(seed);
        town = new Town(chance, procedure);
        cast = new Cast(chance, procedure, town);
        people = new People(chance, procedure, town, cast, new Asking(chance, procedure, town));
        record = new Record(procedure);
        terms = new Terms(procedure, Town.Days(procedure, closures), town.Contacts);
        now = Times.Start(chance);
    }

    public Tally Run(int steps)
    {
        for (var step = 1; step <= steps; step++)
        {
            var instruction = Next();
            try
            {
                Take(instruction);
            }
            catch (Exception broken)
            {
                throw new BrokenException($"Walk {seed} on {procedure.Id}, step {step}, {now:ddd yyyy-MM-dd HH:mm zzz}: {broken.Message}\n{instruction}\n{broken.StackTrace}\n{record}");
            }

            now = Times.Later(chance, now, state);
        }

        Unless(Difference.After(record.ReadBack).Equals(state), "the whole record, read back, leads elsewhere");
        tally.Walks++;
        return tally;
    }

    private Instruction Next()
    {
        if (remembered.Count > 0 && chance.OneIn(15)) return chance.Of(remembered);
        var (by, command) = chance.OneIn(8) ? (Actor.Clock, new Command.LetTimePass()) : people.Next(state, now);
        return new Instruction($"request-{++requests}", chance.OneIn(25) ? cast.Anybody() : by, command);
    }

    private void Take(Instruction instruction)
    {
        if (instruction.Command is Command.CountAgain) ChangeTheCalendar();
        var verdict = Difference.Decide(terms, instruction, now, state);
        Unless(Difference.Decide(terms, instruction, now, state).Equals(verdict), "the same instruction was decided in two ways");
        if (verdict is Verdict.Accepted(var entries, var after)) Accept(instruction, entries, after);
        else if (verdict is Verdict.Refused(var refusals)) Refuse(instruction, refusals);
        if (state is Difference.Open open && chance.OneIn(15)) Silence.Hold(terms, open, now, Times.Horizon(chance, now), tally);
    }

    private void Accept(Instruction instruction, ValueList<Entry> entries, Difference after)
    {
        if (remembered.Contains(instruction)) Unless(entries.Count == 0 && after.Equals(state), "asking twice was not asking once");
        record.Append(instruction, entries, now, after);
        state = after;
        tally.Accepted(instruction.Command, entries);
        AskAgain(instruction);
        if (instruction.Command is Command.LetTimePass) Unless(state.NextDueAt is not { } due || due > now, "what was due did not happen");
        else if (instruction.By != Actor.Clock && entries.Any(e => e.By == instruction.By)) remembered.Add(instruction);
        if (state is Difference.Open(var s)) NeverQuiet(s);
    }

    private void Refuse(Instruction instruction, ValueList<Refusal> refusals)
    {
        Unless(!remembered.Contains(instruction), "what was done is refused when it is asked again");
        tally.Refused(refusals);
        Unless(refusals.Count > 0, "refused without a reason");
        Unless(refusals.All(r => Enum.IsDefined(r.Code) && !string.IsNullOrWhiteSpace(r.Sentence)), "a refusal says nothing");
        Unless(record.State.Equals(state), "a refusal changed what is known");
    }

    private void AskAgain(Instruction instruction)
    {
        var again = Difference.Decide(terms, instruction, now, state);
        Unless(again is Verdict.Accepted({ Count: 0 }, var same) && same.Equals(state), $"asking again at once gives {again}");
    }

    private void NeverQuiet(Standing s)
    {
        Unless(state.NextDueAt is not null, "quiet: nothing is due by itself");
        Unless(DutyHolders.Of((Difference.Open)state, procedure) is { Count: > 0 } holders && holders.All(h => h.Title.Length > 0), "quiet: nobody holds a duty");
        Unless(DutyHolders.Until(s) is not null, "quiet: the next act has no time");
        Unless(!record.Doubts.Waiting || (s.Chase is not null && DutyHolders.Of((Difference.Open)state, procedure).Any(h => h.Title == procedure.BoardOfficeTitle)),
            "nobody is reminded of what was disowned");
    }

    private void ChangeTheCalendar()
    {
        closures.Add(new ClosureDay(LondonTime.DayOf(now).AddDays(chance.Below(10)), "Office closed"));
        terms = new Terms(procedure, Town.Days(procedure, closures), town.Contacts);
    }
}
