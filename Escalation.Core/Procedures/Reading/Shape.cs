using System.Collections.Concurrent;
using System.Reflection;

namespace Escalation.Core.Procedures;

/// <summary>How a type of the model is written in the file. The reader, the walk, the schema and the reference all go by it.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>What somebody would write, as the rest of "must be …".</summary>
    public abstract string InWords { get; }

    /// <summary>Whether JSON has it as text in quotes.</summary>
    public bool IsWritten => this is Text or TimeOfDay or Choice or Formed;

    /// <summary>The type of the model that has a section in the schema and the reference.</summary>
    public Type NamedType => this switch
    {
        Group(var type) => type,
        Choice(var type) => type,
        Formed(var type) => type,
        _ => throw new InvalidOperationException($"{this} is written in place and has no name."),
    };

    public sealed record Text : Shape
    {
        public override string InWords => "text in quotes";
    }

    public sealed record YesNo : Shape
    {
        public override string InWords => "true or false";
    }

    public sealed record WholeNumber : Shape
    {
        public override string InWords => "a whole number";
    }

    public sealed record TimeOfDay : Shape
    {
        public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

        public override string InWords => "a time as hours and minutes, such as \"17:00\"";
    }

    /// <summary>One name of an enumeration, in small letters with hyphens.</summary>
    public sealed record Choice(Type Enum) : Shape
    {
        public IReadOnlyList<string> Names => [.. Enum.GetEnumNames().Select(KebabCase.Of)];

        public override string InWords => Sentence.Or(Names);
    }

    /// <summary>Text that parses itself.</summary>
    public sealed record Formed(Type Type) : Shape
    {
        /// <summary>The enumeration whose names are among what can be written.</summary>
        public Choice? Names => Type == typeof(CountsFrom) ? new(typeof(Happening)) : null;

        public TextFormAttribute Form => Type.GetCustomAttribute<TextFormAttribute>()!;

        public override string InWords => Form.InWords;
    }

    public sealed record ListOf(Type Item) : Shape
    {
        public override string InWords => "a list in square brackets";
    }

    public sealed record Group(Type Type) : Shape
    {
        public override string InWords => Needed is { Count: > 0 } needed ? $"an object in curly brackets with "
            + $"{Sentence.And(needed)}" : "an object in curly brackets";

        private List<string> Needed => [.. Member.Of(Type).Where(m => m.Required).Select(m => m.Name)];
    }

    public static Shape Of(Type type) => Known.GetOrAdd(type, static t => Made(t));

    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private static Shape Made(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Made(underlying),
        _ when type == typeof(string) => new Text(),
        _ when type == typeof(bool) => new YesNo(),
        _ when type == typeof(int) => new WholeNumber(),
        _ when type == typeof(TimeOnly) => new TimeOfDay(),
        { IsEnum: true } => new Choice(type),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) => new ListOf(type.GetGenericArguments()[0]),
        _ when type.IsDefined(typeof(TextFormAttribute)) => new Formed(type),
        _ => new Group(type),
    };
}
