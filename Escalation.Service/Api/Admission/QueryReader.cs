using System.Globalization;
using Escalation.Service.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Admission;

/// <summary>Reads the parameters of a query and reports everything that is wrong with them at once.</summary>
internal sealed class QueryReader
{
    private readonly Dictionary<string, object> values = [];

    public QueryReader(IQueryCollection query, IReadOnlyList<Parameter> known)
    {
        foreach (var (name, given) in query)
        {
            if (known.FirstOrDefault(p => p.Name == name) is not { } parameter) Wrong(name, "There is no such parameter.");
            else if (given is not [{ } text]) Wrong(name, "It stands there more than once.");
            else if (Value(text, parameter.Shape) is { } value) values[name] = value;
            else Wrong(name, $"It cannot be read. {parameter.Meaning}");
        }
    }

    public Mistakes Mistakes { get; } = new();

    public string? Text(string name) => values.GetValueOrDefault(name) as string;

    public bool Truth(string name) => values.GetValueOrDefault(name) is true;

    public int? Whole(string name) => values.GetValueOrDefault(name) as int?;

    public DateTimeOffset? Instant(string name) => values.GetValueOrDefault(name) as DateTimeOffset?;

    public DateOnly? Day(string name) => values.GetValueOrDefault(name) as DateOnly?;

    public T? Name<T>(string name)
        where T : struct => values.GetValueOrDefault(name) as T?;

    private static object? Value(string text, Shape shape) => shape switch
    {
        Shape.Text(var most, _) => text.Length <= most && BodyText.IsClean(text, breaks: false) ? text : null,
        Shape.Id => BodyText.IsId(text) ? text : null,
        Shape.Truth => text switch { "true" => true, "false" => false, _ => null },
        Shape.Day => BodyText.Day(text),
        Shape.Instant => BodyText.Instant(text),
        Shape.Whole(var least, var most) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        Shape.Name name => name.Values.GetValueOrDefault(text),
        _ => throw new InvalidOperationException($"{shape} is never a parameter."),
    };

    private void Wrong(string name, string why) =>
        Mistakes.Add(new Mistake(null, MistakeCode.BadParameter, $"{(name.Length > Limits.Line ? name[..Limits.Line] : name)}: {why}"));
}
