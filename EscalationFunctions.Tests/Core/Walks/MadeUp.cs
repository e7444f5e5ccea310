using Escalation.Core;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>
/// Procedures that nobody wrote: every unit, base, kind and consequence in combinations that no policy officer has thought of yet.
/// Whatever <see cref="ProcedureCheck"/> accepts must run.
/// </summary>
internal static class MadeUp
{
    public const int MostTries = 400;

    public static Procedure From(int seed)
    {
        var chance = new Chance(seed);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var procedure = Draw(chance, seed);
            if (ProcedureCheck.Check(procedure).Count == 0) return procedure;
        }

        throw new InvalidOperationException($"No sound procedure in {MostTries} tries from seed {seed}.");
    }

    private static Procedure Draw(Chance chance, int seed)
    {
        var count = chance.Between(3, 6);
        var ids = Enumerable.Range(1, count).Select(i => $"{i}").ToValueList();
        // A third count everything from the outset, so that a late clock can be held to a prompt one right to the end.
        var cumulative = chance.OneIn(3);
        var forms = MadeUpForms.Draw(chance);
        var time = Time(chance);
        var stages = Enumerable.Range(0, count).Select(i => new MadeUpStage(chance, ids, i, forms, cumulative).Draw()).ToValueList();
        return new Procedure($"made-up-{seed}", "1", "Made up", "Board of nowhere", time, Sectors(chance, ids), stages, Closing(chance))
        {
            Officers = [new("manager", "Board manager"), new("chair", "Independent chair"), new("partners", "Partners", ["Council", "Police"])],
            Reasons = [new("thresholds", "Thresholds")],
            Screening =
            [
                new("complaint", "Is it a complaint?", "The complaints procedure.", Alongside: true),
                new("conduct", "Is it about conduct?", "The allegations procedure."),
            ],
            Starting = Starting(chance, ids),
            Caps = Caps(chance, ids),
            Chase = new Chase(Every(chance), chance.OneIn(2) ? null : Holder(chance), chance.Below(3)),
            RemindAt = chance.OneIn(2) ? time.CloseOfDay.AddHours(-chance.Between(1, 9)) is var at && at < time.CloseOfDay ? at : null : null,
            Forms = forms,
            AfterClosing = new AfterClosing(Every(chance)),
        };
    }

    public static Who Holder(Chance chance) => chance.Of(
        Who.RaisingAgency, Who.RespondingAgency, Who.RespondingAgency, Who.EveryParty, Who.EveryParty, Who.Raiser, Who.BoardOffice, Officer(chance));

    public static Who Officer(Chance chance) => new(chance.Of("manager", "chair", "partners"));

    public static Allowance Every(Chance chance) => chance.Of<Allowance>(
        new Allowance.WorkingDays(chance.Between(1, 5)), new Allowance.WorkingWeeks(1), new Allowance.CalendarDays(chance.Between(1, 10)));

    private static WorkingTime Time(Chance chance)
    {
        var close = chance.Of(new TimeOnly(17, 0), new TimeOnly(16, 30), new TimeOnly(23, 59), new TimeOnly(1, 30));
        TimeOnly? nextDay = chance.OneIn(2) ? null : chance.OneIn(2) ? close : close.AddMinutes(-60);
        return new WorkingTime(chance.Of("england-and-wales", "scotland", "northern-ireland"), close, nextDay, chance.OneIn(3),
            chance.Of(HoursAre.Elapsed, HoursAre.WorkingDays));
    }

    private static ValueList<Sector> Sectors(Chance chance, ValueList<string> stages) =>
    [
        .. new[] { "council", "health", "police", "voluntary" }.Take(chance.Between(2, 4)).Select((id, i) =>
        {
            Who? fallback = chance.OneIn(2) ? chance.Of(Who.BoardOffice, Officer(chance)) : null;
            var rungs = fallback is null ? [.. stages] : chance.Some(stages);
            return new Sector(id, id, [.. rungs.Select(stage => Rung(chance, stage))], AnyOther: i == 0 && chance.OneIn(2), fallback);
        }),
    ];

    private static Rung Rung(Chance chance, string stage) => chance.Below(6) switch
    {
        0 => new Rung(stage, $"Lead {stage}", HeldBy: HeldBy.OutsideBody, Body: "outside-body"),
        1 => new Rung(stage, $"Lead {stage}", HeldBy: HeldBy.ProxyAgency, Body: "proxy-agency"),
        _ => new Rung(stage, $"Lead {stage}", ["Duty worker"]),
    };

    private static Starting Starting(Chance chance, ValueList<string> stages) => new(
        chance.OneIn(2) ? null : [.. stages.Take(chance.Between(1, 2))],
        chance.OneIn(2) ? null : [.. stages.Skip(1)],
        chance.Of(Jumping.Never, Jumping.AtImmediateRisk, Jumping.Always));

    private static ValueList<Cap> Caps(Chance chance, ValueList<string> stages)
    {
        var caps = new List<Cap>();
        if (chance.OneIn(2)) caps.Add(new Cap("settled", Allowed(chance, 20, 60), From: From(chance)));
        if (chance.OneIn(2))
            caps.Add(new Cap("reach", Allowed(chance, 3, 30), stages[^1], From(chance), chance.Of(OnExpiry.Escalate, OnExpiry.Flag, OnExpiry.Remind)));
        return [.. caps];
    }

    private static CountsFrom From(Chance chance) => new(chance.Of(Happening.Outset, Happening.Raised));

    private static Allowance Allowed(Chance chance, int least, int most) => chance.OneIn(2)
        ? new Allowance.WorkingDays(chance.Between(least, most))
        : new Allowance.CalendarDays(chance.Between(least, most));

    private static Closing Closing(Chance chance) => new(
        chance.Of(ConfirmedBy.BothSides, ConfirmedBy.EveryParty), chance.OneIn(2) ? null : [new Statement("informed", "We knew what we needed to know.")]);
}
