using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>"That was not me", and what the board office found.</summary>
internal static class DisowningWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.Disowned f => new Said(
                $"{by} said that what entry {f.Entry} tells was not done by the one in whose name it stands. What rests on it waits for the board office.",
                new Quote("Account", f.Account)),
            Fact.DisowningAnswered { Stands: true } f => new Said($"{by} found that entry {f.Entry} stands. What was held goes on.", new Quote("Why", f.Reason)),
            Fact.DisowningAnswered f => new Said($"{by} found that what entry {f.Entry} tells is void.", new Quote("Why", f.Reason)),
            _ => throw EntryWords.Missing(entry),
        };
    }
}
