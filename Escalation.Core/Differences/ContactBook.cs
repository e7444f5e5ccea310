using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

public sealed record Agency(string Id, string Name, string Sector);

/// <summary>Days on which somebody is away, both included.</summary>
public sealed record Absence(DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>Somebody who acts for an agency (or an outside body) at a stage.</summary>
public sealed record Contact(
    string Id,
    string Agency,
    string Stage,
    DateOnly From,
    DateOnly? Until = null,
    ValueList<Absence>? Absences = null,
    string? Deputy = null)
{
    public ValueList<Absence> Absences { get; init; } = Absences ?? [];

    public bool IsInPostOn(DateOnly day) => From <= day && (Until is not { } last || day <= last);

    public bool IsThereOn(DateOnly day) => IsInPostOn(day) && !Absences.Any(a => a.Covers(day));
}

/// <summary>The agencies and contacts of one board as they stand when a decision is made. Who was found is kept in the facts.</summary>
public sealed class ContactBook(IEnumerable<Agency> agencies, IEnumerable<Contact> contacts)
{
    private readonly Dictionary<string, Agency> agencies = agencies.ToDictionary(a => a.Id);

    private readonly ILookup<(string Agency, string Stage), Contact> byRung =
        contacts.OrderBy(c => c.Id, StringComparer.Ordinal).ToLookup(c => (c.Agency, c.Stage));

    private readonly Dictionary<string, Contact> byId = contacts.ToDictionary(c => c.Id);

    private readonly ILookup<string, string> idsByName = agencies.OrderBy(a => a.Id, StringComparer.Ordinal).ToLookup(a => a.Name, a => a.Id);

    public Agency? Find(string agency) => agencies.GetValueOrDefault(agency);

    /// <summary>
    /// Who holds an agency's rung on a day: a contact who is there, else the deputy of one who is away, else the board office. Where an
    /// outside body or a proxy agency holds the rung, its contacts are looked for first; the procedure gives its name or its id.
    /// </summary>
    public RungHolder HolderOf(Party party, string stage, Procedure procedure, DateOnly day)
    {
        var sector = procedure.SectorOf(party.Sector);
        var rung = sector?.RungAt(stage);
        var role = rung?.Role ?? procedure.TitleOf(sector?.Fallback ?? Who.BoardOffice);
        return (rung is { Body: { } body } ? Look(IdOf(body), stage, day) : null) is { } outside
            ? new RungHolder(party.Agency, stage, role, rung!.HeldBy == HeldBy.ProxyAgency ? Basis.ProxyAgency : Basis.OutsideBody, outside.Id)
            : OwnHolder(party.Agency, stage, role, day);
    }

    private RungHolder OwnHolder(string agency, string stage, string role, DateOnly day)
    {
        if (byRung[(agency, stage)].FirstOrDefault(c => c.IsThereOn(day)) is { } there)
            return new RungHolder(agency, stage, role, Basis.Contact, there.Id);
        return Deputy(agency, stage, day) is { } deputy
            ? new RungHolder(agency, stage, role, Basis.Deputy, deputy.Id)
            : new RungHolder(agency, stage, role, Basis.BoardOffice);
    }

    private string IdOf(string body) => agencies.ContainsKey(body) ? body : idsByName[body].FirstOrDefault() ?? body;

    private Contact? Look(string agency, string stage, DateOnly day) =>
        byRung[(agency, stage)].FirstOrDefault(c => c.IsThereOn(day)) ?? Deputy(agency, stage, day);

    private Contact? Deputy(string agency, string stage, DateOnly day) => byRung[(agency, stage)]
        .Where(c => c.IsInPostOn(day))
        .Select(c => c.Deputy is { } id ? byId.GetValueOrDefault(id) : null)
        .FirstOrDefault(d => d?.IsThereOn(day) == true);
}
