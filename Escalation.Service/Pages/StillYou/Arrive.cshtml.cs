using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.StillYou;

/// <summary>Where the link of such a letter leads. Its secret leaves the address bar at once; nothing is changed by opening it.</summary>
internal sealed class ArrivePage(Reception reception, LinkCookies cookies) : BoardPage(reception)
{
    public override string Title => "Your link";

    protected override bool NeedsSignIn => false;

    public IActionResult OnGet(string token)
    {
        HostCookies.Link.Set(HttpContext, cookies.Make(token).Value);
        return LocalRedirect($"{Home}/still-you");
    }
}
