namespace Escalation.Core.Procedures.Drawing;

/// <summary>Everything that will be drawn, in its place. Lengths are thirds of a millimetre, so that a page of A4 is 630 by 891.</summary>
internal sealed record Sheet(IReadOnlyList<PlacedLine> Heading, IReadOnlyList<Panel> Panels, IReadOnlyList<Arrow> Arrows,
    IReadOnlyList<PlacedLine> Labels, double Scale)
{
    public const double Width = 630;
    public const double Height = 891;
    public const double Margin = 30;
    public const double Right = Width - Margin;
}

internal readonly record struct Place(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>A line of text; <paramref name="Y"/> is its baseline.</summary>
internal sealed record PlacedLine(Line Line, double X, double Y, double Size, bool OnDark = false);

/// <summary>What a panel is, which decides how it looks. Informal and formal differ in corner, frame and heading, not in colour alone.</summary>
internal enum Look { Informal, Formal, Start, Elsewhere, Settled, Route, Emergency }

internal sealed record Panel(Look Look, string Name, Place Place, double HeadHeight, IReadOnlyList<PlacedLine> Lines, bool Dashed = false)
{
    public IReadOnlyList<Panel> Inner { get; init; } = [];

    public Panel Lowered(double by) => this with
    {
        Place = Place with { Y = Place.Y + by },
        Lines = [.. Lines.Select(l => l with { Y = l.Y + by })],
        Inner = [.. Inner.Select(p => p.Lowered(by))],
    };
}

internal enum Stroke { Plain, AtRisk }

/// <summary>A line through points with a head at its end.</summary>
internal sealed record Arrow(IReadOnlyList<(double X, double Y)> Points, Stroke Stroke = Stroke.Plain, bool Head = true);
