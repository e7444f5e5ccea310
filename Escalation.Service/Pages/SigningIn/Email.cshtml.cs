using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.SigningIn;

/// <summary>Asks for an email address and sends a code to it, if the board knows it; what the person sees is the same if not.</summary>
internal sealed class EmailPage(Reception reception, Codes codes) : SignInPage(reception)
{
    private static readonly Line Question = new("email", "What is your work email address?", "email")
    {
        IsEmail = true,
        Hint = "We send you a code. There is no password.",
        Missing = "Enter your email address",
    };

    public override string Title => "Sign in";

    public Answers Answers { get; } = new();

    public QuestionView View => new(Question, Answers, Problem ?? "", IsHeading: true);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.Set(Question.Id, Question.Read(Request.Form));
        Problem = Question.ProblemOf(Answers);
        if (Problem is not null) return Page();
        switch (await codes.RequestAsync(Room.Board.Id, Answers[Question.Id], HttpContext.RequestAborted))
        {
            case CodeAsked.Asked asked:
                HostCookies.Code.Set(HttpContext, asked.Challenge);
                return LocalRedirect(Keeping("sign-in/code"));
            case CodeAsked.TooMany many:
                Problem = $"Too many codes were asked for. You can ask for another at {Core.Calendar.DateWords.Of(many.Again)}";
                return Page();
            default:
                throw new InvalidOperationException("There is no such answer.");
        }
    }
}
