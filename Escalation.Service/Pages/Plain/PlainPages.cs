using Escalation.Service.Pages.Home;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Plain;

/// <summary>How far the pages can be used by everybody, and what to do where they cannot.</summary>
internal sealed class AccessibilityPage(Reception reception) : OpenPage(reception)
{
    public override string Title => "Accessibility statement";

    public IActionResult OnGet() => Page();
}

/// <summary>What is kept of whom, and why.</summary>
internal sealed class PrivacyPage(Reception reception) : OpenPage(reception)
{
    public override string Title => "Privacy notice";

    public IActionResult OnGet() => Page();
}

/// <summary>What the browser keeps for us.</summary>
internal sealed class CookiesPage(Reception reception) : OpenPage(reception)
{
    /// <summary>Name, purpose, and how long it is kept.</summary>
    public static IReadOnlyList<(string Name, string Purpose, string Kept)> All { get; } =
    [
        ("__Host-sign-in", "Keeps you signed in.", "Until you sign out or close your browser; it stops working after an hour without use, and after 12 hours in any case."),
        ("__Host-code", "Connects the code that we mailed with the browser in which you asked for it.", "Until you have signed in or close your browser; it stops working after 10 minutes."),
        ("__Host-link", "Remembers which link from a message you opened, so that its secret leaves the address at once.", "Until you close your browser; it stops working after 12 hours."),
        ("__Host-form", "Shows that a form that reaches us was filled in on our own pages.", "Until you close your browser."),
    ];

    public override string Title => "Cookies";

    public IActionResult OnGet() => Page();
}
