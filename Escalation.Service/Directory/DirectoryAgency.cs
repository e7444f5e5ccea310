using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Directory;

/// <summary>An agency of a board (or an outside body that holds rungs for others) and who acts for it at each stage.</summary>
/// <param name="Id">Small letters, figures and hyphens; one board's agencies have different ones.</param>
/// <param name="Sector">The id of a sector of the board's procedure.</param>
/// <param name="Domains">
/// Mail domains, in small letters, whose people may sign in as practitioners of the agency. Only ever what the board said: nothing is inferred
/// from contacts' addresses, for some domains are the whole country's. Several agencies can share one.
/// </param>
public sealed record DirectoryAgency(string Id, string Name, string Sector, ValueList<DirectoryContact> Contacts, ValueList<string>? Domains = null)
{
    public ValueList<string> Domains { get; init; } = Domains ?? [];

    public Agency ToAgency() => new(Id, Name, Sector);
}

/// <summary>Somebody who acts for an agency at a stage, on the days from <paramref name="From"/> to <paramref name="Until"/>, both included.</summary>
/// <param name="Id">Kept in the record of differences in place of the person; one board's contacts have different ones.</param>
/// <param name="Deputy">The id of the contact who stands in during absences.</param>
/// <param name="LastConfirmed">The day on which the agency last said that this is right.</param>
public sealed record DirectoryContact(
    string Id,
    string Stage,
    string Name,
    string Role,
    string Email,
    DateOnly From,
    string? Phone = null,
    DateOnly? Until = null,
    ValueList<Absence>? Absences = null,
    string? Deputy = null,
    DateOnly? LastConfirmed = null)
{
    public ValueList<Absence> Absences { get; init; } = Absences ?? [];

    public Contact ToContact(string agency) => new(Id, agency, Stage, From, Until, Absences, Deputy);
}
