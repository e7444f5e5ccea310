using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>"Somebody asks what we keep about them": looks for their reference or name in every record of the board.</summary>
internal sealed class SubjectPage(Reception reception, SubjectSearch search) : OfficeRecordsPage(reception)
{
    private static readonly Line Asked = new("asked", "The reference or the name")
    {
        Hint = "As an agency recorded it. Spaces, slashes and capital letters make no difference.", Missing = "Enter the reference or the name", Width = "20",
    };

    private string problem = "";

    public override string Title => "Answer somebody who asks what is kept about them";

    public Answers Answers { get; } = new();

    public QuestionView View => new(Asked, Answers, problem, false);

    public IReadOnlyList<(string Sentence, string? Where)> Errors => HasErrors ? [(problem, $"#{Asked.FocusId}")] : [];

    public override bool HasErrors => problem.Length > 0;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.Set(Asked.Id, Asked.Read(Request.Form));
        problem = Asked.ProblemOf(Answers) ?? (SubjectSearch.IsEnough(Answers[Asked.Id]) ? "" : "Enter at least 3 letters or figures");
        if (HasErrors) return Page();
        // What was asked for stands in no address.
        var id = await search.LookAsync(Visitor, Answers[Asked.Id], HttpContext.RequestAborted);
        return LocalRedirect($"{Records}/subject/{id}");
    }
}
