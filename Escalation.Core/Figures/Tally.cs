using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Core.Figures;

/// <summary>
/// What entries of a record add to the figures. Each counts for its London day, so that the figures of a period are a plain sum over its
/// days, and a decision costs what it changed however many differences there are. Counting a whole record at once comes to the same as
/// counting it decision by decision.
/// </summary>
public static class Tally
{
    /// <param name="before">How the difference stood before the entries; nothing, for a whole record.</param>
    /// <param name="terms">What the difference is decided under; working days are those that its board has now.</param>
    public static IReadOnlyList<Count> Of(Difference before, IReadOnlyList<Entry> entries, Terms terms)
    {
        // Most decisions move nothing that is counted: then nothing is folded a second time.
        if (!entries.Any(e => Counts(e.Fact))) return [];
        var (counts, state) = (new List<Count>(), before);
        foreach (var entry in entries)
        {
            var after = Difference.Evolve(entry, state);
            if (Counts(entry.Fact)) Add(new Counting(entry, state, after, terms, counts));
            state = after;
        }

        return counts;
    }

    private static bool Counts(Fact fact) => fact is Fact.Raised or Fact.PartyAdded or Fact.ImmediateRiskMarked or Fact.StageEntered
        or Fact.Escalated or Fact.EscalatedByClock or Fact.Closed or Fact.Withdrawn or Fact.Redirected or Fact.Reopened
        or Fact.TimescaleAgreed or Fact.FormSubmitted or Fact.FeedbackGiven or Fact.LearningPassed or Fact.DebriefRecorded
        or Fact.Flagged or Fact.ContactMissing
        or Fact.OutcomeSettled or Fact.ActionChanged or Fact.ActionCompleted or Fact.DisowningAnswered { Stands: false };

    private static void Add(Counting c)
    {
        switch (c.Fact)
        {
            case Fact.Raised fact: Raising(fact, c); break;
            case Fact.PartyAdded fact: Party(fact.Party, c); break;
            case Fact.ImmediateRiskMarked: c.Add(c.IsScreening ? Measure.RaisedAtRisk : Measure.RiskMarked); break;
            case Fact.StageEntered fact when c.IsScreening: c.Add(Measure.BeganAt, fact.Stage); break;
            case Fact.Escalated fact when !c.IsScreening: c.Add(Measure.ByPeople, fact.From); break;
            case Fact.EscalatedByClock fact: ByClock(fact, c); break;
            case Fact.Closed or Fact.Withdrawn or Fact.Redirected: EndCounts.Add(c); break;
            case Fact.Reopened: EndCounts.Reopen(c); break;
            case Fact.TimescaleAgreed fact: Time(fact, c); break;
            case Fact.FormSubmitted fact: c.Add(Measure.FormSubmitted, fact.Form); break;
            case Fact.FeedbackGiven fact: c.Add(Measure.Effectiveness, KeyOf(fact.Effectiveness)); break;
            case Fact.LearningPassed: Learning(c); break;
            case Fact.DebriefRecorded fact: c.Add(Measure.Debrief, KebabCase.Of(fact.Step)); break;
            case Fact.Flagged fact: c.Add(Measure.Flagged, KebabCase.Of(fact.For)); break;
            case Fact.ContactMissing: c.Add(Measure.Flagged, Keys.NoContact); break;
        }

        ActionCounts.Add(c);
    }

    private static void Raising(Fact.Raised fact, Counting c)
    {
        c.Add(Measure.Raised);
        c.Add(Measure.Open);
        c.Add(Measure.RaisedFor, fact.Concern.Reason ?? Keys.None);
        foreach (var party in fact.Parties) Party(party, c);
    }

    private static void Party(Party party, Counting c) => c.Add(party.Side switch
    {
        Side.Raising => Measure.RaisedBy,
        Side.Responding => Measure.RespondedBy,
        Side.Involved => Measure.InvolvedBy,
        _ => throw new InvalidOperationException($"No measure for {party.Side}."),
    }, Keys.Of(party.Sector, party.Agency));

    private static void ByClock(Fact.EscalatedByClock fact, Counting c)
    {
        c.Add(Measure.ByClock, fact.From);
        if (!c.Before.TakenFurtherByClock) c.Add(Measure.FirstByClock);
    }

    private static void Time(Fact.TimescaleAgreed fact, Counting c)
    {
        var deadline = c.Before.FindDeadline(c.Before.FindTimescale(fact.Id)!.Deadline);
        c.Add(Measure.TimeAgreed, deadline?.DueAt is null ? Keys.FirstDate : Keys.Extension);
    }

    private static void Learning(Counting c)
    {
        c.Add(Measure.LearningFor, c.Before.Concern.Reason ?? Keys.None);
        c.Add(Measure.LearningFrom, c.Before.Parties.First(p => p.Side == Side.Raising).Sector);
    }

    internal static string KeyOf(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One entry that is being counted, between how it stood before and after it.</summary>
internal sealed class Counting(Entry entry, Difference before, Difference after, Terms terms, List<Count> counts)
{
    public Fact Fact => entry.Fact;

    public DateTimeOffset At => entry.At;

    public DateOnly Day { get; } = LondonTime.DayOf(entry.At);

    public Terms Terms => terms;

    /// <summary>How it stood; what is raised stands as it was raised.</summary>
    public Standing Before => before.StandingOrNull ?? After;

    public Standing After => after.StandingOrNull!;

    /// <summary>It has been raised and no stage has begun: what is told then belongs to the raising.</summary>
    public bool IsScreening => Before.Stage.Length == 0;

    /// <summary>The actions that were agreed before; none where it was raised by this.</summary>
    public ValueList<AgreedAction> ActionsBefore => before.StandingOrNull?.Actions ?? [];

    public void Add(Measure measure, string key = "", int number = 1, DateOnly? day = null) => counts.Add(new Count(day ?? Day, measure, key, number));
}
