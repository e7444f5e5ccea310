using System.Globalization;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Closures;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.Pages.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Calendar;

/// <summary>"What would that move, and whose is it?" Looking changes nothing; the button below does.</summary>
internal sealed class PreviewPage(Reception reception, ClosureDays closures) : OfficePage(reception)
{
    /// <summary>As many as somebody looks through; the file has all.</summary>
    private const int MostShown = 100;

    private readonly Questionnaire form = new(() => CalendarQuestions.All);

    public override string Title => Preview is null ? "Add a closure day" : Removed is null ? "What a closure day would move" : "What a working day would move";

    public override bool HasErrors => form.HasErrors;

    public Answers Answers => form.Answers;

    /// <summary>The closure day that would be a working day again; none where one is added.</summary>
    public DateOnly? Removed { get; private set; }

    /// <summary>None where there is no such change.</summary>
    public ClosurePreview? Preview { get; private set; }

    public IEnumerable<QuestionView> Questions => form.Views;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => form.Errors;

    public string Sentence => Removed is { } day
        ? $"{DateWords.Of(day)} ({Room.Board.Closures.First(c => c.Date == day).Name}) would be a working day again."
        : $"{DateWords.Of(Answers.Day("date")!.Value)} would not count: {Answers["name"]}.";

    public string Button => Removed is null ? "Add the closure day" : "Make it a working day";

    /// <summary>How many dates would be over at once.</summary>
    public int OverAtOnce => Preview?.Moves.Count(m => m.OverAtOnce) ?? 0;

    public Table Moves => new($"{CountingWords.Dates(Preview!.Moves.Count)} would move", ["Reference", "What", "Whose", "From", "To"],
    [
        .. Preview.Moves.Select(m => (IReadOnlyList<Cell>)
            [Reference(m.Reference, m.Difference), What(m.Title, m.Stage), Whose(m.Holders), DateWords.Of(m.From), $"{DateWords.Of(m.To)}{(m.OverAtOnce ? ", which is over already" : "")}"]),
    ])
    {
        Shown = MostShown, File = $"{Request.Path}{QueryOf("moves")}",
    };

    public Table Stays => new($"{CountingWords.Dates(Preview!.Stays.Count)} would stay", ["Reference", "What", "Whose", "Date", "Why it stays"],
    [
        .. Preview.Stays.Select(s => (IReadOnlyList<Cell>)
            [Reference(s.Reference, s.Difference), What(s.Title, s.Stage), Whose(s.Holders), DateWords.Of(s.DueAt), CountingWords.Of(s.Because)]),
    ])
    {
        Shown = MostShown, File = $"{Request.Path}{QueryOf("stays")}",
    };

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        form.Read(Request.Query);
        Removed = DayOf(Request.Query["remove"]);
        if (!await LookAsync()) return Removed is null ? Page() : LocalRedirect($"{Home}/calendar");
        return format switch
        {
            "moves" or "csv" => Moves.ToFile("dates-that-would-move"),
            "stays" => Stays.ToFile("dates-that-would-stay"),
            _ => Page(),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        form.Read(Request.Form);
        Removed = DayOf(Request.Form["remove"]);
        if (Change() is not { } change) return Page();
        long? seen = long.TryParse(Request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var edition) ? edition : null;
        switch (await closures.ApplyAsync(Room.Board.Id, change, Visitor.ToActor(Room.InForce.Procedure), seen ?? -1, HttpContext.RequestAborted))
        {
            case Registered<Board>.Done:
                return LocalRedirect($"{Home}/calendar/done");
            case Registered<Board>.Refused(var refused):
                Tell(refused);
                return Page();
            default:
                form.Tell("The board's settings have changed since you looked. This is what would move now");
                await LookAsync();
                return Page();
        }
    }

    private static DateOnly? DayOf(string? sent) =>
        DateOnly.TryParseExact(sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The change that is asked for; none where something is wrong with it, which is then said.</summary>
    private ClosureChange? Change()
    {
        if (Removed is { } day) return ClosureChange.Removing(day);
        return form.Check() ? CalendarQuestions.ToChange(Answers) : null;
    }

    private async Task<bool> LookAsync()
    {
        if (Change() is not { } change) return false;
        switch (await closures.PreviewAsync(Room.Board.Id, change, HttpContext.RequestAborted))
        {
            case Registered<ClosurePreview>.Done(var preview, _):
                Preview = preview;
                return true;
            case Registered<ClosurePreview>.Refused(var refused):
                Tell(refused);
                return false;
            case var other:
                throw new InvalidOperationException($"{other} is no answer here.");
        }
    }

    private void Tell(ValueList<FieldProblem> refused)
    {
        foreach (var problem in refused) form.Tell(problem.Field, problem.Sentence);
    }

    private string QueryOf(string format) => Removed is { } day
        ? $"?remove={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&format={format}"
        : QueryString.Create(
            [.. Day.Parts.Zip(Answers["date"].Split('/'), (part, typed) => KeyValuePair.Create($"date-{part}", (string?)typed)), new("name", Answers["name"]), new("format", format)]).Value!;

    private Cell Reference(string reference, string difference) => new(reference, $"{Home}/differences/{difference}", Whole: true);

    private static string What(string title, string stage) => stage.Length == 0 ? $"{Sentences.Capital(title)} (the whole procedure)" : $"{Sentences.Capital(title)} (stage {stage})";

    private string Whose(ValueList<DutyHolder> holders) => Sentences.And(
        [.. holders.Select(h => h.Agency is { } agency ? $"{Room.FindAgency(agency)?.Name ?? agency} ({h.Title})" : h.Title).Distinct()]);
}
