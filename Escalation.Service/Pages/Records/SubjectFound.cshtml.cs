using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>What was found for somebody, to choose from what goes into their export.</summary>
internal sealed class SubjectFoundPage(Reception reception, SubjectSearch search) : OfficeRecordsPage(reception)
{
    public const string Chosen = "chosen";

    // What was asked for is a name: it stands on the page, and not in the title that browsers remember.
    public override string Title => "What was found";

    public Finding Finding { get; private set; } = null!;

    public string Address => $"{Records}/subject/{(string)RouteData.Values["finding"]!}";

    public IReadOnlyList<(string Sentence, string? Where)> Errors { get; private set; } = [];

    public override bool HasErrors => Errors.Count > 0;

    public bool IsTicked(FoundRecord found) => Finding.Chosen.Count == 0 ? found.AsReference : Finding.Chosen.Contains(found.Difference);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var id = (string)RouteData.Values["finding"]!;
        if (Request.Form["do"] == "on")
        {
            await search.LookOnAsync(Visitor, id, Finding, HttpContext.RequestAborted);
            return LocalRedirect(Address);
        }

        var chosen = Request.Form[Chosen].OfType<string>().Where(c => Finding.Found.Any(f => f.Difference == c)).ToList();
        if (chosen.Count == 0)
        {
            Errors = [("Select what goes into the export", $"#{Chosen}-1")];
            return Page();
        }

        await search.ChooseAsync(Visitor, id, Finding, chosen, HttpContext.RequestAborted);
        return LocalRedirect($"{Address}/export");
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (await search.FindAsync(Visitor, (string)RouteData.Values["finding"]!, HttpContext.RequestAborted) is not { } finding) return NotFound();
        Finding = finding;
        return null;
    }
}
