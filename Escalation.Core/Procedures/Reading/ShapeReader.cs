using System.Text.Json;

namespace Escalation.Core.Procedures;

/// <summary>
/// Makes the records of the model from JSON and notes whatever does not fit. What it hands back counts only if it noted nothing.
/// </summary>
internal sealed class ShapeReader
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    public object? Read(JsonElement json, Type type, string path) => Shape.Of(type) switch
    {
        Shape.Group(var record) when json.ValueKind == JsonValueKind.Object => Record(json, record, path),
        Shape.ListOf(var item) when json.ValueKind == JsonValueKind.Array => List(json, item, path),
        Shape.YesNo when json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        Shape.WholeNumber when json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) => number,
        { IsWritten: true } shape when json.ValueKind == JsonValueKind.String => Take(Taken.From(json.GetString()!, shape), path),
        var shape => Note(path, $"is {Found(json)} and must be {shape.InWords}"),
    };

    private object? Record(JsonElement json, Type record, string path)
    {
        var members = Member.Of(record);
        var written = json.EnumerateObject().ToLookup(p => p.Name, p => p.Value);
        foreach (var twice in written.Where(w => w.Count() > 1)) Note(JsonPath.To(path, twice.Key), "stands here more than once; "
            + "keep one of them");
        var meant = Unknown(written, members, path);
        var arguments = members.Select(m => Argument(m, written[m.Name], JsonPath.To(path, m.Name), meant)).ToArray();
        return problems.Count > 0 ? null : Member.Constructor(record).Invoke(arguments);
    }

    /// <summary>Notes the members that the model does not have, and returns those that were probably meant by them.</summary>
    private HashSet<string> Unknown(ILookup<string, JsonElement> written, IReadOnlyList<Member> members, string path)
    {
        var free = members.Select(m => m.Name).Where(name => !written.Contains(name)).ToList();
        var meant = new HashSet<string>();
        foreach (var name in written.Select(w => w.Key).Except(members.Select(m => m.Name)))
        {
            // Editors find the schema by it.
            if (path == "$" && name == "$schema") continue;
            if (Nearest.To(name, free) is { } near) meant.Add(near);
            var known = Sentence.And(members.Select(m => m.Name));
            Note(JsonPath.To(path, name), $"is not known here{Sentence.Suggestion(name, free)} (known here: {known})");
        }

        return meant;
    }

    private object? Argument(Member member, IEnumerable<JsonElement> written, string path, HashSet<string> meant)
    {
        foreach (var json in written)
        {
            if (json.ValueKind == JsonValueKind.Null && !member.Required) return Note(path, "is null; leave it out instead");
            return Read(json, member.Parameter.ParameterType, path);
        }

        // A slip of the pen in a required member is one mistake and not two.
        if (member.Required && !meant.Contains(member.Name)) return Note(path, $"is missing and must be {member.Shape.InWords}");
        return member.Parameter.HasDefaultValue ? member.Parameter.DefaultValue : null;
    }

    private object List(JsonElement json, Type item, string path)
    {
        var items = json.EnumerateArray().Select((element, i) => Read(element, item, $"{path}[{i}]")).ToArray();
        var list = Array.CreateInstance(item, items.Length);
        // What did not fit is null, which a list of values cannot hold; it has been noted, so the list will not be used.
        for (var i = 0; i < items.Length; i++) list.SetValue(items[i], i);
        return Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(item), list)!;
    }

    private object? Take(Taken taken, string path) => taken.Problem is { } what ? Note(path, what) : taken.Value;

    private object? Note(string path, string what)
    {
        problems.Add(new(path, what));
        return null;
    }

    private static string Found(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Null => "null",
        _ => Sentence.Short(json.GetRawText()),
    };
}
