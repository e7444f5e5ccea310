using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Requests for time and what was answered to them.</summary>
internal static class TimescaleWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.TimescaleProposed f => new Said(
                $"{by} asked for time until {DateWords.Of(f.Until)} to {names.Asked(f.Stage, f.Deadline)}.", new Quote("Why", f.Reason)),
            Fact.TimescaleAgreed f => new Said($"{by} agreed to the time that was asked for{Until(f.Id, names)}.{Adds(f.Extended)}"),
            Fact.TimescaleDeclined f => new Said($"{by} did not agree to the time that was asked for{Until(f.Id, names)}.", new Quote("Why", f.Reason)),
            _ => throw EntryWords.Missing(entry),
        };
    }

    private static string Until(string id, RecordNames names) =>
        names.Find<Fact.TimescaleProposed>(id) is { } asked ? $", until {DateWords.Of(asked.Until)} to {names.Asked(asked.Stage, asked.Deadline)}" : "";

    private static string Adds(int extended) => extended > 0 ? $" That adds {new Allowance.WorkingDays(extended)}." : "";
}
