using System.Security.Cryptography;
using System.Text;
using Escalation.Core;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>What an import would do to a board's directory. Agencies that the file names are replaced whole; others are left alone.</summary>
/// <param name="LeftAlone">Ids of the present agencies that the file does not name.</param>
public sealed record DirectoryChange(ValueList<AgencyChange> Agencies, ValueList<string> LeftAlone)
{
    public bool IsNone => Agencies.All(a => a.Kind == Changed.Same);

    /// <summary>For people, before and after it is done: a line each, + for new, - for gone, ~ for changed, = for the same.</summary>
    public IEnumerable<string> Lines() =>
    [
        "An agency that the file names is replaced by what the file says, with all its contacts. Other agencies are left alone.",
        .. Agencies.SelectMany(a => a.Lines()),
        .. LeftAlone.Count > 0 ? [$"Not in the file and left alone: {string.Join(", ", LeftAlone)}."] : Array.Empty<string>(),
        $"Agencies: {Counted(Agencies.Select(a => a.Kind))}. Contacts: {Counted(Agencies.SelectMany(a => a.Contacts).Select(c => c.Kind))}.",
    ];

    /// <summary>The same for the same change, whoever asks and when: a hash of what people are shown of it, which is all of it.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines()))));

    /// <summary>The papers to keep; agencies that stay the same need none.</summary>
    /// <param name="editionOf">The edition at which an agency's paper was read, 0 for one that is new.</param>
    public IReadOnlyList<Paper> ToPapers(string board, Func<string, long> editionOf) =>
        [.. Agencies.Where(a => a.Kind != Changed.Same).Select(a => PaperJson.ToPaper(a.After, board, Drawers.Agency, a.After.Id, editionOf(a.After.Id)))];

    private static string Counted(IEnumerable<Changed> kinds)
    {
        var by = kinds.CountBy(k => k).ToDictionary();
        return $"{by.GetValueOrDefault(Changed.Added)} added, {by.GetValueOrDefault(Changed.Altered)} changed, "
            + $"{by.GetValueOrDefault(Changed.Removed)} removed, {by.GetValueOrDefault(Changed.Same)} the same";
    }
}

public enum Changed { Same, Added, Altered, Removed }
