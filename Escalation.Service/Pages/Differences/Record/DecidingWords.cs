using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Meetings, and the way to a decision.</summary>
internal static class DecidingWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.MeetingArranged f => new Said($"{by} arranged a meeting at {DateWords.Of(f.MeetAt)}.",
                new Quote("Where", f.Place), new Quote("What for", f.Purpose), new Quote("Invited", string.Join('\n', f.Invited.Select(names.Anybody)))),
            Fact.MeetingHeld f => new Said($"{by} recorded the meeting that was held at {DateWords.Of(f.HeldAt)}.",
                new Quote("Who was there", string.Join('\n', f.Attended.Select(a => Attended(a, names)))), new Quote("What was said and agreed", f.Record)),
            Fact.UnresolvedReported f when entry.By is Actor.TheService => new Said($"It could not be settled at {names.Stage(f.Stage)} in time."),
            Fact.UnresolvedReported f => new Said($"{by} said that it cannot be settled at {names.Stage(f.Stage)}.", new Quote("Why", f.Reason)),
            Fact.DecidingOpened f => new Said($"The way to a decision opened at {names.Stage(f.Stage)}. Told of it: {names.All(f.Tell)}."),
            Fact.RouteChosen f => new Said($"{by} chose how it is decided: {names.Route(f.Route)}.", new Quote("Why", f.Reason)),
            Fact.PanelFormed f => new Said($"{by} named the members of the panel.",
                new Quote("Members", string.Join('\n', f.Members.Select(m => $"{m.Name}, {m.Post}, {names.Agency(m.Agency)}")))),
            Fact.RepresentationHeard f => new Said($"{by} recorded that {names.Agency(f.Agency)} was heard.", new Quote("What they put forward", f.Summary)),
            Fact.DecisionMade f => Decision(f, by, names),
            _ => throw EntryWords.Missing(entry),
        };
    }

    private static Said Decision(Fact.DecisionMade f, string by, RecordNames names)
    {
        var force = f.Binding ? "It is final and binds every party." : "The parties are asked to confirm or dispute it.";
        return new Said($"{by} recorded the decision ({names.Route(f.Route)}). {force}",
        [
            new Quote("Decision", f.Decision), new Quote("Reasons", f.Reasons), .. ExchangeWords.Actions(f.Actions, names),
            new Quote("What stays open", f.Outstanding), new Quote("Agreed by", string.Join('\n', f.AgreedBy.Select(names.Anybody))),
        ]);
    }

    private static string Attended(Attendance a, RecordNames names) =>
        $"{a.Name}, {names.Agency(a.Agency)}, {(a.DecisionAuthority ? "could decide for their organisation" : "could not decide for their organisation")}";
}
