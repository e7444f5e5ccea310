using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Simulating;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>"What happens, and when, if nobody acts?" From a day and a time that the asker chooses.</summary>
internal sealed class ProcedureDates(Reception reception) : ProcedurePage(reception)
{
    /// <summary>Working days are known long enough beyond it for every procedure to come to its end.</summary>
    private const int LastYear = BankHolidays.LastYear - 5;

    private static readonly IReadOnlyList<Question> Questions =
    [
        new Day("outset", "When is the concern first considered?")
        {
            Hint = "For example 23 12 2026.", Missing = "Enter the day",
            Wrong = day => day.Year is < BankHolidays.FirstYear or > LastYear ? $"The year must be between {BankHolidays.FirstYear} and {LastYear}" : null,
        },
        new Time("time", "At what time?") { Hint = "For example 10:30am.", Missing = "Enter the time" },
    ];

    private readonly Questionnaire form = new(() => Questions);

    public override string Title => "What happens if nobody acts";

    public override bool HasErrors => form.HasErrors;

    public IEnumerable<QuestionView> Views => form.Views;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => form.Errors;

    /// <summary>None where the day or the time is wrong.</summary>
    public Table? Happens { get; private set; }

    public string Afterwards { get; private set; } = "";

    public IActionResult OnGet(string? format)
    {
        Read();
        if (form.Answers.Moment("outset", "time") is { } outset && !HasErrors) Show(outset);
        return format == "csv" && Happens is { } table ? table.ToFile("what-happens-if-nobody-acts") : Page();
    }

    private void Read()
    {
        if (Request.Query.ContainsKey("outset-day"))
        {
            form.Read(Request.Query);
            form.Check();
            return;
        }

        var now = LondonTime.In(Now);
        form.Answers.Set("outset", $"{now.Day}/{now.Month}/{now.Year}");
        form.Answers.Set("time", DateWords.Of(new TimeOnly(now.Hour, 0)));
    }

    private void Show(DateTimeOffset outset)
    {
        var entries = Simulation.Run(Procedure, outset, Room.TermsOf(Procedure.Id, Procedure.Version).DueTimes.Days);
        Happens = new($"First considered and raised at {DateWords.Of(outset)}", ["When", "What happens", "Why"],
            [.. entries.Select(e => (IReadOnlyList<Cell>)[DateWords.Of(e.At), SimulatedWords.Of(e, Procedure), e.Why])])
        {
            File = $"{Request.Path}{FileQuery(LondonTime.DayOf(outset))}",
        };
        Afterwards = SimulatedWords.EndsInReminders(entries) ? "Reminders go on like this until somebody acts." : "Nothing more happens by itself.";
    }

    private QueryString FileQuery(DateOnly day)
    {
        List<KeyValuePair<string, string?>> query =
            [new("outset-day", $"{day.Day}"), new("outset-month", $"{day.Month}"), new("outset-year", $"{day.Year}"), new("time", form.Answers["time"]), new("format", "csv")];
        if (!IsInForce) query.Add(new("version", NameOf(Procedure)));
        return QueryString.Create(query);
    }
}

/// <summary>A line of a simulation in a sentence.</summary>
internal static class SimulatedWords
{
    /// <summary>What the simulation calls reminders that no deadline of the procedure stands behind.</summary>
    private const string Chase = "chase";

    public static string Of(SimulationEntry entry, Procedure procedure) => (entry.Event, entry.Deadline) switch
    {
        ("stage-entered", _) => $"Stage {entry.Stage} begins: {procedure.StageOf(entry.Stage).Title}",
        ("deadline-set", Chase) => $"If nothing happens, {entry.DutyHolder} is reminded at {DateWords.Of(entry.DueAt!.Value)}",
        ("deadline-set", _) when entry.DueAt is { } due => $"To {Asked(entry, procedure)} by {DateWords.Of(due)}: {entry.DutyHolder}",
        ("deadline-set", _) => $"To {Asked(entry, procedure)}, with no date: {entry.DutyHolder}",
        ("deadline-passed", Chase) => $"Reminded: {entry.DutyHolder}",
        ("deadline-passed", _) => $"Not done in time: to {Asked(entry, procedure)} ({entry.DutyHolder})",
        _ => $"Told: {entry.DutyHolder}",
    };

    public static bool EndsInReminders(ValueList<SimulationEntry> entries) => entries[^1].Deadline == Chase;

    private static string Asked(SimulationEntry entry, Procedure procedure) => procedure.StageOf(entry.Stage).Deadlines.First(d => d.Id == entry.Deadline).Title;
}
