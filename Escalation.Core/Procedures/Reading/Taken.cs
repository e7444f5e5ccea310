using System.Globalization;

namespace Escalation.Core.Procedures;

/// <summary>What a text of the file was taken for: a value of its shape, or what is wrong with it.</summary>
internal readonly record struct Taken(object? Value, string? Problem)
{
    public static Taken From(string text, Shape shape)
    {
        if (text.Length == 0) return Wrong($"is empty and must be {(shape is Shape.Text ? "text that says something" : shape.InWords)}");
        if (text.Any(char.IsControl)) return Wrong($"{Sentence.Quoted(text)} holds a line break or control character; "
            + "write it on one line");
        // Beside being a slip, a line break at the end would pass the "$" of a form's pattern.
        if (text != text.Trim()) return Wrong($"{Sentence.Quoted(text)} begins or ends with a blank; take it away");
        return Read(text, shape) is { } value ? new(value, null) : Unfit(text, shape);
    }

    private static object? Read(string text, Shape shape) => shape switch
    {
        Shape.Choice choice => choice.Names.ToList().IndexOf(text) is >= 0 and var place ? Enum.GetValues(choice.Enum).GetValue(place) : null,
        Shape.TimeOfDay => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        Shape.Formed(var type) => Parsed(text, type),
        _ => text,
    };

    private static object? Parsed(string text, Type type)
    {
        object?[] arguments = [text, null, null];
        type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])!.Invoke(null, arguments);
        return arguments[2];
    }

    private static Taken Unfit(string text, Shape shape) =>
        Wrong($"is {Sentence.Quoted(text)} and must be {shape.InWords}{Sentence.Suggestion(text, Known(shape))}");

    private static IReadOnlyList<string> Known(Shape shape) => shape switch
    {
        Shape.Choice choice => choice.Names,
        Shape.Formed { Names: { } named } => named.Names,
        _ => [],
    };

    private static Taken Wrong(string problem) => new(null, problem);
}
