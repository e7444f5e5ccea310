using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.SigningIn;

/// <summary>"Sign me out."</summary>
internal sealed class OutPage(Reception reception, SignIns signIns) : SignInPage(reception)
{
    public override string Title => "You have signed out";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (HostCookies.SignIn.Of(HttpContext) is { } token) await signIns.EndAsync(token, HttpContext.RequestAborted);
        HostCookies.SignIn.Clear(HttpContext);
        return LocalRedirect($"{Home}/sign-out");
    }
}
