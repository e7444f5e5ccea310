using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>Where a professional difference stands: the fold of its record, holding only what is true.</summary>
public abstract partial record Difference
{
    private Difference()
    {
    }

    public static readonly Difference Nothing = new NotRaised();

    /// <summary>There is no record yet.</summary>
    public sealed record NotRaised : Difference;

    /// <summary>Waiting for people, or for its outcome to reach everybody.</summary>
    public sealed record Open(Standing Standing) : Difference;

    /// <summary>Nothing is waited for but the follow-up of its actions. The board office can open it again.</summary>
    public sealed record Ended(Standing Standing, Ending Ending, DateTimeOffset At) : Difference;

    /// <summary>Number of the last entry of the record; 0 before the first.</summary>
    public int Version => StandingOrNull?.Version ?? 0;

    public Standing? StandingOrNull => this switch
    {
        NotRaised => null,
        Open(var standing) => standing,
        Ended(var standing, _, _) => standing,
        _ => throw new InvalidOperationException($"No such state: {GetType().Name}."),
    };
}

public enum Ending { Closed, Withdrawn, Redirected }

/// <summary>All that is known of a difference that was raised.</summary>
/// <param name="RunsFrom">What cumulative deadlines count from: the outset, or the reopening.</param>
public sealed record Standing(
    int Version,
    string Reference,
    Concern Concern,
    Person Raiser,
    DateTimeOffset Outset,
    DateTimeOffset RunsFrom,
    DateTimeOffset RaisedAt,
    ValueList<Party> Parties,
    ValueList<string> Requests)
{
    public DateTimeOffset LastEntryAt { get; init; } = RaisedAt;

    public string Stage { get; init; } = "";

    public DateTimeOffset StageEnteredAt { get; init; }

    /// <summary>Ids of the stages in the order in which they were entered.</summary>
    public ValueList<string> StagesVisited { get; init; } = [];

    public ValueList<RungHolder> Rungs { get; init; } = [];

    public ValueList<Fact.ContactNominated> Nominations { get; init; } = [];

    /// <summary>What happened at the present stage, in order, its beginning first.</summary>
    public ValueList<Act> Acts { get; init; } = [];

    public ValueList<Deadline> Deadlines { get; init; } = [];

    public Fact.ChaseSet? Chase { get; init; }

    public int Chases { get; init; }

    /// <summary>Whether the clock has ever taken it to a higher stage.</summary>
    public bool TakenFurtherByClock { get; init; }

    /// <summary>Working days that agreed extensions have added to what is counted from the outset.</summary>
    public int Extended { get; init; }

    public DateTimeOffset? ImmediateRiskSince { get; init; }

    public ValueList<string> GatesPassed { get; init; } = [];

    public ValueList<string> StepsRecorded { get; init; } = [];

    public ValueList<Proposal> Proposals { get; init; } = [];

    public ValueList<Timescale> Timescales { get; init; } = [];

    public ValueList<Fact.SupporterAdded> Supporters { get; init; } = [];

    public ValueList<Fact.MeetingArranged> Meetings { get; init; } = [];

    /// <summary>Ids of the meetings that were held and recorded.</summary>
    public ValueList<string> MeetingsHeld { get; init; } = [];

    public Deciding? Deciding { get; init; }

    public ValueList<FormState> Forms { get; init; } = [];

    public Settlement? Settlement { get; init; }

    /// <summary>It has ended: nothing is held up by a doubt, and nothing is taken back any more.</summary>
    public bool IsAtRest { get; init; }

    public ValueList<AgreedAction> Actions { get; init; } = [];

    /// <summary>What people decided or moved, in order.</summary>
    public ValueList<Deed> Deeds { get; init; } = [];

    /// <summary>The other agencies of a side, or of all.</summary>
    public IEnumerable<Party> PartiesAmong(Who who) => Parties.Where(p => p.IsAmong(who));

    public Party? PartyOf(string? agency) => Parties.FirstOrDefault(p => p.Agency == agency);

    public bool AtImmediateRisk => ImmediateRiskSince is not null;

    public IEnumerable<Deadline> Pending => Deadlines.Where(d => d.Status == DeadlineStatus.Pending);

    /// <summary>Deadlines of the present stage that have a time and have not been met or passed. Caps are not among them.</summary>
    public IEnumerable<Deadline> PendingAtStage => Pending.Where(d => d is { IsCap: false, DueAt: not null });

    /// <summary>What is still wanted at the present stage: promises that wait, and those that passed and were not kept.</summary>
    public IEnumerable<Deadline> Duties => Deadlines.Where(d => !d.IsCap && (d.IsPending || d.IsLate));

    /// <summary>Those of them that no date protects from being forgotten: without one, or past it.</summary>
    public IEnumerable<Deadline> DutiesToChase => Duties.Where(d => d.IsLate || d.DueAt is null);

    /// <summary>Acts that were disowned and that the board office has not answered for yet.</summary>
    public IEnumerable<Deed> Disowned => Deeds.Where(d => d.Doubt == Doubt.Open);

    /// <summary>Whether somebody has to be reminded, for want of a date or beside one.</summary>
    public bool NeedsChase => !PendingAtStage.Any() || DutiesToChase.Any() || Disowned.Any();

    public Deadline? FindDeadline(string id) => Deadlines.FirstOrDefault(d => d.Id == id && !d.IsCap);

    public Proposal? PendingProposal => Proposals.LastOrDefault(p => p.Status == ProposalStatus.Pending);

    public Deed? FindDeed(int number) => Deeds.FirstOrDefault(d => d.Number == number);

    /// <summary>The disowned act for which nothing is settled by this proposal; none if it waits for no answer.</summary>
    public Deed? FrozenBy(string proposal) => Deeds.FirstOrDefault(d => d.IsFrozen && d.IsOfProposal(proposal));

    /// <summary>A disowned signature that a form carries, and is not complete by; none if it carries none.</summary>
    public Deed? FrozenSignature(string form) =>
        Deeds.FirstOrDefault(d => d is { IsFrozen: true, Fact: Fact.FormSigned signed } && FindForm(form)?.Signed.Contains(signed) == true);

    /// <summary>A manager's disowned agreement that it goes to a stage; none if it waits for no answer.</summary>
    public Deed? FrozenGate(string stage) => Deeds.FirstOrDefault(d => d is { IsFrozen: true, Fact: Fact.GatePassed passed } && passed.Stage == stage);

    /// <summary>The disowned wish for a date that nobody can agree to; none if it waits for no answer.</summary>
    public Deed? FrozenTimescale(string id) => Deeds.FirstOrDefault(d => d is { IsFrozen: true, Fact: Fact.TimescaleProposed asked } && asked.Id == id);

    /// <summary>Whether the present way or panel is that of this deed, and not of another or of the stage before.</summary>
    public bool InForce(Deed deed) =>
        (deed.Fact is Fact.PanelFormed ? Deciding?.Panel.Count > 0 : Deciding?.Route is not null)
        && deed.Number > Acts[0].Number && deed.Number == Deeds.Last(d => d.Fact.GetType() == deed.Fact.GetType()).Number;

    /// <summary>The disowned choice of the way, or of the panel, by which nothing is decided; none if there is none.</summary>
    public Deed? FrozenDeciding => Deeds.FirstOrDefault(d => d is { IsFrozen: true, Fact: Fact.RouteChosen or Fact.PanelFormed } && InForce(d));

    public Timescale? FindTimescale(string id) => Timescales.FirstOrDefault(t => t.Id == id);

    public FormState? FindForm(string id) => Forms.FirstOrDefault(f => f.Form == id);
}

