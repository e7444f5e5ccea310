using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Escalation.Core.Procedures;

/// <summary>One member of an object in the file: a parameter of the record's constructor, and the property that the parameter became.</summary>
internal sealed record Member(string Name, ParameterInfo Parameter, PropertyInfo Property)
{
    public bool Required => !Parameter.HasDefaultValue;

    public Shape Shape => Shape.Of(Parameter.ParameterType);

    public string? Meaning => Parameter.GetCustomAttribute<MeaningAttribute>()?.Sentence;

    public BetweenAttribute? Range { get; } = Parameter.GetCustomAttribute<BetweenAttribute>();

    /// <summary>In the order in which the model, and so every reference, lists them.</summary>
    public static IReadOnlyList<Member> Of(Type record) => Known.GetOrAdd(record, static type => Declared(type));

    private static IReadOnlyList<Member> Declared(Type record) =>
        [.. Constructor(record).GetParameters().Select(p => new Member(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p, record.GetProperty(p.Name!)!))];

    // A check asks for the same members thousands of times, and reflection is slow to say the same again.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> Known = new();

    /// <summary>A sealed record has one public constructor, the one its members are declared in.</summary>
    public static ConstructorInfo Constructor(Type record) => record.GetConstructors().Single();
}
