using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Differences;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>Who is told what in a story, in short: "riverside-care@2" (its people at stage 2), "raiser", "supporter sam", "board-office".</summary>
internal static class Telling
{
    /// <summary>What the latest step asks for.</summary>
    public static IReadOnlyList<Notice> Notices(this Story story) =>
        NoticeRules.For([.. story.Record.TakeLast(story.Latest.Count)], story.State, story.Terms.Procedure);

    /// <summary>What the whole story asks for, decision by decision; under another procedure than its own, if one is given.</summary>
    public static IReadOnlyList<Notice> AllNotices(this Story story, Procedure? procedure = null) =>
        AllNotices(story.Record, procedure ?? story.Terms.Procedure);

    public static IReadOnlyList<Notice> AllNotices(IReadOnlyList<Entry> record, Procedure procedure) =>
        [.. Decisions(record).SelectMany(decision => NoticeRules.For(decision.Entries, decision.After, procedure))];

    public static IEnumerable<(IReadOnlyList<Entry> Entries, Difference After)> Decisions(IReadOnlyList<Entry> record)
    {
        var state = Difference.Nothing;
        foreach (var decision in record.GroupBy(e => e.Request))
        {
            state = decision.Aggregate(state, (before, entry) => Difference.Evolve(entry, before));
            yield return ([.. decision], state);
        }
    }

    /// <summary>Exactly these are told this by the latest step, in whatever order.</summary>
    public static Story ThenTold(this Story story, NoticeKind kind, params string[] to)
    {
        Assert.That(story.Notices().Where(n => n.Kind == kind).Select(n => InShort(n.To)), Is.EquivalentTo(to), $"{kind}");
        return story;
    }

    public static Story ThenNobodyIsTold(this Story story, NoticeKind kind) => story.ThenTold(kind);

    public static Notice TheNotice(this Story story, NoticeKind kind, string to) =>
        story.Notices().Single(n => n.Kind == kind && InShort(n.To) == to);

    public static string InShort(Recipient to) => to switch
    {
        Recipient.Rung(var agency, var stage) => $"{agency}@{stage}",
        Recipient.TheRaiser => "raiser",
        Recipient.Supporter(var id) => $"supporter {id}",
        Recipient.Officer(var id) => id,
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "nobody"),
    };
}
