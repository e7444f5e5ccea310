using System.Globalization;

namespace Escalation.Core.Figures.Writing;

/// <summary>Numbers as people read them.</summary>
public static class FigureWords
{
    public static string Of(Figure figure, int? smallest) => figure switch
    {
        { Number: { } number } => number.ToString("#,0", CultureInfo.InvariantCulture),
        { Hidden: Hidden.TooFew } => string.Create(CultureInfo.InvariantCulture, $"fewer than {smallest}"),
        { Hidden: Hidden.Withheld } => "not shown",
        _ => "none yet",
    };

    /// <summary>What a reader has to know of numbers that are left out; none where none are.</summary>
    public static string? AboutHidden(MonitoringFigures figures) => figures.Smallest is { } smallest
        ? $"Numbers from 1 to {smallest - 1} are left out, so that they tell of no single person. \"Not shown\" are those and others from which they could be reckoned."
        : null;
}
