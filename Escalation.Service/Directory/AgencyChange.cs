using System.Globalization;
using Escalation.Core.Differences;

namespace Escalation.Service.Directory;

/// <summary>What becomes of one agency that an import names.</summary>
/// <param name="Before">None where the agency is new.</param>
public sealed record AgencyChange(DirectoryAgency? Before, DirectoryAgency After)
{
    public Changed Kind => Before is null ? Changed.Added : Before == After ? Changed.Same : Changed.Altered;

    public IReadOnlyList<ContactChange> Contacts =>
    [
        .. After.Contacts.Select(c => new ContactChange(Before?.Contacts.FirstOrDefault(b => b.Id == c.Id), c)),
        .. (Before?.Contacts ?? []).Where(b => After.Contacts.All(c => c.Id != b.Id)).Select(gone => new ContactChange(gone, null)),
    ];

    public IEnumerable<string> Lines() =>
        [HeadLine(), .. Contacts.Where(c => c.Kind != Changed.Same).Select(c => $"  {c.Line()}")];

    private string HeadLine() => Kind switch
    {
        Changed.Added => $"+ agency {After.Id}: {After.Name}, {After.Sector}",
        Changed.Same => $"= agency {After.Id}",
        _ => $"~ agency {After.Id}{Members()}",
    };

    private string Members() => string.Concat(
        Member("name", Before!.Name, After.Name), Member("sector", Before.Sector, After.Sector),
        Member("domains", string.Join("; ", Before.Domains), string.Join("; ", After.Domains)));

    private static string Member(string name, string before, string after) => before == after ? "" : $"; {name} \"{before}\" → \"{after}\"";
}

/// <summary>What becomes of one contact.</summary>
public sealed record ContactChange(DirectoryContact? Before, DirectoryContact? After)
{
    public Changed Kind => (Before, After) switch
    {
        (null, _) => Changed.Added,
        (_, null) => Changed.Removed,
        _ => Before == After ? Changed.Same : Changed.Altered,
    };

    public string Line() => Kind switch
    {
        Changed.Added => $"+ contact {After!.Id}: {Described(After)}",
        Changed.Removed => $"- contact {Before!.Id}: {Described(Before)}",
        _ => $"~ contact {After!.Id}: {string.Join("; ", Members())}",
    };

    private IEnumerable<string> Members() => Written(Before!).Zip(Written(After!))
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => $"{pair.First.Name} {Quoted(pair.First.Text)} → {Quoted(pair.Second.Text)}");

    private static string Described(DirectoryContact c) =>
        string.Join("; ", Written(c).Where(m => m.Text.Length > 0).Select(m => $"{m.Name} {m.Text}"));

    private static string Quoted(string text) => text.Length == 0 ? "nothing" : $"\"{text}\"";

    private static IEnumerable<(string Name, string Text)> Written(DirectoryContact c) =>
    [
        ("stage", c.Stage), ("name", c.Name), ("role", c.Role), ("email", c.Email), ("phone", c.Phone ?? ""), ("from", Day(c.From)),
        ("until", Day(c.Until)), ("deputy", c.Deputy ?? ""), ("absences", string.Join("; ", c.Absences.Select(Written))),
        ("last-confirmed", Day(c.LastConfirmed)),
    ];

    private static string Written(Absence a) => $"{Day(a.From)}..{Day(a.To)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
