using System.Globalization;
using Escalation.Core;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Office;

/// <summary>"Send it at seven, and not to the agencies." When the overdue report goes out, and to whom.</summary>
internal sealed class ReportSettingsPage(Reception reception, Registrar registrar) : OfficeForm(reception)
{
    public override string Title => "When and to whom the report goes";

    public bool Saved { get; private set; }

    public override IReadOnlyList<Question> Questions =>
    [
        new Time("at", "At what time is the report made?") { Hint = "For example 8am or 08:30.", Missing = "Enter a time, like 8am or 08:30" },
        new Choice("every-day", "On which days?", [new Option(Choice.No, "On working days of the board"), new Option(Choice.Yes, "On every day")])
        {
            Missing = "Select on which days",
        },
        new Choice("to", "To whom does it go?",
        [
            new Option(KebabCase.Of(ReportTo.Everybody), "To the board’s own people, and to each organisation its part"),
            new Option(KebabCase.Of(ReportTo.Board), "To the board’s own people alone"), new Option(KebabCase.Of(ReportTo.Nobody), "To nobody"),
        ]) { Missing = "Select to whom it goes" },
        new Choice("stage", "Who gets an organisation’s part?",
        [
            new Option(Highest, "Its contacts at the highest stage at which it has somebody"),
            .. Room.InForce.Procedure.Stages.Select(s => new Option(s.Id, $"Its contacts at stage {s.Id}: {s.Title}")),
        ]) { Hint = "Where an organisation has nobody at that stage, the highest at which it has somebody.", Missing = "Select who gets it" },
        Choice.YesNo("empty", "Is an organisation written to when nothing waits for it?"),
        Choice.YesNo("csv", "Is the list attached as a table for a spreadsheet?") with { Hint = "If files cannot be sent, the email says so." },
    ];

    public IActionResult OnGet(bool saved)
    {
        Saved = saved;
        var now = Room.Board.OverdueReport ?? ReportSettings.Usual;
        Answers.Set("at", ReportTimes.Of(Room).At.ToString("HH:mm", CultureInfo.InvariantCulture));
        Answers.Set("every-day", now.EveryDay ? Choice.Yes : Choice.No);
        Answers.Set("to", KebabCase.Of(now.To));
        Answers.Set("stage", now.Stage ?? Highest);
        Answers.Set("empty", now.EmptyParts ? Choice.Yes : Choice.No);
        Answers.Set("csv", now.Csv ? Choice.Yes : Choice.No);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Take()) return Page();
        switch (await registrar.SetReportAsync(Room.Board.Id, Said(), HttpContext.RequestAborted))
        {
            case Registered<Board>.Done:
                return LocalRedirect($"{Home}/report-settings?saved=true");
            case Registered<Board>.Refused refused:
                foreach (var problem in refused.Problems) Form.Tell(problem.Field, Sentences.Capital(problem.Sentence));
                return Page();
            default:
                Form.Tell("Somebody else changed the board’s settings at the same moment. Try again");
                return Page();
        }
    }

    private const string Highest = "highest";

    private ReportSettings Said() => new(
        Answers.Time("at"), Answers.IsYes("every-day"), Answers.IsYes("csv"), Answers["stage"] == Highest ? null : Answers["stage"], Answers.IsYes("empty"),
        Enum.GetValues<ReportTo>().First(to => KebabCase.Of(to) == Answers["to"]));
}
