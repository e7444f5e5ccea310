using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Which facts ask for which notice to whom. What is decided is told to the parties and to the worker who raised it, at every stage.</summary>
public static class NoticeRules
{
    /// <summary>The notices that the entries of one decision ask for, in the order of the entries.</summary>
    /// <param name="entries">The entries of one verdict.</param>
    /// <param name="after">Where they lead.</param>
    public static IReadOnlyList<Notice> For(IReadOnlyList<Entry> entries, Difference after, Procedure procedure)
    {
        if (after.StandingOrNull is not { } s) return [];
        var batch = new Batch(entries, s, procedure);
        return [.. entries.SelectMany(entry => Numbered(entry, s, Asked(entry, batch).Concat(Tells.Asked(entry, batch))))];
    }

    private static IEnumerable<Notice> Numbered(Entry entry, Standing s, IEnumerable<Asking> asked) => asked
        .SelectMany(a => a.To.Select(to => a.Notice(to, entry.Number, s.Stage)))
        .Distinct()
        .Select((notice, place) => notice with { Id = $"{s.Reference}/{entry.Number}/{place + 1}" });

    private static IEnumerable<Asking> Asked(Entry entry, Batch batch) => DisowningNotices.Confirming(entry, Told(entry, batch), batch);

    private static IEnumerable<Asking> Told(Entry entry, Batch batch) => entry.Fact switch
    {
        Fact.Raised => [new(NoticeKind.Raised, ToRaiser(batch.Standing))],
        Fact.StageEntered or Fact.ContactMissing or Fact.ContactNominated or Fact.PartyAdded or Fact.SupporterAdded
            or Fact.SupporterRemoved or Fact.Escalated
            or Fact.EscalatedByClock => StageNotices.Asked(entry, batch),
        Fact.DeadlineSet or Fact.DeadlineMoved or Fact.DeadlinePassed or Fact.Reminded or Fact.Chased or Fact.Flagged or Fact.DutyDone =>
            DeadlineNotices.Asked(entry, batch),
        Fact.FormSigned or Fact.SignaturesVoided or Fact.FormSubmitted => FormNotices.Asked(entry, batch),
        Fact.OutcomeSettled or Fact.Closed or Fact.Withdrawn or Fact.Redirected or Fact.Reopened or Fact.ActionCompleted or Fact.ActionChanged
            or Fact.ActionChased or Fact.LearningPassed => EndNotices.Asked(entry, batch),
        Fact.Disowned or Fact.DisowningAnswered => DisowningNotices.Asked(entry, batch),
        _ => ExchangeNotices.Asked(entry, batch),
    };
}

/// <summary>A notice before it has a number: its kind, whom it goes to and what it is about.</summary>
internal sealed record Asking(NoticeKind Kind, IEnumerable<Recipient> To, string? Deadline = null, DateTimeOffset? DueAt = null, string? Detail = null)
{
    public Notice Notice(Recipient to, int entry, string stage) => new("", Kind, to, entry, stage, Deadline, DueAt, Detail);
}

/// <summary>The entries of one decision and where they led.</summary>
internal sealed record Batch(IReadOnlyList<Entry> Entries, Standing Standing, Procedure Procedure)
{
    /// <summary>Whether the present stage began with this decision: then its first deadlines are told with it.</summary>
    public bool BeganStage => Began(Standing.Stage);

    /// <summary>Whether people had been told of a stage before this decision, which may have passed through it.</summary>
    public bool WasToldOf(string stage) => Standing.StagesVisited.Contains(stage) && !Began(stage);

    private bool Began(string stage) => Entries.Any(e => e.Fact is Fact.StageEntered entered && entered.Stage == stage);
}
