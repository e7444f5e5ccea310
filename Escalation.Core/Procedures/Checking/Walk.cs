namespace Escalation.Core.Procedures;

/// <summary>A value somewhere in a procedure, its path in the file, and the member that holds it; items of a list have none.</summary>
internal sealed record Place(string Path, object Value, Member? Member);

/// <summary>
/// Goes through everything that a procedure says, so that a rule about every id, every <see cref="Who"/> or every <see cref="Allowance"/>
/// holds for members that are added to the model later too.
/// </summary>
internal static class Walk
{
    /// <summary>Outer before inner, and otherwise in the order of the model.</summary>
    public static IEnumerable<Place> Over(Procedure procedure) => From(new("$", procedure, null));

    public static IEnumerable<(string Path, T Value)> Of<T>(Procedure procedure) =>
        Over(procedure).Where(p => p.Value is T).Select(p => (p.Path, (T)p.Value));

    /// <summary>The items of a list with the path of each.</summary>
    public static IEnumerable<(string Path, T Value)> Items<T>(string path, IEnumerable<T> items) => items.Select((item, i) => ($"{path}[{i}]", item));

    private static IEnumerable<Place> From(Place place) => Inside(place).SelectMany(From).Prepend(place);

    /// <summary>What stands directly in a place: members of an object, items of a list.</summary>
    public static IEnumerable<Place> Inside(Place place) => Shape.Of(place.Value.GetType()) switch
    {
        Shape.ListOf => Items(place.Path, ((System.Collections.IEnumerable)place.Value).Cast<object>()).Select(i => new Place(i.Path, i.Value, null)),
        Shape.Group(var record) =>
            from member in Member.Of(record)
            let value = member.Property.GetValue(place.Value)
            where value is not null
            select new Place(JsonPath.To(place.Path, member.Name), value, member),
        _ => [],
    };
}
