using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>How a difference comes to be raised in a walk.</summary>
internal static class Raisings
{
    public static (Actor By, Command Command) Draw(Chance chance, Procedure procedure, Town town, Cast cast, Asking asking, DateTimeOffset now)
    {
        var raising = chance.Of(town.Agencies).Id;
        var others = town.Agencies.Select(a => a.Id).Where(a => a != raising || chance.OneIn(60)).ToList();
        var responding = new[] { chance.Of(others) }.Concat(chance.OneIn(4) ? [chance.Of(others)] : []).Distinct().ToList();
        var involved = chance.OneIn(4) ? [chance.Of(others)] : new List<string>();
        var risk = chance.OneIn(6) ? asking.Text() : null;
        var start = chance.OneIn(risk is null ? 12 : 2) ? asking.Stage() : null;
        var concern = new Concern(
            "record 7", asking.Text(), asking.Text(), chance.OneIn(2) ? asking.Id(procedure.Reasons.Select(r => r.Id)) : null);
        var screening = chance.OneIn(6) ? [asking.Id(procedure.Screening.Where(q => q.Alongside || chance.OneIn(4)).Select(q => q.Id))] : new List<string>();
        var raise = new Command.Raise(
            asking.Text(), concern, chance.OneIn(60) ? [] : [.. responding], [.. involved], asking.InstantBefore(now), new Person("Robin Raiser", "practitioner"), [.. screening],
            risk, start, start is null ? null : asking.Text());
        return (chance.OneIn(30) ? cast.Anybody() : cast.Of(raising), raise);
    }
}
