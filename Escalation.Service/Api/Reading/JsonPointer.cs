namespace Escalation.Service.Api.Reading;

/// <summary>Places in a body (RFC 6901).</summary>
internal static class JsonPointer
{
    private const int LongestName = 100;

    public static string Member(string pointer, string name) => name.Length <= LongestName && name.AsSpan().IndexOfAny('~', '/') < 0
        ? string.Concat(pointer, "/", name)
        : $"{pointer}/{(name.Length > LongestName ? name[..LongestName] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Item(string pointer, int index) => $"{pointer}/{index}";

    /// <summary>The place of a refusal's field, such as "actions[0].what"; none where the body has no such member.</summary>
    public static string? Of(string? field, Shape body)
    {
        if (field is null) return null;
        var (pointer, shape) = ("", (Shape?)body);
        foreach (var name in field.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
        {
            shape = shape switch
            {
                Shape.Members members => members.Find(name)?.Shape,
                Shape.ListOf list => list.Item,
                Shape.Texts => new Shape.Text(Limits.Narrative, Breaks: true),
                _ => null,
            };
            if (shape is null) return null;
            pointer = Member(pointer, name);
        }

        return pointer;
    }
}
