using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>The agencies of a made-up town and those who act for them: some rungs empty, some people away, some with a deputy.</summary>
internal sealed class Town
{
    private static readonly DateOnly Long = new(2020, 1, 1);

    public Town(Chance chance, Procedure procedure)
    {
        var sectors = procedure.Sectors.Select(s => s.Id).Append("allotments").ToList();
        Agencies = [.. sectors.SelectMany(s => new[] { new Agency($"{s}-north", "North", s), new Agency($"{s}-south", "South", s) })];
        var bodies = procedure.Sectors.SelectMany(s => s.Ladder).Select(r => r.Body).OfType<string>().Distinct();
        var contacts = Agencies.Select(a => a.Id).Concat(bodies).SelectMany(a => procedure.Stages.SelectMany(s => At(chance, a, s.Id)));
        Contacts = new ContactBook(Agencies, contacts);
    }

    public IReadOnlyList<Agency> Agencies { get; }

    public ContactBook Contacts { get; }

    public static WorkingDays Days(Procedure procedure, IEnumerable<ClosureDay> closures) =>
        new(Nations.TryParse(procedure.WorkingTime.Nation, out var nation) ? nation : default, closures);

    private static IEnumerable<Contact> At(Chance chance, string agency, string stage)
    {
        if (chance.OneIn(4)) yield break;
        var id = $"{agency}-{stage}";
        DateOnly? until = chance.OneIn(8) ? new DateOnly(2026, 3, 1) : null;
        ValueList<Absence> away = chance.OneIn(5) ? [new Absence(new DateOnly(2025, 12, 20), new DateOnly(2026, 4, 20))] : [];
        yield return new Contact(id, agency, stage, Long, until, away, chance.OneIn(2) ? $"{id}-deputy" : null);
        if (chance.OneIn(2)) yield return new Contact($"{id}-deputy", agency, $"{stage}-deputies", Long);
    }
}
