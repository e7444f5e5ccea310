using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Who came in and who acts.</summary>
internal static class PeopleWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.ContactMissing f => new Said(
                $"Nobody was known who acts for {names.Agency(f.Agency)} at {names.Stage(f.Stage)} ({f.Role}). The people in hand were asked for the name."),
            Fact.ContactNominated f => new Said($"{by} named {f.Contact.Name} ({f.Contact.Role}) to act for {names.Agency(f.Agency)} at {names.Stage(f.Stage)}."),
            Fact.SupporterAdded f => new Said($"{by} named {f.Supporter.Name} ({f.Supporter.Role}) to stand by the worker who raised it."),
            Fact.SupporterRemoved f => new Said(
                $"{by} took {names.Find<Fact.SupporterAdded>(f.Id)?.Supporter.Name ?? "a supporter"} off the supporters.", new Quote("Why", f.Reason)),
            Fact.PartyAdded f => new Said(
                $"{by} brought in {names.Agency(f.Party.Agency)}, {SideWords.Of(f.Party.Side)}.",
                new Quote("Who acts there", names.Holder(f.Rung)), new Quote("Why", f.Reason)),
            Fact.ComplaintNoted f => new Said($"{by} noted that a complaint runs alongside. It stops nothing.", new Quote("Note", f.Note)),
            _ => throw EntryWords.Missing(entry),
        };
    }
}

/// <summary>An agency's part, in words.</summary>
internal static class SideWords
{
    public static string Of(Side side) => side switch
    {
        Side.Raising => "which raised it",
        Side.Responding => "with which it was raised",
        Side.Involved => "also involved",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "not a side"),
    };
}
