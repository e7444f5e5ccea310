using System.Collections;
using System.Text.Json.Nodes;

namespace Escalation.Core.Procedures;

/// <summary>
/// What a member is when a file leaves it out. The model says it in code, so it is asked: two samples of the record that differ in
/// everything a file must say agree on what is a default, and disagree on what follows from something else.
/// </summary>
internal static class Default
{
    /// <summary>As a file would write it; null where nothing stands for it, or what does depends on other members.</summary>
    public static JsonNode? Of(Member member)
    {
        if (member.Required) return null;
        var record = member.Property.DeclaringType!;
        var (one, other) = (Written(member.Property.GetValue(Sample(record, 0))), Written(member.Property.GetValue(Sample(record, 1))));
        return JsonNode.DeepEquals(one, other) ? one : null;
    }

    private static object Sample(Type record, int variant) => Member.Constructor(record)
        .Invoke([.. Member.Of(record).Select(m => m.Required ? Value(m.Parameter.ParameterType, variant) : m.Parameter.DefaultValue)]);

    private static object Value(Type type, int variant) => Shape.Of(type) switch
    {
        Shape.YesNo => variant == 1,
        Shape.WholeNumber => variant,
        Shape.TimeOfDay => new TimeOnly(variant, 0),
        Shape.Choice(var names) => Enum.GetValues(names).GetValue(variant)!,
        Shape.ListOf(var item) => Activator.CreateInstance(type, Array.CreateInstance(item, 0))!,
        Shape.Group(var record) => Sample(record, variant),
        Shape.Formed when type == typeof(Who) => variant == 0 ? Who.RaisingAgency : Who.RespondingAgency,
        Shape.Formed when type == typeof(Allowance) => new Allowance.WorkingDays(variant + 1),
        _ => $"{variant}",
    };

    private static JsonNode? Written(object? value) => value switch
    {
        null => null,
        bool yes => yes,
        int number => number,
        Enum name => KebabCase.Of(name),
        string or Who or Allowance or CountsFrom => value.ToString(),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(Written)]),
        _ => null,
    };
}
