using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Desk;

/// <summary>
/// Parts an entry into what may lie open and what is personal, and puts it together again. In the open part a number stands in the place
/// of each personal text.
/// </summary>
internal static class Secrets
{
    /// <summary>What stands for a personal text whose key was destroyed.</summary>
    public const string Erased = "(erased)";

    private static readonly JsonSerializerOptions Options = new(FactJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TakeOut } },
    };

    // The converter is called in the middle of (de)serialising, which stays on one thread from beginning to end.
    [ThreadStatic]
    private static List<string>? texts;

    [ThreadStatic]
    private static bool erased;

    /// <returns>The open part; the personal texts, none if there are none.</returns>
    public static (byte[] Open, byte[] Personal) Part(Entry entry)
    {
        texts = [];
        var open = JsonSerializer.SerializeToUtf8Bytes(entry, Options);
        return (open, texts.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(texts));
    }

    /// <param name="personal">As parted; null where the key is no more.</param>
    /// <exception cref="JsonException">It is no entry, or the parts do not belong together.</exception>
    public static Entry Join(ReadOnlySpan<byte> open, ReadOnlySpan<byte> personal, bool keyIsGone)
    {
        texts = personal.IsEmpty ? [] : JsonSerializer.Deserialize<List<string>>(personal)!;
        erased = keyIsGone;
        return JsonSerializer.Deserialize<Entry>(open, Options)!;
    }

    /// <summary>The personal texts of an entry, as parted.</summary>
    public static IReadOnlyList<string> TextsOf(ReadOnlySpan<byte> personal) => JsonSerializer.Deserialize<List<string>>(personal)!;

    private static void TakeOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true)
                property.CustomConverter = new InTheirPlace();
    }

    private sealed class InTheirPlace : JsonConverter<string>
    {
        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            writer.WriteNumberValue(texts!.Count);
            texts.Add(value);
        }

        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var place = reader.GetInt32();
            if (erased) return Erased;
            return place >= 0 && place < texts!.Count ? texts[place] : throw new JsonException($"There is no personal text {place}.");
        }
    }
}
