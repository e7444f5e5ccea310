using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Escalation.Core;

/// <summary>What a member of a procedure file, a command or a fact means, in a sentence; the schema and the references are made of these.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class MeaningAttribute(string sentence) : Attribute
{
    public string Sentence { get; } = sentence;
}

/// <summary>A value that is written as one string: the pattern it must match, in words and as a regular expression.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class TextFormAttribute(string pattern, string inWords) : Attribute
{
    public string Pattern { get; } = pattern;

    public string InWords { get; } = inWords;
}

/// <summary>The least and the most that a number may be, both included.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BetweenAttribute(int least, int most) : Attribute
{
    public int Least { get; } = least;

    public int Most { get; } = most;
}

/// <summary>Personal data: whoever stores the fact encrypts this member under the difference's own key.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Names of enum members as they are written in files and facts: <c>FormSubmitted</c> is <c>form-submitted</c>.</summary>
public static partial class KebabCase
{
    public static string Of(Enum value) => Of(value.ToString());

    public static string Of(string pascalCase) => WordStart().Replace(pascalCase, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}

/// <summary>Reads and writes a type that parses itself (<see cref="IParsable{TSelf}"/>) as a JSON string.</summary>
internal sealed class TextFormJson<T> : JsonConverter<T> where T : IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"'{reader.GetString()}' is not a {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
