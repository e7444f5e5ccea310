using System.Reflection;
using System.Text.Json;

namespace Escalation.Service.Api.Reading;

/// <summary>What a value may look like in JSON. Requests are read by it and described by it, so that the description cannot be wrong.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    /// <param name="Most">Characters at most; none where we write it ourselves.</param>
    /// <param name="Breaks">Whether it can have line breaks.</param>
    public sealed record Text(int? Most = null, bool Breaks = false) : Shape;

    public sealed record Id : Shape;

    public sealed record Name(Type Enum) : Shape
    {
        public IReadOnlyDictionary<string, object> Values { get; } =
            System.Enum.GetValues(Enum).Cast<Enum>().ToDictionary(v => Core.KebabCase.Of(v), object (v) => v);
    }

    public sealed record Day : Shape;

    public sealed record Instant : Shape;

    public sealed record Whole(int Least, int Most) : Shape;

    public sealed record Truth : Shape;

    public sealed record ListOf(Shape Item, Type ItemType) : Shape;

    /// <summary>An object whose members are the caller's own: the fields of a form.</summary>
    public sealed record Texts : Shape;

    /// <summary>An object whose form is described elsewhere.</summary>
    public sealed record Free(string Where) : Shape;

    public sealed record Members(Type Type, IReadOnlyList<Member> All) : Shape
    {
        private readonly Dictionary<string, int> places = Enumerable.Range(0, All.Count).ToDictionary(i => All[i].Name);

        private readonly ConstructorInvoker constructor = ConstructorInvoker.Create(Shapes.ConstructorOf(Type));

        /// <summary>Which of all members has this name; -1 if none has.</summary>
        public int PlaceOf(string name) => places.GetValueOrDefault(name, -1);

        public Member? Find(string name) => PlaceOf(name) is >= 0 and var place ? All[place] : null;

        /// <param name="values">Of all members, in their order.</param>
        public object Make(object?[] values) => constructor.Invoke(values);
    }

    /// <summary>What a list holds at most.</summary>
    public static int MostItems => Limits.Items;

    public static string NameOf(string parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter);
}

/// <summary>A member of an object.</summary>
/// <param name="Needed">Whether a request without it is refused.</param>
/// <param name="Otherwise">What it is where it is left out.</param>
internal sealed record Member(string Name, Shape Shape, bool Needed, object? Otherwise, string? Meaning);
