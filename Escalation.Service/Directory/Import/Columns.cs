namespace Escalation.Service.Directory.Import;

/// <summary>The columns of a directory file. Their order is free, and those that are not needed can be left out.</summary>
public static class Columns
{
    public const string Agency = "agency", AgencyName = "agency-name", Sector = "sector", AgencyDomains = "agency-domains", Stage = "stage", Contact = "contact", Name = "name",
        Role = "role", Email = "email", Phone = "phone", From = "from", Until = "until", Deputy = "deputy", Absences = "absences",
        LastConfirmed = "last-confirmed";

    public static readonly IReadOnlyList<string> All =
        [Agency, AgencyName, Sector, Stage, Contact, Name, Role, Email, Phone, From, Until, Deputy, Absences, LastConfirmed, AgencyDomains];

    /// <summary>A row that fills one of these gives a contact; otherwise it gives the agency alone.</summary>
    public static readonly IReadOnlyList<string> OfContacts = [.. All.Except([Agency, AgencyName, Sector, AgencyDomains])];

    /// <summary>The column that holds a member of an agency.</summary>
    public static string? OfAgencyMember(string field) => field switch
    {
        "id" => Agency,
        "name" => AgencyName,
        "sector" => Sector,
        "domains" => AgencyDomains,
        _ => null,
    };

    /// <summary>The column that holds a member of a contact.</summary>
    public static string OfContactMember(string field) => field switch
    {
        "id" => Contact,
        "lastConfirmed" => LastConfirmed,
        _ => field,
    };
}
