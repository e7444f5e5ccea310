using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Api.Reading;

/// <summary>Finds the shape of a record from its constructor: what can be null or has a default can be left out.</summary>
internal static class Shapes
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = [];

    public static Shape Of(Type type) => Known.GetOrAdd(type, static t => Plain(t) ?? MembersOf(t));

    private static Shape.Members MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return new Shape.Members(type, [.. ConstructorOf(type).GetParameters().Select(p => MemberOf(p, nullability))]);
    }

    public static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();

    private static Member MemberOf(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        var needed = nullability.Create(parameter).WriteState != NullabilityState.Nullable && !parameter.HasDefaultValue;
        var otherwise = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return new Member(
            Shape.NameOf(parameter.Name!), ShapeOf(parameter), needed, otherwise, parameter.GetCustomAttribute<MeaningAttribute>()?.Sentence);
    }

    private static Shape ShapeOf(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(NarrativeAttribute))) return new Shape.Text(Limits.Narrative, Breaks: true);
        if (parameter.IsDefined(typeof(WholeFileAttribute))) return new Shape.Text(Limits.Body, Breaks: true);
        if (parameter.IsDefined(typeof(IdAttribute)))
            return parameter.ParameterType == typeof(string) ? new Shape.Id() : new Shape.ListOf(new Shape.Id(), typeof(string));
        var between = parameter.GetCustomAttribute<BetweenAttribute>();
        return between is null ? Of(parameter.ParameterType) : new Shape.Whole(between.Least, between.Most);
    }

    private static Shape? Plain(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string)) return new Shape.Text(Limits.Line);
        if (bare == typeof(DateOnly)) return new Shape.Day();
        if (bare == typeof(DateTimeOffset)) return new Shape.Instant();
        if (bare == typeof(int)) return new Shape.Whole(0, int.MaxValue);
        if (bare == typeof(bool)) return new Shape.Truth();
        if (bare.IsEnum) return new Shape.Name(bare);
        if (bare == typeof(IReadOnlyDictionary<string, string>)) return new Shape.Texts();
        if (bare == typeof(Entry)) return new Shape.Free("An entry of the record; its facts are listed in docs/facts.md.");
        if (bare == typeof(JsonElement)) return new Shape.Free("As published; procedures/procedure.schema.json describes it.");
        return ItemOf(bare) is { } item ? new Shape.ListOf(Of(item), item) : null;
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueList<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            ? type.GetGenericArguments()[0]
            : null;
}
