using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Escalation.Service.Pages;

/// <summary>A page of one board. Unless it says otherwise, only somebody who has signed in to that board sees it.</summary>
internal abstract class BoardPage(Reception reception) : PageModel
{
    protected Reception Reception => reception;

    /// <summary>What stands in the browser's tab, and as a rule the heading.</summary>
    public abstract string Title { get; }

    public virtual bool HasErrors => false;

    /// <summary>None on a page that no board has, such as one that says so.</summary>
    public BoardRoom? RoomOrNull { get; private set; }

    public BoardRoom Room => RoomOrNull ?? throw new InvalidOperationException("It is the page of no board.");

    public SignIn? SignedInOrNull { get; private set; }

    public SignIn SignedIn => SignedInOrNull ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>None where nobody has signed in, or has yet to say in which capacity they come.</summary>
    public Visitor? VisitorOrNull { get; protected set; }

    public Visitor Visitor => VisitorOrNull ?? throw new InvalidOperationException("Nobody is known who looks at it.");

    public DateTimeOffset Now => reception.Now;

    /// <summary>Where the board's pages begin.</summary>
    public string Home => $"/{Room.Board.Id}";

    public string ServiceName => RoomOrNull is { } room ? $"Professional differences: {room.Board.Name}" : "Professional differences";

    /// <summary>What to do in an emergency; under the procedure of the difference that is shown, if one is.</summary>
    public virtual IReadOnlyList<Prompt> Prompts => RoomOrNull?.InForce.Procedure.Prompts ?? [];

    protected virtual bool NeedsSignIn => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await LookUpAsync();
        if (await AdmitAsync() is { } instead) context.Result = instead;
        else await next();
    }

    protected virtual async Task LookUpAsync()
    {
        RoomOrNull = await reception.RoomAsync(HttpContext);
        if (RoomOrNull is null) return;
        SignedInOrNull = await reception.SignInAsync(RoomOrNull, HttpContext);
        if (SignedInOrNull is not null) VisitorOrNull = await reception.VisitorAsync(SignedInOrNull, HttpContext.RequestAborted);
    }

    /// <summary>What is answered in the place of the page; none where the person may see it.</summary>
    protected virtual Task<IActionResult?> AdmitAsync() => Task.FromResult<IActionResult?>(
        RoomOrNull is null ? NotFound()
        : !NeedsSignIn ? null
        : SignedInOrNull is null ? ThenHere("sign-in")
        : VisitorOrNull is null or { NeedsName: true } ? ThenHere("sign-in/who")
        : null);

    /// <summary>First that page, then back to where the person was going.</summary>
    protected LocalRedirectResult ThenHere(string page) =>
        LocalRedirect($"{Home}/{page}{new QueryBuilder { { "next", HttpContext.Request.Path.Value ?? "/" } }}");
}
