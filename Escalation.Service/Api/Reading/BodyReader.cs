using System.Text.Json;
using System.Text.Unicode;

namespace Escalation.Service.Api.Reading;

/// <summary>Reads a body into a record and reports everything that is wrong with it at once. Nothing in a body makes it throw.</summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.Depth };

    public static Read<T> Read<T>(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return new Read<T>.Unreadable("It is not in UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var mistakes = new Mistakes();
            var value = new ShapeReader(mistakes).Read(document.RootElement, Shapes.Of(typeof(T)), "");
            return mistakes.Any ? new Read<T>.Wrong(mistakes.ToList()) : new Read<T>.Right((T)value!);
        }
        catch (JsonException wrong)
        {
            return new Read<T>.Unreadable($"It is not JSON, or nested deeper than {Limits.Depth}: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.");
        }
    }
}

/// <summary>What became of reading a body.</summary>
internal abstract record Read<T>
{
    private Read()
    {
    }

    public sealed record Right(T Body) : Read<T>;

    /// <summary>It is JSON, with these mistakes.</summary>
    public sealed record Wrong(IReadOnlyList<Mistake> Mistakes) : Read<T>;

    /// <summary>It is no JSON at all.</summary>
    public sealed record Unreadable(string Why) : Read<T>;
}

/// <summary>Mistakes as they are found, up to as many as are told.</summary>
internal sealed class Mistakes
{
    private readonly List<Mistake> found = [];

    public bool Any => found.Count > 0;

    public int Count => found.Count;

    public bool Full => found.Count >= Limits.Mistakes;

    public object? Add(string pointer, MistakeCode code, string detail)
    {
        Add(new Mistake(pointer, code, detail));
        return null;
    }

    public void Add(Mistake mistake)
    {
        if (!Full) found.Add(mistake);
    }

    public IReadOnlyList<Mistake> ToList() => found;
}
