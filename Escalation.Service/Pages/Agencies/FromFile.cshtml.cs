using System.Text;
using Escalation.Core;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

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
        return await ReadAsync(await reader.ReadToEndAsync(HttpContext.RequestAborted), dryRun: true);
    }

    private static string? ProblemOf(IFormFile? file) => file switch
    {
        null or { Length: 0 } => "Select a file",
        { Length: > LongestFile } => $"The file must be smaller than {LongestFile / 1000} KB. Split it by agency, or ask whoever runs the service to import it",
        _ => null,
    };

    public async Task<IActionResult> OnPostTakeAsync() => await ReadAsync(Request.Form["csv"].ToString(), dryRun: false);

    private async Task<IActionResult> ReadAsync(string csv, bool dryRun)
    {
        switch (await registrar.ImportAsync(Room.Board.Id, csv, dryRun, HttpContext.RequestAborted))
        {
            case Registered<DirectoryChange>.Done(var change, _) when dryRun:
                (Change, Csv) = (change, csv);
                return Page();
            case Registered<DirectoryChange>.Done:
                return LocalRedirect($"{Home}/agencies");
            case Registered<DirectoryChange>.Refused(var problems):
                Form.Tell(problems.Count == 1 ? "There is a mistake in the file. Nothing was changed" : $"There are {problems.Count} mistakes in the file. Nothing was changed");
                Mistakes = problems.Take(MostShown).ToValueList();
                return Page();
            case var other:
                TellOf(other);
                return Page();
        }
    }
}
