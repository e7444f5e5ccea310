using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Forms;

/// <summary>A field of a form and what stands in it.</summary>
/// <param name="Value">As it is kept; empty where nothing was entered.</param>
/// <param name="Number">Number of the entry of the record that last filled it; 0 before the first.</param>
/// <param name="From">The earlier stage at which it was entered, where it came along from there.</param>
internal sealed record SheetLine(Field Field, string Value, int Number, string? From)
{
    public bool IsByService => Field.Kind is FieldKind.StageOfResolution or FieldKind.DaysTaken;

    public bool IsFilled => Value.Length > 0;

    public bool IsMissing => Field.Required && !IsByService && !IsFilled;

    public string InWords => Field.Kind switch
    {
        FieldKind.Date when DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateWords.Of(day),
        FieldKind.YesNo => Value switch { Choice.Yes => "Yes", Choice.No => "No", _ => "" },
        _ => Value,
    };

    /// <summary>What is read where nothing stands.</summary>
    public string OrWhyEmpty => IsFilled ? InWords : IsByService ? "The service fills this in when the difference is settled." : "Nothing entered";

    public static IReadOnlyList<SheetLine> Of(Form form, Standpoint at)
    {
        var entered = LastEntered(form.Id, at);
        var entries = at.Standing.FindForm(form.Id)?.Entries ?? [];
        return [.. form.Fields.Select(field => entered.TryGetValue(field.Id, out var last)
            ? new SheetLine(field, entries.FirstOrDefault(e => e.Field == field.Id)?.Value ?? "", last.Number, last.Stage == at.Standing.Stage ? null : last.Stage)
            : new SheetLine(field, ByService(field, at), 0, null))];
    }

    private static Dictionary<string, (int Number, string Stage)> LastEntered(string form, Standpoint at)
    {
        var stage = "";
        Dictionary<string, (int, string)> last = [];
        foreach (var entry in at.Entries)
        {
            if (entry.Fact is Fact.StageEntered entered) stage = entered.Stage;
            if (entry.Fact is not Fact.FormFilled filled || filled.Form != form) continue;
            foreach (var (field, _) in filled.Entries) last[field] = (entry.Number, stage);
        }

        return last;
    }

    private static string ByService(Field field, Standpoint at)
    {
        if (at.Standing.Settlement is not { } settlement) return "";
        return field.Kind switch
        {
            FieldKind.StageOfResolution => at.TitleOf(settlement.Stage),
            FieldKind.DaysTaken => DaysOf(settlement.Of, at),
            _ => "",
        };
    }

    private static string DaysOf(string outcome, Standpoint at) =>
        at.Entries.Select(e => e.Fact).OfType<Fact.OutcomeSettled>().LastOrDefault(f => f.Of == outcome) is { DaysTaken: var days }
            ? days == 1 ? "1 day" : $"{days} days"
            : "";
}
