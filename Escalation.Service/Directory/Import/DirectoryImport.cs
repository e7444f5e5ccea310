using Escalation.Core;
using Escalation.Core.Procedures;

namespace Escalation.Service.Directory.Import;

/// <summary>
/// A directory file in; what would change, or every mistake, out. One row for each contact at each stage; a row without a contact gives
/// the agency alone. An agency that the file names is replaced whole: what the file does not say of it is gone. Agencies that it does
/// not name are left alone. Two cells may be left empty without losing what is known: <c>from</c> (of somebody new: today) and, of
/// the same person, <c>last-confirmed</c>; likewise an agency's name, sector and mail domains.
/// </summary>
public static class DirectoryImport
{
    /// <summary>Of a file, in characters.</summary>
    public const int LongestText = 4_000_000;

    /// <param name="today">The first day of new contacts for whom the file gives none.</param>
    public static DirectoryReading Read(IReadOnlyList<DirectoryAgency> present, Ladders ladders, string csv, DateOnly today)
    {
        List<ImportProblem> problems = [];
        var sheet = Sheet.Read(csv, problems);
        List<ImportedAgency> imported = [];
        List<AgencyChange> changes = [];
        foreach (var rows in RowsByAgency(sheet, problems))
        {
            var agency = new ImportedAgency([.. rows], present.FirstOrDefault(a => a.Id == rows.Key), today);
            var after = agency.Read();
            Check(agency, after, ladders, today);
            imported.Add(agency);
            changes.Add(new(agency.Present, after));
        }

        var named = changes.Select(c => c.After.Id).ToHashSet();
        CheckUnique(imported, [.. present.Where(a => !named.Contains(a.Id))]);
        if (named.Count == 0 && problems.Count == 0) problems.Add(new(0, null, "has no rows below the names of the columns"));
        return problems.Count > 0
            ? new DirectoryReading.Unsound(problems.Distinct().OrderBy(p => p.Line).ToValueList())
            : new DirectoryReading.Sound(new(changes.ToValueList(), present.Select(a => a.Id).Where(id => !named.Contains(id)).ToValueList()));
    }

    private static IEnumerable<IGrouping<string, Cells>> RowsByAgency(Sheet sheet, List<ImportProblem> problems)
    {
        var rows = sheet.Rows.Select(r => new Cells(r, problems)).ToList();
        foreach (var row in rows.Where(r => r.Text(Columns.Agency).Length == 0))
            row.Wrong(Columns.Agency, "is missing: every row says whose it is");
        return rows.Where(r => r.Text(Columns.Agency).Length > 0).GroupBy(r => r.Text(Columns.Agency));
    }

    private static void Check(ImportedAgency imported, DirectoryAgency agency, Ladders ladders, DateOnly today)
    {
        foreach (var problem in DirectoryRules.ProblemsOf(agency, ladders))
            imported.First.Wrong(Columns.OfAgencyMember(problem.Field), problem.Sentence);
        foreach (var (row, contact) in imported.Contacts)
        {
            var before = Columns.OfContacts.Where(row.IsWrong).ToHashSet();
            foreach (var problem in DirectoryRules.ProblemsOf(contact, agency, ladders, today).Where(p => !FollowsFromAnother(p, contact)))
                if (!before.Contains(Columns.OfContactMember(problem.Field))) row.Wrong(Columns.OfContactMember(problem.Field), problem.Sentence);
        }
    }

    // An id is derived from stage and address, so where one of them is missing the id is not what is wrong.
    private static bool FollowsFromAnother(FieldProblem problem, DirectoryContact contact) => problem.Field == "id" && contact.Id.Length == 0;

    private static void CheckUnique(IReadOnlyList<ImportedAgency> imported, IReadOnlyList<DirectoryAgency> leftAlone)
    {
        var elsewhere = leftAlone.SelectMany(a => a.Contacts.Select(c => (c.Id, Agency: a.Id))).ToLookup(c => c.Id, c => c.Agency);
        Dictionary<string, Cells> seen = [];
        foreach (var (row, contact) in imported.SelectMany(a => a.Contacts).Where(c => c.Contact.Id.Length > 0).OrderBy(c => c.Row.Line))
        {
            if (elsewhere[contact.Id].FirstOrDefault() is { } other)
                row.Wrong(Columns.Contact, $"{Sentence.Quoted(contact.Id)} is a contact of {Sentence.Quoted(other)}; a board's contacts have different ids");
            else if (!seen.TryAdd(contact.Id, row)) row.Wrong(Columns.Contact, Twice(row, seen[contact.Id], contact.Id));
        }
    }

    private static string Twice(Cells row, Cells first, string id) => row.TextIfAny(Columns.Contact) is null
        ? $"line {first.Line} gives the same address at the same stage; leave one of them out, or give each an id here"
        : $"{Sentence.Quoted(id)} is on line {first.Line} already; a board's contacts have different ids, at each stage another";
}
