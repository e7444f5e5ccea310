using Escalation.Core;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>One stage of a made-up procedure.</summary>
internal sealed class MadeUpStage(Chance chance, ValueList<string> ids, int rank, ValueList<Form> forms, bool cumulative)
{
    private static readonly IReadOnlyList<Happening> AlwaysPossible =
    [
        Happening.ImmediateRiskMarked, Happening.Acknowledged, Happening.Responded, Happening.DiscussionHeld, Happening.OutcomeProposed,
        Happening.OutcomeDisputed, Happening.OutcomeSettled, Happening.EveryoneTold, Happening.TimescaleAgreed, Happening.DutyDone,
        Happening.UnresolvedReported,
    ];

    private readonly bool meets = chance.OneIn(3);
    private readonly bool decides = chance.Percent(rank == ids.Count - 1 ? 75 : 25);
    private readonly List<Form> used = chance.Some(forms, 70);

    private bool IsLast => rank == ids.Count - 1;

    public Stage Draw() => new(ids[rank], $"Stage {ids[rank]}", rank < 2 ? Band.Informal : Band.Formal)
    {
        Optional = rank > 0 && !IsLast && chance.OneIn(6),
        LeadsTo = LeadsTo(),
        Steps = [.. Enumerable.Range(0, chance.Below(3)).Select(i => new Step($"step-{i}", $"Step {i}", chance.OneIn(2)))],
        Gate = rank > 0 && chance.OneIn(4) ? new Gate(chance.Of(Who.RaisingAgency, Who.RespondingAgency, MadeUp.Officer(chance), Who.BoardOffice)) : null,
        Deadlines = Deadlines(),
        Chase = chance.OneIn(3) ? new Chase(MadeUp.Every(chance), MadeUp.Holder(chance), chance.Below(3)) : null,
        Forms = [.. used.Select(f => new StageForm(f.Id, MadeUp.Holder(chance), chance.Of(Enum.GetValues<FormNeeded>())))],
        Meeting = meets ? new Meeting(MadeUp.Officer(chance), DecisionAuthority: chance.OneIn(2)) : null,
        Deciding = decides ? Deciding() : null,
        NotFor = chance.OneIn(4) ? ["complaint"] : [],
    };

    private ValueList<string>? LeadsTo()
    {
        if (chance.Percent(75)) return null;
        var above = ids.Skip(rank + 1).ToList();
        return above.Count == 0 ? [] : [above[0], .. chance.Some(above.Skip(1))];
    }

    private ValueList<DeadlineRule> Deadlines()
    {
        var rules = new List<DeadlineRule>();
        var count = chance.Below(5);
        for (var i = 0; i < count; i++) rules.Add(Rule($"d{i}", rules));
        return [.. rules];
    }

    private DeadlineRule Rule(string id, List<DeadlineRule> before)
    {
        var from = From(before);
        var within = Within(from);
        return new DeadlineRule(id, chance.Of(Kinds()), MadeUp.Holder(chance), within, from, Expiry(within))
        {
            WhenAtRisk = chance.OneIn(4) ? chance.Of<Allowance>(new Allowance.SameWorkingDay(), new Allowance.WorkingDays(1), new Allowance.ElapsedHours(4)) : null,
        };
    }

    /// <summary>What people can keep a promise by at this stage; now and then anything, so that the check has something to refuse.</summary>
    private List<DeadlineKind> Kinds() => [.. Enum.GetValues<DeadlineKind>().Where(kind => chance.OneIn(20) || kind switch
    {
        DeadlineKind.Convene => meets,
        DeadlineKind.Decide => decides,
        DeadlineKind.SubmitForm => used.Count > 0,
        _ => true,
    })];

    private List<Happening> Events() =>
    [
        .. AlwaysPossible,
        .. meets ? new[] { Happening.MeetingArranged, Happening.MeetingHeld } : [],
        .. decides ? new[] { Happening.RouteChosen, Happening.RepresentationHeard, Happening.DecisionMade } : [],
        .. used.Count > 0 ? new[] { Happening.FormSubmitted } : [],
        .. chance.OneIn(20) ? new[] { Happening.GatePassed, Happening.PanelFormed } : [],
    ];

    private OnExpiry Expiry(Allowance within) => within is Allowance.WithoutDelay
        ? OnExpiry.Remind
        : chance.Of(IsLast ? OnExpiry.Flag : OnExpiry.Escalate, OnExpiry.Remind, OnExpiry.Flag);

    private CountsFrom From(List<DeadlineRule> before)
    {
        if (cumulative) return new(chance.Of(Happening.Outset, Happening.Raised));
        return chance.Below(10) switch
        {
            < 4 => new(Happening.StageEntered),
            < 6 => new(chance.Of(Happening.Outset, Happening.Raised)),
            < 8 when before.Count > 0 => CountsFrom.Parse($"met:{chance.Of(before).Id}"),
            _ => new(chance.Of(Events())),
        };
    }

    private Allowance Within(CountsFrom from)
    {
        var most = from.Cumulative ? (rank + 1) * 4 : 6;
        var least = from.Cumulative ? (rank * 4) + 1 : 1;
        if (cumulative) return new Allowance.WorkingDays(chance.Between(least, most));
        return chance.Below(9) switch
        {
            0 => new Allowance.Hours(chance.Between(1, 4) * 24),
            1 => new Allowance.ElapsedHours(chance.Between(1, 100)),
            2 => new Allowance.CalendarDays(chance.Between(least, most * 2)),
            3 => new Allowance.WorkingWeeks(chance.Between(1, 3)),
            4 => new Allowance.SameWorkingDay(),
            5 => new Allowance.AsAgreed(),
            6 => new Allowance.WithoutDelay(),
            _ => new Allowance.WorkingDays(chance.Between(least, most)),
        };
    }

    private Deciding Deciding()
    {
        List<Route> routes =
        [
            new("mediation", "Mediation", MadeUp.Officer(chance), chance.OneIn(2), DecidedBy(), PartiesHeard: chance.OneIn(2)),
            new("panel", "Panel", chance.Of(Who.BoardOffice, MadeUp.Officer(chance)), chance.Percent(70), DecidedBy(),
                Composition(chance.OneIn(2)), chance.OneIn(2)),
        ];
        var chosen = chance.Of<IReadOnlyList<Route>>(routes, [routes[0]], [routes[1]]);
        return new Deciding([.. chosen], chosen.Count > 1 || chance.OneIn(2) ? chance.Of(Who.BoardOffice, MadeUp.Officer(chance)) : null,
            chance.Of<Opens?>(null, Opens.AtOnce, Opens.WhenUnresolved));
    }

    private Composition Composition(bool included) => new(chance.Between(2, 3))
    {
        PartiesIncluded = included,
        PartiesExcluded = !included && chance.OneIn(3),
        Pool = chance.OneIn(2) ? [] : ["nurse", "director"],
    };

    private DecidedBy DecidedBy() => chance.Of(Enum.GetValues<DecidedBy>());
}
