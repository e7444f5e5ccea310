using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Escalation.Core;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Stored;

/// <summary>The two pages that mirror code, made by it.</summary>
internal static class GeneratedDocuments
{
    private const string Note = "Made from the code by the tests; change the code, then run them with `APPROVE=1`.\n";

    public static string Refusals()
    {
        var text = new StringBuilder($"# Refusals\n\n{Note}\nA refusal carries one of these codes, a sentence for people, and the member that it is about, "
            + "if it is about one. The codes never change.\n\n| Code | Meaning |\n|---|---|\n");
        foreach (var code in Enum.GetValues<RefusalCode>())
            text.Append($"| `{KebabCase.Of(code)}` | {typeof(RefusalCode).GetField($"{code}")!.GetCustomAttribute<MeaningAttribute>()!.Sentence} |\n");
        return text.ToString();
    }

    public static string Facts()
    {
        var inner = new List<Type>();
        var text = new StringBuilder($"# Facts\n\n{Note}\nA line of the record of a difference is an [entry](#entry); what became true is its fact, told by the "
            + "member `fact`. Members are added and never renamed. Personal members are encrypted under the difference's own key.\n\n## Entry\n\n");
        text.Append(Table(typeof(Entry), inner));
        foreach (var stored in typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>())
            text.Append($"\n## {stored.TypeDiscriminator}\n\n").Append(Table(stored.DerivedType, inner));
        for (var i = 0; i < inner.Count; i++)
            text.Append($"\n## {Title(inner[i])}\n\n").Append(Section(inner[i], inner));
        return text.ToString();
    }

    private static string Section(Type type, List<Type> inner)
    {
        if (type.IsEnum) return $"One of {string.Join(", ", type.GetEnumNames().Select(n => $"`{KebabCase.Of(n)}`"))}.\n";
        var cases = type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        if (cases.Count == 0) return Table(type, inner);
        return string.Join("\n", cases.Select(c => $"Where `is` is `{c.TypeDiscriminator}`:\n\n{Table(c.DerivedType, inner)}"));
    }

    private static string Table(Type record, List<Type> inner)
    {
        var members = record.GetConstructors().Single().GetParameters();
        if (members.Length == 0) return "No members.\n";
        return "| Member | Form | Personal |\n|---|---|---|\n" + string.Concat(members.Select(m =>
            $"| `{char.ToLowerInvariant(m.Name![0])}{m.Name[1..]}` | {Form(m.ParameterType, inner)}{(IsOptional(m) ? ", or none" : "")} | "
            + $"{(record.GetProperty(m.Name)!.IsDefined(typeof(PersonalAttribute)) ? "personal" : "")} |\n"));
    }

    private static string Form(Type type, List<Type> inner) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } value => Form(value, inner),
        { IsGenericType: true } => $"array of {Form(type.GetGenericArguments()[0], inner)}",
        _ when type == typeof(string) => "string",
        _ when type == typeof(int) => "number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateTimeOffset) => "string: instant, `2026-04-01T10:00:00+01:00`",
        _ when type == typeof(DateOnly) => "string: day, `2026-04-01`",
        _ when type.GetCustomAttribute<TextFormAttribute>() is not null => $"string: [{Title(type).ToLowerInvariant()}](procedure-reference.md#{KebabCase.Of(type.Name)})",
        _ when type == typeof(Fact) => "object: one of the facts below",
        _ => Link(type, inner),
    };

    private static string Link(Type type, List<Type> inner)
    {
        if (!inner.Contains(type)) inner.Add(type);
        return $"{(type.IsEnum ? "string" : "object")}: [{Title(type).ToLowerInvariant()}](#{KebabCase.Of(type.Name)})";
    }

    private static string Title(Type type) => KebabCase.Of(type.Name) is var name ? $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}" : "";

    private static bool IsOptional(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
