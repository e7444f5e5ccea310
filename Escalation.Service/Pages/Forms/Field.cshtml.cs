using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>
/// One field of a form, saved at once. What somebody typed is not lost where another changed the same field meanwhile, and nobody's
/// signature is taken back before the person has been told whose.
/// </summary>
internal sealed class FieldPage(Reception reception, Retention.ReadNotes notes, ILogger<SheetPage> log) : SheetPage(reception, notes, log)
{
    public const string Seen = "seen", Warned = "warned";

    public SheetLine Line { get; private set; } = null!;

    public Question Question { get; private set; } = null!;

    public Answers Answers { get; private set; } = new();

    public string Problem { get; private set; } = "";

    /// <summary>Somebody else has changed the field since the person looked.</summary>
    public bool WasOvertaken { get; private set; }

    /// <summary>Saving takes back signatures of which the person has not been told.</summary>
    public bool TakesBack { get; private set; }

    public override string Title => TakesBack ? "Your change takes signatures back" : Line.Field.Label;

    public override bool HasErrors => Problem.Length > 0;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => HasErrors ? [(Problem, $"#{Question.FocusId}")] : [];

    /// <summary>The signatures that stand, so that the person is told again where others came in between.</summary>
    public string Standing => $"{Sheet.Edition}:{string.Join('+', Sheet.Signed.Select(s => s.Signature))}";

    /// <summary>What was sent, to be sent again when the person has been told.</summary>
    public IEnumerable<(string Name, string Value)> Sent => Request.Form
        .Where(f => f.Key == Seen || f.Key == Question.Id || f.Key.StartsWith($"{Question.Id}-", StringComparison.Ordinal))
        .Select(f => (f.Key, f.Value.ToString()));

    public IActionResult OnGet()
    {
        Answers = FieldQuestions.Shown(Line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.Set(Question.Id, Question.Read(Request.Form));
        // An empty answer takes back what was entered.
        if (Answers[Question.Id].Length > 0 || !Line.IsFilled) Problem = Question.ProblemOf(Answers) ?? "";
        return Problem.Length > 0 ? Page() : await SaveAsync();
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (Sheet.Lines.FirstOrDefault(l => l.Field.Id == (string)RouteData.Values["field"]!) is not { } line) return NotFound();
        (Line, Question) = (line, FieldQuestions.Of(line.Field));
        return line.IsByService || !Sheet.MayFill ? ToSheet() : null;
    }

    /// <summary>Others may write into the same record meanwhile, but not for ever.</summary>
    private const int MostTries = 10;

    private async Task<IActionResult> SaveAsync()
    {
        var typed = FieldQuestions.Value(Line.Field, Answers);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (typed == Line.Value) return ToSheet();
            WasOvertaken = Request.Form[Seen] != $"{Line.Number}";
            TakesBack = !WasOvertaken && Sheet.Signed.Count > 0 && Request.Form[Warned] != Standing;
            if (WasOvertaken || TakesBack) return Page();
            var reply = await AskAsync(new Command.FillForm(Sheet.Form.Id, [new FieldEntry(Line.Field.Id, typed)]), At.ActorFor(null), Opened.State.Version);
            if (reply is Desk.Reply.Done) return ToSheet("saved");
            if (reply is Desk.Reply.Refused refused)
            {
                Problem = string.Join(' ', refused.Refusals.Select(r => r.Sentence));
                return Page();
            }

            // Something else came into the record in that moment: look again whether it matters to this field.
            if (reply is not Desk.Reply.Overtaken) return NotFound();
            if (await AdmitAsync() is { } instead) return instead;
        }

        // Busier than any difference should be: what was typed is shown again, to be sent again.
        WasOvertaken = true;
        return Page();
    }
}
