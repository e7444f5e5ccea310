using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Pages.Journeys;

/// <summary>Who looks, at which board, and at which difference if at one.</summary>
/// <param name="Places">What they are to it.</param>
/// <param name="RecordOrNull">The difference with its whole record; none where one is only about to be raised.</param>
internal sealed record Standpoint(BoardRoom Room, Visitor Visitor, ValueList<Place> Places, FullRecord? RecordOrNull, DateTimeOffset Now)
{
    public Opened? DifferenceOrNull => RecordOrNull?.Opened;

    public Opened Opened => DifferenceOrNull ?? throw new InvalidOperationException("There is no difference yet.");

    public IReadOnlyList<Entry> Entries => RecordOrNull?.Entries ?? [];

    public Standing Standing => Opened.Standing;

    public Procedure Procedure => DifferenceOrNull?.Terms.Procedure ?? Room.InForce.Procedure;

    public bool IsOpen => DifferenceOrNull?.State is Difference.Open;

    /// <summary>Open, and no outcome settled yet.</summary>
    public bool IsUnsettled => IsOpen && Standing.Settlement is null;

    /// <summary>The part in it of the agency for which the visitor acts; none if they act for none.</summary>
    public Party? Party => DifferenceOrNull?.Standing.PartyOf(Places.Select(p => p.ActsFor).OfType<string>().FirstOrDefault());

    /// <summary>Who acts, as the record keeps it; none for somebody who can only look on.</summary>
    /// <param name="onBehalfOf">The id of an officer whose act the board office records.</param>
    public Actor? ActorFor(string? onBehalfOf)
    {
        if (RecordOrNull is null) return Visitor.ToActor(Procedure);
        if (onBehalfOf is not null && Visitor.IsBoardOffice) return Acting.Of(Visitor, Procedure, onBehalfOf) is Acting.As(var actor) ? actor : null;
        if (onBehalfOf is not null && Places.OfType<Place.Officer>().FirstOrDefault(p => p.Id == onBehalfOf) is { } post) return post.ToActor(Visitor);
        return Places.Select(p => p.ToActor(Visitor)).FirstOrDefault(a => a is not null);
    }

    /// <summary>Whether the visitor is among those whom the procedure names; the board office records for its officers.</summary>
    public bool IsAmong(Who who) => who.IsSide
        ? Party?.IsAmong(who) == true
        : who == Who.Raiser ? Party?.Side == Side.Raising : IsOfficer(who.Name);

    public bool IsOfficer(string officer) => Visitor.IsBoardOffice || Visitor.Officers.Contains(officer);

    /// <summary>Whether they act for a party or for the board, which is all that most rules ask.</summary>
    public bool IsPartyOrOfficer => Party is not null || Places.Any(p => p is Place.BoardOffice or Place.Officer);

    /// <summary>For <see cref="Journey.OnBehalfOf"/>: the board office acts as such, also where one of its people raised the difference.</summary>
    public string? AsBoardOffice => Visitor.IsBoardOffice ? Who.BoardOffice.Name : null;

    /// <summary>Whether a post that the record names by its title is the visitor's: as the board office, or as an officer.</summary>
    public bool IsTheirPost(string title) => Visitor.HasPost(title, Procedure);

    /// <summary>What is wrong with a day on which something is to happen; nothing from today on.</summary>
    public string? NotPast(DateOnly day) => day < LondonTime.DayOf(Now) ? "The date must be today or later" : null;

    /// <summary>What is wrong with a day on which something has happened; nothing up to today.</summary>
    public string? NotAhead(DateOnly day) => day > LondonTime.DayOf(Now) ? "The date must be today or in the past" : null;

    public Stage Stage => Procedure.StageOf(Standing.Stage);

    public string NameOf(string agency) => Room.FindAgency(agency)?.Name ?? agency;

    public string TitleOf(string stage) => Procedure.FindStage(stage) is { } found ? $"Stage {found.Id}: {found.Title}" : stage;

    /// <summary>About whom they differ: "the adult".</summary>
    public string Whom => Procedure.Concerns switch
    {
        Concerned.Child => "the child",
        Concerned.AdultOrChild => "the adult or child",
        _ => "the adult",
    };

    /// <summary>The parties, to choose one from.</summary>
    public IReadOnlyList<Option> PartyOptions => [.. Standing.Parties.Select(p => new Option(p.Agency, NameOf(p.Agency)))];
}
