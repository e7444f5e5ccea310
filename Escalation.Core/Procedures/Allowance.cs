using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Escalation.Core.Procedures;

/// <summary>How long somebody has, as a procedure says it: "2 working days", "48 hours", "as agreed".</summary>
[TextForm(Forms, "a number and a unit, such as \"2 working days\", \"1 working week\", \"48 hours\", \"24 elapsed hours\" or "
    + "\"14 calendar days\", or else \"same working day\", \"as agreed\" or \"without delay\"")]
[JsonConverter(typeof(TextFormJson<Allowance>))]
public abstract partial record Allowance : IParsable<Allowance>
{
    private const string Forms =
        "^([1-9][0-9]{0,2}) (working day|working week|elapsed hour|hour|calendar day)s?$|^(same working day|as agreed|without delay)$";

    private Allowance()
    {
    }

    /// <summary>Whether the calendar alone says when it is over: neither agreed by people nor left to their diligence.</summary>
    public bool HasNumber => this is not (AsAgreed or WithoutDelay);

    public sealed record WorkingDays(int Count) : Allowance
    {
        public override string ToString() => Plural(Count, "working day");
    }

    /// <summary>A working week is five working days, wherever in the week it begins.</summary>
    public sealed record WorkingWeeks(int Count) : Allowance
    {
        public override string ToString() => Plural(Count, "working week");
    }

    /// <summary>Hours of which the procedure says whether they elapse on the clock or stand for working days of 24 hours.</summary>
    public sealed record Hours(int Count) : Allowance
    {
        public override string ToString() => Plural(Count, "hour");
    }

    /// <summary>Hours on the clock, nights and weekends included, whatever the procedure says of other hours.</summary>
    public sealed record ElapsedHours(int Count) : Allowance
    {
        public override string ToString() => Plural(Count, "elapsed hour");
    }

    public sealed record CalendarDays(int Count) : Allowance
    {
        public override string ToString() => Plural(Count, "calendar day");
    }

    public sealed record SameWorkingDay : Allowance
    {
        public override string ToString() => "same working day";
    }

    /// <summary>Until a day that both sides agree; until they have, reminders are sent.</summary>
    public sealed record AsAgreed : Allowance
    {
        public override string ToString() => "as agreed";
    }

    /// <summary>No number: the duty stands, and reminders are sent.</summary>
    public sealed record WithoutDelay : Allowance
    {
        public override string ToString() => "without delay";
    }

    public static Allowance Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var allowance) ? allowance : throw new FormatException($"'{s}' is not an allowance.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Allowance result)
    {
        var match = Form().Match(s ?? "");
        result = match.Success ? match.Groups[2].Success ? Counted(match) : Named(s!) : null;
        return result is not null;
    }

    private static Allowance Counted(Match match)
    {
        var count = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "working day" => new WorkingDays(count),
            "working week" => new WorkingWeeks(count),
            "elapsed hour" => new ElapsedHours(count),
            "hour" => new Hours(count),
            _ => new CalendarDays(count),
        };
    }

    private static Allowance Named(string name) => name switch
    {
        "same working day" => new SameWorkingDay(),
        "as agreed" => new AsAgreed(),
        _ => new WithoutDelay(),
    };

    private static string Plural(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    [GeneratedRegex(Forms)]
    private static partial Regex Form();
}
