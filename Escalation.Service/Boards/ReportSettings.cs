using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Service.Boards;

/// <summary>How a board has its overdue report sent, where it wants it otherwise than its procedure says.</summary>
/// <param name="At">Local time; as the procedure in force says unless said here, and 8am where neither does.</param>
/// <param name="EveryDay">Also on days that are not working days of the board.</param>
/// <param name="Csv">Whether the list comes along as a table for a spreadsheet.</param>
/// <param name="Stage">The stage whose contacts get their agency's part; the highest at which the agency has somebody unless said.</param>
/// <param name="EmptyParts">
/// Whether an agency is written to also when nothing waits for it. The board office always is: the letter says that the report works.
/// </param>
public sealed record ReportSettings(
    [property: JsonConverter(typeof(HourAndMinute))] TimeOnly? At = null,
    bool EveryDay = false,
    bool Csv = false,
    string? Stage = null,
    bool EmptyParts = false,
    ReportTo To = ReportTo.Everybody)
{
    public static ReportSettings Usual { get; } = new();
}

/// <summary>Who gets the overdue report.</summary>
public enum ReportTo
{
    /// <summary>The board's own people all of it, and each agency its part.</summary>
    Everybody,

    /// <summary>The board's own people, and no agency.</summary>
    Board,

    Nobody,
}

/// <summary>"08:30", as procedure files have it, and nothing finer.</summary>
internal sealed class HourAndMinute : JsonConverter<TimeOnly>
{
    private const string Form = "HH:mm";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException($"'{reader.GetString()}' is no time of the day such as \"08:30\".");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
}
