using System.Text;
using System.Text.Json;

namespace Escalation.Core.Procedures;

/// <summary>
/// Reads a procedure file: JSON in which comments and trailing commas are welcome and everything else is taken strictly. Whatever the
/// text is, the answer is a value; only a bug throws.
/// </summary>
public static class ProcedureFile
{
    /// <summary>In characters. The longest procedure seen takes a fortieth of it; more is not a procedure, and would only cost us memory.</summary>
    public const int LongestText = 1_000_000;

    public static Reading Read(string text)
    {
        if (text.Length > LongestText) return Unsound([new("$", $"is longer than {LongestText} characters, as no procedure is; "
            + "give the procedure alone")]);
        // Half a surrogate pair in the text itself becomes the replacement character here, where Parse(string) would throw.
        var utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        if (JsonSyntax.FirstFault(utf8) is { } fault) return Unsound([fault]);
        using var document = JsonDocument.Parse(utf8, JsonSyntax.OfDocuments);
        var shapes = new ShapeReader();
        var read = shapes.Read(document.RootElement, typeof(Procedure), "$");
        // Checking what could not be read whole would only report the first mistakes again in other words.
        if (shapes.Problems.Count > 0) return Unsound(shapes.Problems);
        var procedure = (Procedure)read!;
        var problems = ProcedureCheck.Check(procedure);
        return problems.Count > 0 ? Unsound(problems) : new Reading.Sound(procedure);
    }

    private static Reading.Unsound Unsound(IEnumerable<Problem> problems) => new(problems.ToValueList());
}
