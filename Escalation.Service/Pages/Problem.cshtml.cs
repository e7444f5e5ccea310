using Escalation.Service.Desk;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Escalation.Service.Pages;

/// <summary>Says what went wrong, what to do about it, and what to do where a deadline cannot wait.</summary>
internal sealed class ProblemPage(Reception reception) : BoardPage(reception)
{
    public const string Address = "/problem";

    public PageProblem Problem { get; private set; } = PageProblem.NotFound;

    public override string Title => Problem.Title;

    protected override bool NeedsSignIn => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var asked = HttpContext.Features.Get<AskedFor>();
        if (asked is not null) Problem = asked.Problem;
        Response.StatusCode = Problem.Status;
        // Whose page it was, so that it can say whom to call.
        HttpContext.Request.RouteValues["board"] = asked?.Path.Value?.Split('/', 3) is [_, var board, ..] ? board : null;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public IActionResult OnGet() => Page();

    protected override Task<IActionResult?> AdmitAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>Where even the board cannot be looked up, the page does without.</summary>
    protected override async Task LookUpAsync()
    {
        try
        {
            await base.LookUpAsync();
        }
        catch (JournalUnavailableException)
        {
            // That is what the page is about.
        }
    }
}
