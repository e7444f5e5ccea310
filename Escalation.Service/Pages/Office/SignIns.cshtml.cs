using Escalation.Service.Access;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Office;

/// <summary>"That laptop is no longer hers." Ends every sign-in of a person.</summary>
internal sealed class SignInsPage(Reception reception, SignIns signIns) : OfficePage(reception)
{
    private static readonly Line Question = new("email", "With which email address do they sign in?") { IsEmail = true, Missing = "Enter an email address" };

    private string problem = "";

    public override string Title => "End somebody’s sign-ins";

    public override bool HasErrors => problem.Length > 0;

    public Answers Answers { get; } = new();

    public QuestionView View => new(Question, Answers, problem, IsHeading: false);

    public IReadOnlyList<(string Sentence, string? Where)> Errors => HasErrors ? [(problem, $"#{Question.FocusId}")] : [];

    /// <summary>What was done just now.</summary>
    public string? Ended { get; private set; }

    /// <param name="ended">How many were ended just now; whose stands in no address.</param>
    public IActionResult OnGet(int? ended)
    {
        Ended = ended switch { null => null, 0 => "Nobody is signed in with that address.", 1 => "1 sign-in was ended.", _ => $"{ended} sign-ins were ended." };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.Set(Question.Id, Question.Read(Request.Form));
        problem = Question.ProblemOf(Answers) ?? "";
        if (HasErrors) return Page();
        return LocalRedirect($"{Home}/sign-ins?ended={await signIns.EndAllAsync(Room.Board.Id, Answers[Question.Id], HttpContext.RequestAborted)}");
    }
}
