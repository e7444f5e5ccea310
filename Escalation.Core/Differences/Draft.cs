using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>
/// A decision in the making: the entries so far and where they lead. Rules record facts or refuse; a refusal of any kind discards the
/// whole draft, so that nothing is half done.
/// </summary>
internal sealed class Draft(Terms terms, Instruction instruction, DateTimeOffset now, Difference state)
{
    private readonly List<Entry> entries = [];

    private readonly List<Refusal> refusals = [];

    public Terms Terms => terms;

    public Procedure Procedure => terms.Procedure;

    public DueTimes DueTimes => terms.DueTimes;

    public DateTimeOffset Now => now;

    public DateOnly Today => Calendar.LondonTime.DayOf(now);

    public Actor By { get; private set; } = instruction.By;

    public Difference State { get; private set; } = state;

    public IReadOnlyList<Entry> Entries => entries;

    public IReadOnlyList<Refusal> Refusals => refusals;

    public bool Refused => refusals.Count > 0;

    /// <summary>All that is known; the rules that use it are only reached once a difference was raised.</summary>
    public Standing Standing => State.StandingOrNull ?? throw new InvalidOperationException("Nothing was raised.");

    public bool IsOpen => State is Difference.Open;

    public Stage Stage => Procedure.StageOf(Standing.Stage);

    public void Record(Fact fact)
    {
        var entry = new Entry(State.Version + 1, now, By, instruction.Request, fact);
        State = Difference.Evolve(entry, State);
        entries.Add(entry);
    }

    /// <summary>Records what follows by itself in the name of the service, whoever gave the occasion.</summary>
    public void ByTheService(Action consequences)
    {
        (var before, By) = (By, Actor.Clock);
        consequences();
        By = before;
    }

    public void Refuse(RefusalCode code, string sentence, string? field = null) => refusals.Add(new Refusal(code, sentence, field));

    /// <summary>Refuses unless it holds; answers whether it held, so that a rule can stop where what follows would make no sense.</summary>
    public bool Require(bool holds, RefusalCode code, string sentence, string? field = null)
    {
        if (!holds) Refuse(code, sentence, field);
        return holds;
    }

    public bool RequireText(string? text, string field, string what) =>
        Require(!string.IsNullOrWhiteSpace(text), RefusalCode.TextNeeded, $"Say {what}.", field);

    /// <summary>The party for which the actor acts; refuses if it is none.</summary>
    public Party? RequireParty()
    {
        var party = Standing.PartyOf(By.AgencyOrNull);
        Require(party is not null, RefusalCode.NotAParty, "Only an agency that is a party to the difference can do this.");
        return party;
    }

    /// <summary>An agency that is named has to be a party as well, and not only the one that acts.</summary>
    public void RequireIsParty(string agency, RefusalCode code, string field) =>
        Require(Standing.PartyOf(agency) is not null, code, $"{NameOf(agency)} is not a party.", field);

    /// <summary>Lets a party or the board's own people act; refuses everybody else.</summary>
    public bool RequirePartyOrOfficer() =>
        Require(IsOfTheBoard || Standing.PartyOf(By.AgencyOrNull) is not null, RefusalCode.NotAParty,
            "Only an agency that is a party to the difference, or the board, can do this.");

    private bool IsOfTheBoard =>
        By is Actor.Officeholder && By.Officers.All(id => id == Who.BoardOffice.Name || Procedure.Officers.Any(o => o.Id == id));

    public bool RequireBoardOffice() =>
        Require(By.IsBoardOffice, RefusalCode.BoardOfficeOnly, $"Only the {Procedure.BoardOfficeTitle} can do this.");

    /// <summary>Whether the actor is among those whom the procedure names; the board office may record for its own officers.</summary>
    public bool IsAmong(Who who) => who.IsSide
        ? Standing.PartyOf(By.AgencyOrNull)?.IsAmong(who) == true
        : who == Who.Raiser
            ? Standing.PartyOf(By.AgencyOrNull)?.Side == Side.Raising
            : By.Officers.Contains(who.Name);

    public bool RequireAmong(Who who, string act) =>
        Require(IsAmong(who), RefusalCode.NotYours, $"Only {Procedure.TitleOf(who)} can {act}.");

    /// <summary>The name of an agency, or the title of an officer.</summary>
    public string NameOf(string who) => terms.Contacts.Find(who)?.Name ?? Procedure.TitleOf(new Who(who));

    public bool RequireStillUnsettled() => Require(Standing.Settlement is null, RefusalCode.AlreadySettled, "An outcome has been settled already.");
}
