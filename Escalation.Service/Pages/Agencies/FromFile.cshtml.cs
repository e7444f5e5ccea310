using System.Text;
using Escalation.Core;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"Take over our spreadsheet": what would change is shown first, line by line, or every mistake with its place.</summary>
internal sealed class FromFilePage(Reception reception, Registrar registrar) : OfficeForm(reception)
{
    /// <summary>As long as a form may be; longer files are for the command line.</summary>
    private const int LongestFile = 200_000;

    private const int MostShown = 200;

    public override string Title => Change is null ? "Take agencies over from a spreadsheet" : "Check what would change";

    public override IReadOnlyList<Question> Questions => [];

    /// <summary>What would change; none before a file was read.</summary>
    public DirectoryChange? Change { get; private set; }

    /// <summary>The file, to be sent again when it is meant.</summary>
    public string Csv { get; private set; } = "";

    /// <summary>Why the file could not be read at all; none where it could.</summary>
    public string? FileProblem { get; private set; }

    public ValueList<FieldProblem> Mistakes { get; private set; } = [];

    public IEnumerable<string> Lines => Change!.Lines().Take(MostShown);

    public int More => Math.Max(0, Change!.Lines().Count() - MostShown);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        FileProblem = ProblemOf(file);
        if (FileProblem is not null)
        {
            Form.TellAt("file", FileProblem);
            return Page();
        }

        using var reader = new StreamReader(file!.OpenReadStream(), Encoding.UTF8);
        return await LookAsync(await reader.ReadToEndAsync(HttpContext.RequestAborted));
    }

    private static string? ProblemOf(IFormFile? file) => file switch
    {
        null or { Length: 0 } => "Select a file",
        { Length: > LongestFile } => $"The file must be smaller than {LongestFile / 1000} KB. Split it by agency, or ask whoever runs the service to import it",
        _ => null,
    };

    /// <summary>"Make these changes": those that were shown, or none.</summary>
    public async Task<IActionResult> OnPostTakeAsync()
    {
        var (csv, seen) = (Request.Form["csv"].ToString(), Request.Form["seen"].ToString());
        switch (await registrar.ImportAsync(Room.Board.Id, csv, dryRun: false, seen, HttpContext.RequestAborted))
        {
            case Registered<DirectoryChange>.Done:
                return LocalRedirect($"{Home}/agencies");
            case Registered<DirectoryChange>.Conflict:
                Form.Tell("The directory has changed since you looked, and nothing was done. This is what would change now");
                return await LookAsync(csv);
            case var other:
                return NotDone(other);
        }
    }

    private async Task<IActionResult> LookAsync(string csv)
    {
        var outcome = await registrar.ImportAsync(Room.Board.Id, csv, dryRun: true, HttpContext.RequestAborted);
        if (outcome is not Registered<DirectoryChange>.Done(var change, _)) return NotDone(outcome);
        (Change, Csv) = (change, csv);
        return Page();
    }

    private PageResult NotDone(Registered<DirectoryChange> outcome)
    {
        if (outcome is Registered<DirectoryChange>.Refused(var problems))
        {
            Form.Tell(problems.Count == 1 ? "There is a mistake in the file. Nothing was changed" : $"There are {problems.Count} mistakes in the file. Nothing was changed");
            Mistakes = problems.Take(MostShown).ToValueList();
        }
        else
        {
            TellOf(outcome);
        }

        return Page();
    }
}
