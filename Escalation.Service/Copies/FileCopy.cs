using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Copies;

/// <summary>
/// A difference's record for an agency's own file, with all that is needed to check it without us: what is kept of each line, the chain
/// over that, and the key by which what is personal can be read out of it again (docs/adr/0012 says why the key is in it).
/// </summary>
/// <param name="Format">Which form this is: <see cref="Form"/>.</param>
/// <param name="MadeBy">Whom it was made for: a person's name and role, or the name of a system's key.</param>
/// <param name="Link">The last link of the chain, in hexadecimal. Two copies that have it in common at the same length are of one record.</param>
/// <param name="Digest">SHA-256 in hexadecimal over all of it, as JSON in this order and without blanks, with this left empty.</param>
/// <param name="Key">The difference's own key, in base64; left out where it was destroyed.</param>
public sealed record FileCopy(
    string Format,
    string Board,
    string Difference,
    string Reference,
    string Procedure,
    string ProcedureVersion,
    DateTimeOffset MadeAt,
    string MadeBy,
    int Length,
    string Link,
    ValueList<CopiedLine> Lines,
    string Digest,
    string? Key = null)
{
    public const string Form = "escalation-file-copy-1";
}

/// <summary>An entry to read, and the line of the record that it was read out of.</summary>
/// <param name="Open">What lies open of it, to the letter as it is kept: JSON, in which numbers stand for what is personal.</param>
/// <param name="Secret">What is personal, encrypted, in base64; empty if there is nothing.</param>
/// <param name="Link">SHA-256 in hexadecimal over the link before, the number, and what is kept.</param>
public sealed record CopiedLine(Entry Entry, int Number, string Open, string Secret, string Link);
