using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.SigningIn;

/// <summary>Asks for the code that was mailed.</summary>
internal sealed class CodePage(Reception reception, Codes codes) : SignInPage(reception)
{
    private static readonly Line Question = new("code", "Enter the code that we sent you", "one-time-code")
    {
        Width = "10",
        Hint = "Six figures. It can take a minute to arrive and is good for 10 minutes.",
        Missing = "Enter the code",
    };

    public override string Title => "Enter your code";

    public Answers Answers { get; } = new();

    public QuestionView View => new(Question, Answers, Problem ?? "", IsHeading: true);

    public IActionResult OnGet() => HostCookies.Code.Of(HttpContext) is null ? LocalRedirect(Keeping("sign-in")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (HostCookies.Code.Of(HttpContext) is not { } challenge) return LocalRedirect(Keeping("sign-in"));
        Answers.Set(Question.Id, Question.Read(Request.Form));
        Problem = Question.ProblemOf(Answers);
        if (Problem is not null) return Page();
        var tried = await codes.TryAsync(challenge, Answers[Question.Id], HttpContext.RequestAborted);
        if (tried is not CodeTried.SignedIn signed)
        {
            Problem = WhyNot(tried);
            return Page();
        }

        HostCookies.Code.Clear(HttpContext);
        HostCookies.SignIn.Set(HttpContext, signed.Token);
        return LocalRedirect(await Reception.VisitorAsync(signed.SignIn, HttpContext.RequestAborted) is { NeedsName: false } visitor
            ? Onwards(visitor.IsBoardOffice)
            : Keeping("sign-in/who"));
    }

    private static string WhyNot(CodeTried tried) => tried switch
    {
        CodeTried.Wrong(1) => "That is not the code. You can try once more",
        CodeTried.Wrong(var left) => $"That is not the code. You can try {left} more times",
        CodeTried.TooManyTries => "Too many wrong codes were entered. Ask for a new one",
        CodeTried.Expired => "The code has expired. Ask for a new one",
        _ => "The code is no longer good. Ask for a new one",
    };
}
