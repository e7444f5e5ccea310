using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Escalation.Core.Procedures;

/// <summary>The reference of procedure files for those who write one: every member, what it means, how it is written, what it is unless said.</summary>
public static class ProcedureReference
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text()
    {
        var text = new StringBuilder("""
            # Procedure files: reference

            Made from the model by the tests; change the model, not this page. A procedure file is JSON; comments and trailing commas are
            welcome. It begins with a [procedure](#procedure). Members without a default can be left out unless they are required.

            """.ReplaceLineEndings("\n"));
        foreach (var shape in Model.Shapes) text.Append('\n').Append(Section(shape));
        return text.ToString();
    }

    private static string Section(Shape shape) => shape switch
    {
        Shape.Group(var record) => Group(record),
        Shape.Choice(var names) => Choice(names),
        Shape.Formed { Names: { } names } formed => Headed(formed, $"Text: {formed.InWords}. What can happen is listed under "
            + $"{Link(names)}.\n"),
        Shape.Formed formed => Headed(formed, $"Text: {formed.InWords}.\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "has no section of its own"),
    };

    private static string Group(Type record)
    {
        var text = new StringBuilder(Model.MeaningOf(record)).Append("\n\n| Member | Meaning | Form | Unless said |\n|---|---|---|---|\n");
        foreach (var member in Member.Of(record))
            text.Append($"| `{member.Name}` | {Cell(member.Meaning)} | {Cell(FormOf(member))} | {Cell(Otherwise(member))} |\n");
        return Headed(new Shape.Group(record), text.ToString());
    }

    private static string Choice(Type names) =>
        Headed(new Shape.Choice(names), string.Concat(names.GetEnumNames().Select(name =>
            Model.MeaningOf(names.GetField(name)!) is { } meaning ? $"- `{KebabCase.Of(name)}`: "
                + $"{meaning}\n" : $"- `{KebabCase.Of(name)}`\n")));

    private static string FormOf(Member member)
    {
        var form = IdForm.Of(member) is { } id ? id.InWords : FormOf(member.Shape);
        return member.Range is { } range ? $"{form} from {range.Least} to {range.Most}" : form;
    }

    private static string FormOf(Shape shape) => shape switch
    {
        Shape.ListOf(var item) => $"list of {FormOf(Shape.Of(item))}",
        Shape.Group or Shape.Choice or Shape.Formed => Link(shape),
        Shape.Text => "text",
        _ => shape.InWords,
    };

    private static string Otherwise(Member member)
    {
        if (member.Required) return "required";
        return Default.Of(member) is { } value ? $"`{value.ToJsonString(Readable)}`" : "";
    }

    private static string Headed(Shape shape, string text) => $"## {Title(shape)}\n\n{text}";

    private static string Link(Shape shape) => $"[{Title(shape).ToLowerInvariant()}](#{KebabCase.Of(shape.NamedType.Name)})";

    private static string Title(Shape shape)
    {
        var words = KebabCase.Of(shape.NamedType.Name).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string? text) => text?.Replace("|", "\\|", StringComparison.Ordinal) ?? "";
}
