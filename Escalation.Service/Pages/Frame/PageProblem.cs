using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages.Frame;

/// <summary>Why somebody does not get the page that they asked for, and what they can do, in words.</summary>
internal sealed record PageProblem(int Status, string Title, params string[] Paragraphs)
{
    public static readonly PageProblem NotFound = new(StatusCodes.Status404NotFound, "There is nothing at this address that you can see",
        "If you typed the address, check that it is right. If you pasted it, check that all of it came over.",
        "A difference can be seen by those who act in it, by the worker who raised it, and by the board office. If you think that you should see it, ask the board office.");

    public static readonly PageProblem NotAccepted = new(StatusCodes.Status400BadRequest, "What you sent could not be taken",
        "The page may have been open for too long, or your browser does not keep cookies. Nothing was changed.",
        "Go back, load the page again and send it once more. Answers that you had sent before are kept.");

    public static readonly PageProblem Ours = new(StatusCodes.Status500InternalServerError, "Something is wrong with the service",
        "It is our fault and not yours. Nothing was changed, and answers that you had sent before are kept. Please try again in a few minutes.");

    public static readonly PageProblem Unavailable = new(StatusCodes.Status503ServiceUnavailable, "The service cannot be used just now",
        "Nothing was changed, and answers that you had sent before are kept. Please try again in a few minutes.");

    public static readonly PageProblem TooMany = new(StatusCodes.Status429TooManyRequests, "There were too many requests from where you are",
        "Please wait a minute and try again. Nothing was lost.");

    public static readonly PageProblem TooLarge = new(StatusCodes.Status413PayloadTooLarge, "That was too long to be taken",
        "Nothing was changed. Go back and shorten what you wrote.");

    /// <summary>The problem that a bare status stands for; none if it is no problem.</summary>
    public static PageProblem? Of(int status) => status switch
    {
        < 400 => null,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => NotFound,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status429TooManyRequests => TooMany,
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        < 500 => NotAccepted,
        _ => Ours,
    };
}
