using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>POST /directory/imports: "Take over our spreadsheet." Or, of a dry run: "What would change?" docs/directory-file.md describes the file.</summary>
internal sealed class ImportDirectory(Registrar registrar, Upkeep upkeep)
{
    public static readonly Operation Operation = new(
        "POST", "/directory/imports", "Take over our spreadsheet.", Scope.DirectoryWrite, typeof(ImportAnswer), typeof(ImportBody),
        ForOffice: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var wanted = await Wanted<ImportBody>.ReadAsync(http);
        if (wanted.Refusal is { } refusal) return refusal;
        var (csv, dryRun) = wanted.Body!;
        // What a spreadsheet puts before its first letter to say that it is UTF-8, and what a program keeps that read it as a text.
        var outcome = await registrar.ImportAsync(http.Caller().Board, csv.TrimStart('\uFEFF'), dryRun, http.RequestAborted);
        return outcome is Registered<DirectoryChange>.Refused(var problems)
            ? Upkeep.Refused([.. problems.Select(p => new Mistake("/csv", MistakeCode.BadValue, $"{p}."))])
            : upkeep.ToAnswer(http, outcome, change => ImportAnswer.Of(change, dryRun), null);
    }
}

/// <param name="DryRun">True to be told what would change, and to change nothing.</param>
internal sealed record ImportBody([WholeFile] string Csv, bool DryRun);

/// <param name="Changes">Whether anything changes by it at all.</param>
/// <param name="Lines">For people: + for new, - for gone, ~ for changed, = for the same.</param>
internal sealed record ImportAnswer(bool DryRun, bool Changes, ValueList<string> Lines)
{
    public static ImportAnswer Of(DirectoryChange change, bool dryRun) => new(dryRun, !change.IsNone, change.Lines().ToValueList());
}
