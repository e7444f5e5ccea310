using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>The small things that commands are made of: texts that are now and then blank, ids that are now and then unknown.</summary>
internal sealed class Asking(Chance chance, Procedure procedure, Town town)
{
    private int ids;

    public string Text() => chance.OneIn(40) ? chance.Of("", "  ") : "said in so many words";

    public string NewId(string what) => chance.OneIn(50) ? $"{what}-1" : $"{what}-{++ids}";

    /// <summary>One that is known, if any is; now and then one that nobody knows.</summary>
    public string Id(IEnumerable<string> known) => known.ToList() is { Count: > 0 } some && !chance.OneIn(25) ? chance.Of(some) : "nothing-of-the-kind";

    public string Agency() => Id(town.Agencies.Select(a => a.Id));

    public string Stage() => Id(procedure.Stages.Select(s => s.Id));

    public Person Somebody() => new(Text(), "manager", chance.OneIn(20) ? null : "somebody@example.org");

    /// <summary>A day a little ahead; now and then one that passed, or that no calendar knows.</summary>
    public DateOnly DayAfter(DateTimeOffset from) => chance.Below(30) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        2 => LondonTime.DayOf(from).AddDays(-3),
        _ => LondonTime.DayOf(from).AddDays(chance.Between(0, 14)),
    };

    public DateTimeOffset InstantBefore(DateTimeOffset now) => chance.Below(40) switch
    {
        0 => DateTimeOffset.MinValue,
        1 => DateTimeOffset.MaxValue,
        2 => now.AddDays(2),
        < 16 => now,
        _ => now.AddMinutes(-chance.Below(6 * 24 * 60)),
    };

    public ValueList<ActionAgreed> Actions(Standing s, DateTimeOffset now) => [.. Enumerable.Range(0, chance.Below(3)).Select(_ => Action(s, now))];

    public ValueList<string> Affirmed() =>
        chance.OneIn(30) ? [] : [.. procedure.Closing.Statements.Select(statement => statement.Id)];

    public ValueList<string> Agreed(Standing s) => chance.OneIn(10) ? [] : [.. s.Parties.Select(p => p.Agency), .. s.Deciding!.Panel.Select(m => m.Agency)];

    public ValueList<Attendance> Attended(Standing s) =>
        [.. chance.Some(s.Parties, 85).Select(p => new Attendance(p.Agency, "Alex", !chance.OneIn(6)))];

    public ValueList<PanelMember> Panel(Standing s, Composition composition)
    {
        var agencies = s.Parties.Select(p => p.Agency).Concat(chance.OneIn(3) ? [] : town.Agencies.Select(a => a.Id).Take(3)).Distinct();
        return [.. agencies.Select(a => new PanelMember("Pat", composition.Pool.Count > 0 && !chance.OneIn(30) ? chance.Of(composition.Pool) : "nurse", a))];
    }

    public ValueList<FieldEntry> Entries(Form form) => chance.OneIn(20)
        ? [new FieldEntry("no-such-field", "x"), new FieldEntry(form.Fields[0].Id, "neither\none nor other")]
        : [.. chance.Some(form.Fields.Where(f => f.Kind is not (FieldKind.StageOfResolution or FieldKind.DaysTaken)), 92)
            .Select(f => new FieldEntry(f.Id, Entry(f)))];

    private ActionAgreed Action(Standing s, DateTimeOffset now) =>
        new(NewId("action"), Text(), Id(s.Parties.Select(p => p.Agency)), "Sam", DayAfter(now));

    private string Entry(Field field) => field.Kind switch
    {
        FieldKind.Date => "2026-04-01",
        FieldKind.Number => $"{chance.Below(3)}",
        FieldKind.YesNo => chance.Of("yes", "no"),
        FieldKind.Choice => chance.Of(field.Choices!),
        _ => chance.Of("this", "that", "this"),
    };
}
