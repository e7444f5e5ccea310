using System.Reflection;

namespace Escalation.Core.Procedures;

/// <summary>The types that a procedure file is made of, each once, in the order in which a reader meets them.</summary>
internal static class Model
{
    public static IReadOnlyList<Shape> Shapes { get; } = Met();

    public static string? MeaningOf(MemberInfo type) => type.GetCustomAttribute<MeaningAttribute>()?.Sentence;

    private static List<Shape> Met()
    {
        var met = new List<Shape>();
        Meet(new Shape.Group(typeof(Procedure)));
        return met;

        void Meet(Shape shape)
        {
            if (shape is Shape.ListOf(var item)) Meet(Shape.Of(item));
            if (shape is not (Shape.Group or Shape.Choice or Shape.Formed) || met.Contains(shape)) return;
            met.Add(shape);
            if (shape is Shape.Formed { Names: { } names }) Meet(names);
            if (shape is not Shape.Group(var record)) return;
            foreach (var member in Member.Of(record)) Meet(member.Shape);
        }
    }
}
