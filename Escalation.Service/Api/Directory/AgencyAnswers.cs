using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Directory;

namespace Escalation.Service.Api.Directory;

internal sealed record AgenciesAnswer(ValueList<AgencySummary> Agencies);

internal sealed record AgencySummary(string Id, string Name, string Sector, int Contacts)
{
    public static AgencySummary Of(DirectoryAgency agency) => new(agency.Id, agency.Name, agency.Sector, agency.Contacts.Count);
}

/// <param name="Domains">Mail domains whose people may sign in as its practitioners.</param>
internal sealed record AgencyAnswer(string Id, string Name, string Sector, ValueList<ContactAnswer> Contacts, ValueList<string> Domains)
{
    public static AgencyAnswer Of(DirectoryAgency agency) =>
        new(agency.Id, agency.Name, agency.Sector, agency.Contacts.Select(c => ContactAnswer.Of(agency.Id, c)).ToValueList(), agency.Domains);
}

internal sealed record ContactsAnswer(ValueList<ContactAnswer> Contacts);

/// <summary>Somebody who acts for an agency at a stage.</summary>
/// <param name="LastConfirmed">The day on which the agency last said that this is right.</param>
internal sealed record ContactAnswer(
    string Id,
    string Agency,
    string Stage,
    string Name,
    string Role,
    string Email,
    string? Phone,
    DateOnly From,
    DateOnly? Until,
    ValueList<Absence> Absences,
    string? Deputy,
    DateOnly? LastConfirmed)
{
    public static ContactAnswer Of(string agency, DirectoryContact c) =>
        new(c.Id, agency, c.Stage, c.Name, c.Role, c.Email, c.Phone, c.From, c.Until, c.Absences, c.Deputy, c.LastConfirmed);
}
