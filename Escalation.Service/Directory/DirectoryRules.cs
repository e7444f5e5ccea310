using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>What holds for every agency and contact, whichever way they come into the directory. Every problem at once.</summary>
public static class DirectoryRules
{
    public const string BoardOffice = "board-office";

    public const int MostContacts = 500;

    public const int MostDomains = 40;

    private const int MostAbsences = 40;

    private const string IdWords = "small letters and figures, with single hyphens between them";

    public static IEnumerable<FieldProblem> ProblemsOf(DirectoryAgency agency, Ladders ladders)
    {
        if (!Plausible.Id(agency.Id)) yield return new("id", $"{Said(agency.Id)}; an id is up to {Plausible.LongestId} {IdWords}");
        if (agency.Id == BoardOffice) yield return new("id", "\"board-office\" is the board office itself, which is no agency");
        if (!Plausible.Text(agency.Name)) yield return new("name", TextNeeded("an agency's name", agency.Name));
        if (!ladders.Has(agency)) yield return new("sector", $"{Said(agency.Sector)}; {SectorWords(agency, ladders)}");
        if (agency.Contacts.Count > MostContacts) yield return new("contacts", $"an agency has at most {MostContacts} contacts");
        if (agency.Domains.Count > MostDomains) yield return new("domains", $"an agency has at most {MostDomains} mail domains");
        foreach (var domain in agency.Domains.Where(d => !Plausible.Domain(d)))
            yield return new("domains", $"{Said(domain)}; a mail domain is what stands behind the @, like council.example.org");
    }

    /// <param name="agency">The contact's agency as it will be.</param>
    public static IEnumerable<FieldProblem> ProblemsOf(DirectoryContact contact, DirectoryAgency agency, Ladders ladders, DateOnly today) =>
        ProblemsOfWho(contact).Concat(ProblemsOfPlace(contact, agency, ladders)).Concat(ProblemsOfDays(contact, today));

    public static IEnumerable<FieldProblem> ProblemsOf(Reach reach)
    {
        if (!Plausible.Text(reach.Name)) yield return new("name", TextNeeded("a name", reach.Name));
        if (!Plausible.Email(reach.Email)) yield return new("email", EmailWords(reach.Email));
        if (reach.Phone is { } phone && !Plausible.Phone(phone)) yield return new("phone", PhoneWords(phone));
    }

    /// <summary>A post has one address, a body's too: whoever sits in it shares a mailbox.</summary>
    public static IEnumerable<FieldProblem> ProblemsOf(IReadOnlyList<OfficerInPost> officers, Ladders ladders)
    {
        for (var i = 0; i < officers.Count; i++)
        {
            var id = officers[i].Officer;
            if (!ladders.Officers.Contains(id))
                yield return new($"officers[{i}].officer", $"the procedure has no post {Sentence.Quoted(id)}{Sentence.Suggestion(id, ladders.Officers)}");
            if (officers.Take(i).Any(o => o.Officer == id))
                yield return new($"officers[{i}].officer", $"{Sentence.Quoted(id)} is named twice; a post has one address");
            foreach (var problem in ProblemsOf(officers[i].Reach)) yield return new($"officers[{i}].reach.{problem.Field}", problem.Sentence);
        }
    }

    public static IEnumerable<FieldProblem> ProblemsOf(ReportSettings settings, Ladders ladders) =>
        settings.Stage is { } stage && !ladders.Stages.Contains(stage)
            ? [new("stage", $"{Said(stage)}; the procedure has the stages {Sentence.And(ladders.Stages)}")]
            : [];

    private static IEnumerable<FieldProblem> ProblemsOfWho(DirectoryContact c)
    {
        if (!Plausible.Id(c.Id)) yield return new("id", $"{Said(c.Id)}; an id is up to {Plausible.LongestId} {IdWords}");
        if (!Plausible.Text(c.Role)) yield return new("role", TextNeeded("a role", c.Role));
        foreach (var problem in ProblemsOf(new Reach(c.Name, c.Email, c.Phone))) yield return problem;
    }

    private static IEnumerable<FieldProblem> ProblemsOfPlace(DirectoryContact c, DirectoryAgency agency, Ladders ladders)
    {
        if (!ladders.Stages.Contains(c.Stage)) yield return new("stage", $"{Said(c.Stage)}; the procedure has the stages {Sentence.And(ladders.Stages)}");
        if (c.Deputy is not { } deputy) yield break;
        if (deputy == c.Id) yield return new("deputy", "nobody is their own deputy; name another contact of the agency, or nobody");
        else if (agency.Contacts.All(o => o.Id != deputy))
            yield return new("deputy", $"{Sentence.Quoted(deputy)} is no contact of {Sentence.Quoted(agency.Id)}; a deputy is of the same agency");
    }

    private static IEnumerable<FieldProblem> ProblemsOfDays(DirectoryContact c, DateOnly today)
    {
        if (!Plausible.Day(c.From)) yield return new("from", NoYear(c.From));
        if (c.Until is { } until && !Plausible.Day(until)) yield return new("until", NoYear(until));
        if (c.Until < c.From) yield return new("until", $"{c.Until:yyyy-MM-dd} is before the first day, {c.From:yyyy-MM-dd}");
        if (c.LastConfirmed is { } confirmed && !Plausible.Day(confirmed)) yield return new("lastConfirmed", NoYear(confirmed));
        if (c.LastConfirmed > today) yield return new("lastConfirmed", $"{c.LastConfirmed:yyyy-MM-dd} lies in the future");
        if (c.Absences.Count > MostAbsences) yield return new("absences", $"at most {MostAbsences} absences; leave out those that are over");
        foreach (var a in c.Absences)
        {
            if (a.To < a.From) yield return new("absences", $"{a.From:yyyy-MM-dd}..{a.To:yyyy-MM-dd} ends before it begins");
            if (!Plausible.Day(a.From) || !Plausible.Day(a.To)) yield return new("absences", NoYear(Plausible.Day(a.From) ? a.To : a.From));
        }
    }

    private static string SectorWords(DirectoryAgency agency, Ladders ladders) => agency.Sector == Ladders.OutsideBody
        ? "it is for bodies that a rung of the procedure names, by their id or by exactly their name"
        : $"the procedure has {Sentence.And(ladders.Sectors)}{Sentence.Suggestion(agency.Sector, ladders.Sectors)}";

    private static string Said(string text) => text.Length == 0 ? "is missing" : $"{Sentence.Quoted(text)} cannot be taken";

    private static string TextNeeded(string what, string text) => text.Trim().Length == 0
        ? $"is missing: {what} is needed"
        : $"{Sentence.Quoted(text)} cannot be taken: {what} is one line of at most {Plausible.LongestText} characters";

    private static string EmailWords(string email) => $"{Said(email)}; an email address is like name@example.org";

    private static string PhoneWords(string phone) => $"{Said(phone)}; a telephone number has figures, spaces, brackets and +";

    private static string NoYear(DateOnly day) => $"{day:yyyy-MM-dd} lies outside the years 1990 to 2100";
}
