using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Where the difference came from and where it went.</summary>
internal static class CourseWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.Raised f => Raised(f, by, names),
            Fact.StageEntered f => new Said($"It came to {names.Stage(f.Stage)}.", new Quote("Who acts there", string.Join('\n', f.Rungs.Select(names.Holder)))),
            Fact.Escalated f => new Said($"{by} took it from {names.Stage(f.From)} to {names.Stage(f.To)}.", new Quote("Why", f.Reason)),
            Fact.EscalatedByClock f => new Said(
                $"The time for {names.Stage(f.From)} ended, so it moved to {names.Stage(f.To)} automatically. Nothing was decided by that."),
            Fact.GatePassed f => new Said($"{by} agreed that it can go beyond {names.Stage(f.Stage)}."),
            Fact.ImmediateRiskMarked f => new Said($"{by} said that the adult is at immediate risk.", new Quote("Why", f.Reason)),
            Fact.ImmediateRiskLifted f => new Said($"{by} said that the immediate risk is over.", new Quote("Why", f.Reason)),
            Fact.Withdrawn f => new Said($"{by} withdrew it.", new Quote("Why", f.Reason)),
            Fact.Redirected f => new Said("It belongs elsewhere and does not go on here.", new Quote("Where it belongs", f.GoInstead), new Quote("Why", f.Reason)),
            Fact.Reopened f => new Said($"{by} opened it again, at {names.Stage(f.Stage)}.", new Quote("Why", f.Reason)),
            _ => throw EntryWords.Missing(entry),
        };
    }

    private static Said Raised(Fact.Raised f, string by, RecordNames names)
    {
        var also = AgenciesOf(Side.Involved);
        return new Said(
            $"{by} raised it with {(AgenciesOf(Side.Responding) is { Length: > 0 } agencies ? agencies : "nobody yet")}{(also.Length > 0 ? $"; also involved: {also}" : "")}. "
            + $"The worker who raised it is {f.Raiser.Name} ({f.Raiser.Role}). The concern was first considered at {DateWords.Of(f.Outset)}.",
            new Quote("What was decided or done, and why it seems wrong or unsafe", f.Concern.Summary),
            new Quote("What should happen for the adult", f.Concern.DesiredOutcome),
            new Quote("The adult in the raising agency's own record", f.Concern.AdultReference),
            new Quote("Reason", names.Reason(f.Concern.Reason) ?? ""));

        string AgenciesOf(Side side) => f.Parties.Where(p => p.Side == side).Select(p => p.Agency).ToList() is { Count: > 0 } ids ? names.Agencies(ids) : "";
    }
}
