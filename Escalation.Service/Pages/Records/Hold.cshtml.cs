using Escalation.Service.Pages.Journeys;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>"Keep this, whatever its time", and "it need not be kept any longer".</summary>
internal sealed class HoldPage(Reception reception, Holds holds) : DifferencePage(reception)
{
    private string problem = "";

    public override string Title => Hold is null ? "Hold this record" : "Lift the hold";

    /// <summary>None where it is not held.</summary>
    public Hold? Hold { get; private set; }

    public Question Why => Hold is null
        ? new Line("why", "Why must it be kept?")
        {
            Hint = "Such as whose inquiry it is, and its reference. Do not name the adult or anybody else.", Missing = "Enter why it must be kept",
        }
        : new Line("why", "Why need it not be kept any longer?")
        {
            Hint = "Do not name the adult or anybody else.", Missing = "Enter why it need not be kept any longer",
        };

    public Answers Answers { get; } = new();

    public QuestionView View => new(Why, Answers, problem, false);

    public IReadOnlyList<(string Sentence, string? Where)> Errors => HasErrors ? [(problem, $"#{Why.FocusId}")] : [];

    public override bool HasErrors => problem.Length > 0;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.Set(Why.Id, Why.Read(Request.Form));
        problem = Why.ProblemOf(Answers) ?? "";
        if (HasErrors) return Page();
        var (reason, by) = (Answers[Why.Id], Visitor.Role.Length > 0 ? $"{Visitor.Name}, {Visitor.Role}" : Visitor.Name);
        if (Hold is null) await holds.SetAsync(Opened.Head, reason, by, HttpContext.RequestAborted);
        else await holds.LiftAsync(Room.Board.Id, Opened.Head.Id, reason, by, HttpContext.RequestAborted);
        return LocalRedirect(Address);
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (!Visitor.IsBoardOffice) return NotFound();
        Hold = await holds.OnAsync(Room.Board.Id, Opened.Head.Id, HttpContext.RequestAborted);
        return null;
    }
}
