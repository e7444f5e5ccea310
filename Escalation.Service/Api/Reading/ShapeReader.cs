using System.Text.Json;
using Escalation.Core;

namespace Escalation.Service.Api.Reading;

/// <summary>Reads JSON by its shape. What cannot be read is noted and read as null; nothing is made of an object with a mistake in it.</summary>
internal sealed class ShapeReader(Mistakes mistakes)
{
    public object? Read(JsonElement json, Shape shape, string at) => shape switch
    {
        Shape.Members members => ReadMembers(json, members, at),
        Shape.ListOf list => ReadList(json, list, at),
        Shape.Texts => ReadTexts(json, at),
        Shape.Whole(var least, var most) => ReadWhole(json, least, most, at),
        Shape.Truth => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : WrongType(at, "true or false"),
        _ => json.ValueKind != JsonValueKind.String ? WrongType(at, "a text") : TextOf(json) is { } text ? ReadText(text, shape, at) : BadCharacter(at),
    };

    private object? ReadMembers(JsonElement json, Shape.Members shape, string at)
    {
        if (json.ValueKind != JsonValueKind.Object) return WrongType(at, "an object");
        var before = mistakes.Count;
        var (values, given) = (new object?[shape.All.Count], new bool[shape.All.Count]);
        foreach (var (name, value) in Named(json, at))
        {
            if (mistakes.Full) return null;
            var (place, pointer) = (shape.PlaceOf(name), JsonPointer.Member(at, name));
            if (place < 0) mistakes.Add(pointer, MistakeCode.UnknownMember, "There is no such member here.");
            else if (given[place]) mistakes.Add(pointer, MistakeCode.DuplicateMember, "It stands here twice.");
            else values[place] = ReadMember(value, shape.All[place], pointer);
            if (place >= 0) given[place] = true;
        }

        for (var i = 0; i < given.Length; i++)
            if (!given[i]) values[i] = LeftOut(shape.All[i], at);
        return mistakes.Count > before ? null : shape.Make(values);
    }

    private object? ReadMember(JsonElement json, Member member, string at) =>
        json.ValueKind == JsonValueKind.Null && !member.Needed ? member.Otherwise : Read(json, member.Shape, at);

    private object? LeftOut(Member member, string at) =>
        member.Needed ? mistakes.Add(JsonPointer.Member(at, member.Name), MistakeCode.Missing, "It is needed.") : member.Otherwise;

    private object? ReadList(JsonElement json, Shape.ListOf list, string at)
    {
        if (json.ValueKind != JsonValueKind.Array) return WrongType(at, "a list");
        if (json.GetArrayLength() > Shape.MostItems) return mistakes.Add(at, MistakeCode.TooMany, $"It can hold {Shape.MostItems} items at most.");
        var before = mistakes.Count;
        var items = Array.CreateInstance(list.ItemType, json.GetArrayLength());
        var place = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item, list.Item, JsonPointer.Item(at, place)) is { } read) items.SetValue(read, place);
            place++;
        }

        return mistakes.Count > before ? null : Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(list.ItemType), [items]);
    }

    private Dictionary<string, string>? ReadTexts(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object) return (Dictionary<string, string>?)WrongType(at, "an object");
        var texts = new Dictionary<string, string>();
        foreach (var (name, value) in Named(json, at))
        {
            if (texts.Count == Shape.MostItems) return (Dictionary<string, string>?)mistakes.Add(at, MistakeCode.TooMany, $"It can hold {Shape.MostItems} at most.");
            var pointer = JsonPointer.Member(at, name);
            if (!BodyText.IsId(name)) mistakes.Add(pointer, MistakeCode.UnknownMember, "No field has such a name.");
            else if (!texts.TryAdd(name, "")) mistakes.Add(pointer, MistakeCode.DuplicateMember, "It stands here twice.");
            else if (Read(value, new Shape.Text(Limits.Narrative, Breaks: true), pointer) is string text) texts[name] = text;
        }

        return texts;
    }

    private object? ReadText(string text, Shape shape, string at) => shape switch
    {
        Shape.Text(var most, _) when BodyText.Length(text) > most => mistakes.Add(at, MistakeCode.TooLong, $"It can have {most} characters at most."),
        Shape.Text(_, var breaks) => BodyText.IsClean(text, breaks) ? text : BadCharacter(at),
        Shape.Id => BodyText.IsId(text) ? text
            : mistakes.Add(at, MistakeCode.BadId, "An id has up to 80 letters, figures, hyphens, dots and underscores."),
        Shape.Day => BodyText.Day(text) ?? mistakes.Add(at, MistakeCode.BadDay, "Write the day as yyyy-MM-dd."),
        Shape.Instant => BodyText.Instant(text) ?? mistakes.Add(at, MistakeCode.BadInstant, "Write the instant with its offset, such as 2026-04-01T10:00:00+01:00."),
        Shape.Name name => name.Values.TryGetValue(text, out var value) ? value
            : mistakes.Add(at, MistakeCode.NotOneOf, $"It is one of: {string.Join(", ", name.Values.Keys)}."),
        _ => throw new InvalidOperationException($"{shape} is not written as a text."),
    };

    private object? ReadWhole(JsonElement json, int least, int most, string at)
    {
        if (json.ValueKind != JsonValueKind.Number) return WrongType(at, "a whole number");
        return json.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : mistakes.Add(at, MistakeCode.OutOfRange, $"It is a whole number from {least} to {most}.");
    }

    /// <summary>The members that have a readable name; the others are noted.</summary>
    private IEnumerable<(string Name, JsonElement Value)> Named(JsonElement json, string at)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (NameOf(property) is { } name) yield return (name, property.Value);
            else mistakes.Add(at, MistakeCode.BadCharacter, "The name of a member holds half a surrogate pair.");
        }
    }

    // The reader of the base library says by throwing that half a pair stands alone, and there is no asking it beforehand.
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private object? WrongType(string at, string what) => mistakes.Add(at, MistakeCode.WrongType, $"It has to be {what}.");

    private object? BadCharacter(string at) => mistakes.Add(at, MistakeCode.BadCharacter, "It holds a control character or half a surrogate pair.");
}
