using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Linked;

/// <summary>
/// Where a link in a letter leads. Its secret leaves the address bar at once: the browser gets a cookie that names the link, and goes on to
/// an address that tells nothing. Nothing is changed by that, however often and by whomever the link is opened.
/// </summary>
internal sealed class ArrivePage(Reception reception, LinkCookies cookies) : BoardPage(reception)
{
    public override string Title => "Your link";

    protected override bool NeedsSignIn => false;

    public IActionResult OnGet(string token)
    {
        HostCookies.Link.Set(HttpContext, cookies.Make(token).Value);
        return LocalRedirect($"{Home}/link");
    }
}
