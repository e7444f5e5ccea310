using System.Collections;
using System.Reflection;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Stored;

/// <summary>
/// An entry for every fact, made from its shape: every member said, so that the approved file shows how each is written; and once with
/// everything left out that may be.
/// </summary>
internal static class Examples
{
    private static readonly DateTimeOffset Moment = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(1));

    private static readonly Actor By = new Actor.Worker("Ann Archer", "manager", "council-north", "Ben Bow");

    public static IEnumerable<Type> Facts => typeof(Fact).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Fact)));

    public static Entry Full(Type fact) => new(7, Moment, By, "request-1", (Fact)Make(fact, sparse: false));

    public static Entry Sparse(Type fact) => new(7, Moment, Actor.Clock, "request-1", (Fact)Make(fact, sparse: true));

    private static object Make(Type record, bool sparse)
    {
        var constructor = record.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => MayBeNull(p) && sparse ? null : Value(p.ParameterType, p.Name!, sparse))]);
    }

    private static object Value(Type type, string name, bool sparse) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Value(inner, name, sparse),
        _ when type == typeof(string) => name,
        _ when type == typeof(int) => 2,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => Moment,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 4, 2),
        _ when type == typeof(Who) => Who.RespondingAgency,
        _ when type == typeof(Allowance) => new Allowance.WorkingDays(2),
        _ when type == typeof(CountsFrom) => new CountsFrom(Happening.Outset),
        _ when type == typeof(SkippedDay) => new SkippedDay(new DateOnly(2026, 4, 3), "Good Friday"),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        _ when typeof(IEnumerable).IsAssignableFrom(type) => List(type, name, sparse),
        _ => Make(type, sparse),
    };

    private static object List(Type type, string name, bool sparse)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, sparse ? 0 : 1);
        if (!sparse) items.SetValue(Value(item, name, sparse), 0);
        return Activator.CreateInstance(type, items)!;
    }

    private static bool MayBeNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
