using Escalation.Core;
using Escalation.Core.Procedures;

namespace Escalation.Service.Directory.Import;

/// <summary>The rows of one agency, put together.</summary>
internal sealed class ImportedAgency(IReadOnlyList<Cells> rows, DirectoryAgency? present, DateOnly today)
{
    private readonly List<(Cells Row, DirectoryContact Contact)> contacts = [];

    public IReadOnlyList<(Cells Row, DirectoryContact Contact)> Contacts => contacts;

    public Cells First => rows[0];

    public DirectoryAgency? Present => present;

    public DirectoryAgency Read()
    {
        contacts.AddRange(rows.Where(r => r.HasAny(Columns.OfContacts)).Select(r => (r, ContactOf(r))));
        for (var i = 0; i < contacts.Count; i++) contacts[i] = (contacts[i].Row, WithDeputy(contacts[i].Contact));
        return new(
            First.Text(Columns.Agency),
            Agreed(Columns.AgencyName, present?.Name),
            Agreed(Columns.Sector, present?.Sector),
            contacts.Select(c => c.Contact).OrderBy(c => c.Stage, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal).ToValueList(),
            Domains());
    }

    // A file without the column, as older ones are, says nothing of domains: what is known stays.
    private ValueList<string> Domains() => Agreed(Columns.AgencyDomains, string.Join(';', present?.Domains ?? []))
        .Split([';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(d => d.ToLowerInvariant()).Distinct().ToValueList();

    /// <summary>Said on one row or on several alike; what the directory has where it is said on none.</summary>
    private string Agreed(string column, string? known)
    {
        var said = rows.Where(r => r.Text(column).Length > 0).ToList();
        if (said.Count == 0) return known ?? "";
        foreach (var other in said.Where(r => r.Text(column) != said[0].Text(column)))
            other.Wrong(column, $"{Sentence.Quoted(other.Text(column))} differs from line {said[0].Line}, where it is {Sentence.Quoted(said[0].Text(column))}");
        return said[0].Text(column);
    }

    private DirectoryContact ContactOf(Cells row)
    {
        var (stage, email) = (row.Text(Columns.Stage), row.Text(Columns.Email));
        var id = row.TextIfAny(Columns.Contact)
            ?? Known(stage, email)?.Id
            ?? (stage.Length > 0 && email.Length > 0 ? ContactId.Derived(row.Text(Columns.Agency), stage, email) : "");
        var before = present?.Contacts.FirstOrDefault(c => c.Id == id);
        var name = row.Text(Columns.Name);
        return new DirectoryContact(
            id, stage, name, row.Text(Columns.Role), email,
            row.Day(Columns.From) ?? before?.From ?? today,
            row.TextIfAny(Columns.Phone), row.Day(Columns.Until), row.Absences(Columns.Absences), row.TextIfAny(Columns.Deputy),
            row.Day(Columns.LastConfirmed) ?? (IsSamePerson(before, name, email) ? before!.LastConfirmed : null));
    }

    // That somebody was confirmed holds for that person only, not for whoever takes over the id.
    private static bool IsSamePerson(DirectoryContact? before, string name, string email) =>
        before is not null && before.Name == name && SameAddress(before.Email, email);

    private DirectoryContact? Known(string stage, string email) =>
        present?.Contacts.FirstOrDefault(c => c.Stage == stage && SameAddress(c.Email, email));

    /// <summary>A deputy is named by id or, since an id can be left out, by address: their contact at the same stage if there is one.</summary>
    private DirectoryContact WithDeputy(DirectoryContact contact)
    {
        if (contact.Deputy is not { } named || !named.Contains('@', StringComparison.Ordinal)) return contact;
        var found = contacts.Select(c => c.Contact)
            .Where(c => SameAddress(c.Email, named))
            .OrderBy(c => c.Stage != contact.Stage).ThenBy(c => c.Stage, StringComparer.Ordinal)
            .FirstOrDefault();
        return found is null ? contact : contact with { Deputy = found.Id };
    }

    private static bool SameAddress(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
