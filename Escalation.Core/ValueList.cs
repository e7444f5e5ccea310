using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Core;

/// <summary>
/// A list that is equal to another when its items are, in their order: so that facts and states, which are records, compare by what
/// they say. Never changes once made. Appending shares the items already there, so that a long record folds in time linear in its length.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListJson))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public static readonly ValueList<T> Empty = new([]);

    private readonly Shared shared;

    public ValueList(T[] items) : this(new Shared(items, items.Length), items.Length)
    {
    }

    private ValueList(Shared shared, int count)
    {
        this.shared = shared;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] => Items[index];

    private ReadOnlySpan<T> Items => shared.Items.AsSpan(0, Count);

    /// <summary>This list and one more item. The first to append to a list takes the free place behind it; others copy.</summary>
    public ValueList<T> With(T item)
    {
        if (shared.Take(Count, item)) return new ValueList<T>(shared, Count + 1);
        var room = new T[Math.Max(4, Count * 2)];
        Items.CopyTo(room);
        room[Count] = item;
        return new ValueList<T>(new Shared(room, Count + 1), Count + 1);
    }

    /// <summary>The same list with <paramref name="after"/> wherever <paramref name="which"/> held; this list itself if it never did.</summary>
    public ValueList<T> Replace(Func<T, bool> which, Func<T, T> after)
    {
        T[]? changed = null;
        for (var i = 0; i < Count; i++)
            if (which(shared.Items[i])) (changed ??= Items.ToArray())[i] = after(shared.Items[i]);
        return changed is null ? this : new ValueList<T>(changed);
    }

    /// <summary>What becomes of each item, in their order.</summary>
    public ValueList<TResult> Map<TResult>(Func<T, TResult> become)
    {
        if (Count == 0) return ValueList<TResult>.Empty;
        var results = new TResult[Count];
        for (var i = 0; i < results.Length; i++) results[i] = become(shared.Items[i]);
        return new ValueList<TResult>(results);
    }

    public ValueList<T> Without(Func<T, bool> which) => this.Where(item => !which(item)).ToValueList();

    public bool Equals(ValueList<T>? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", this)}]";

    // Every decision goes through many short lists: a loop over one, or a look for an item, allocates nothing.
    public ArraySegment<T>.Enumerator GetEnumerator() => new ArraySegment<T>(shared.Items, 0, Count).GetEnumerator();

    public bool Contains(T item) => Array.IndexOf(shared.Items, item, 0, Count) >= 0;

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Items that several lists begin with; those from <c>used</c> on belong to none yet.</summary>
    private sealed class Shared(T[] items, int used)
    {
        public T[] Items => items;

        public bool Take(int place, T item)
        {
            if (place >= items.Length || Interlocked.CompareExchange(ref used, place + 1, place) != place) return false;
            items[place] = item;
            return true;
        }
    }
}

public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all.Length == 0 ? ValueList<T>.Empty : new(all);
    }
}

internal sealed class ValueListJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<ValueList<T>>
    {
        private JsonConverter<T>? ofItem;

        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("It has to be a list.");
            // Asked of the items' own converter: the serializer, asked for a list in the midst of another value, goes through its text twice.
            List<T> items = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.Null) throw new JsonException("A list holds no null.");
                items.Add(ConverterFrom(options).Read(ref reader, typeof(T), options)!);
            }

            return items.ToValueList();
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) ConverterFrom(options).Write(writer, item, options);
            writer.WriteEndArray();
        }

        // Not before it is needed, for an item can hold such a list itself.
        private JsonConverter<T> ConverterFrom(JsonSerializerOptions options) => ofItem ??= (JsonConverter<T>)options.GetConverter(typeof(T));
    }
}
