namespace Escalation.Service.Api.Reading;

/// <summary>How much a request may hold. What is longer is a mistake or an attack; nobody writes it to be read.</summary>
internal static class Limits
{
    public const int Body = 256 * 1024;

    public const int Depth = 10;

    /// <summary>Characters of what people tell: views, reasons, decisions.</summary>
    public const int Narrative = 10_000;

    /// <summary>Characters of a name, a role, a place: one line.</summary>
    public const int Line = 200;

    public const int Items = 100;

    /// <summary>Mistakes that are listed; whoever makes more has misunderstood more than a list can tell.</summary>
    public const int Mistakes = 100;

    // A lifetime before and after: beyond lies a slip in the year, and the end of what a calendar can count.
    public const int FirstYear = 1900, LastYear = 2200;
}

/// <summary>What somebody tells at length, with line breaks.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NarrativeAttribute : Attribute;

/// <summary>A file that somebody hands in as a text. Nothing but the size of the body limits it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class WholeFileAttribute : Attribute;

/// <summary>A name that a program gives: it stands in addresses, so it holds letters, figures, hyphens, dots and underscores only.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class IdAttribute : Attribute;