/// <summary>Something that happened at the present stage.</summary>
/// <param name="Number">Number of its entry in the record.</param>
/// <param name="Who">The agency or officer that did it; none for what happened of itself.</param>
/// <param name="About">The deadline, form or other thing it was about.</param>
/// <param name="ByTheClock">Whether a due time brought it about: then it belongs to that time's own day.</param>
public sealed record Act(Happening What, int Number, DateTimeOffset At, string? Who = null, string? About = null, bool ByTheClock = false);

/// <summary>An entry of the record and when what it tells of happened.</summary>
/// <param name="ByTheClock">Whether a due time brought it about: then it belongs to that time's own day.</param>
public sealed record Moment(int Number, DateTimeOffset At, bool ByTheClock = false);

public enum DeadlineStatus { Pending, Met, Passed, Dropped }

/// <summary>A promise that was made, and what became of it.</summary>
public sealed record Deadline(Fact.DeadlineSet Set, DeadlineStatus Status, DateTimeOffset? DueAt, Reckoning? Why, DateTimeOffset? RemindAt)
{
    /// <summary>The entry by which it was first met or over, and when.</summary>
    public Moment? Over { get; init; }

    public string Id => Set.Deadline;

    public string Stage => Set.Stage;

    /// <summary>A promise over the whole procedure, which outlives its stage.</summary>
    public bool IsCap => Set.Stage.Length == 0;

    public bool IsPending => Status == DeadlineStatus.Pending;

    /// <summary>It has passed, and what it asks is still wanted. A cap that is broken stays broken.</summary>
    public bool IsLate => Status == DeadlineStatus.Passed && !IsCap;
}

/// <summary>Withdrawn: it was put forward by somebody in whose name it should not stand.</summary>
public enum ProposalStatus { Pending, Disputed, Superseded, Settled, Withdrawn }

/// <summary>An outcome on the table, put there by a party or by a decision that does not bind.</summary>
public sealed record Proposal(
    string Id, string Stage, ProposalStatus Status, string? Agency, ValueList<string> ConfirmedBy, ValueList<ActionAgreed> Actions);

public enum TimescaleStatus { Proposed, Agreed, Declined, Lapsed }

/// <summary>A day that one side asked for.</summary>
public sealed record Timescale(string Id, string Deadline, DateOnly Until, string Agency, TimescaleStatus Status);

/// <summary>How the stage is being decided, as far as it has come.</summary>
public sealed record Deciding(string Stage)
{
    public string? Route { get; init; }

    public ValueList<PanelMember> Panel { get; init; } = [];

    public ValueList<string> Heard { get; init; } = [];
}

/// <summary>A form as it stands. Its edition counts the edits; a signature belongs to the edition that was signed.</summary>
/// <param name="SubmittedAt">The stage at which this edition was completed.</param>
public sealed record FormState(string Form, int Edition, ValueList<FieldEntry> Entries, ValueList<Fact.FormSigned> Signed, string? SubmittedAt);

/// <summary>It is settled; who has been told of it yet.</summary>
/// <param name="Entry">Number of the entry by which it was.</param>
public sealed record Settlement(int Entry, string Of, string Stage, SettledBy By, ValueList<string> Told, bool EveryoneTold);

public sealed record AgreedAction(ActionAgreed Action, DateTimeOffset ChaseAt, int Chases, bool Done);
