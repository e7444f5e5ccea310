using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences/{id}/forms/{form}: "What stands in the form?"</summary>
internal sealed partial class ReadForm(Reads reads, ReadNotes notes, ILogger<ReadForm> log)
{
    public static readonly Operation Operation = new(
        "GET", "/differences/{difference}/forms/{form}", "What stands in the form?", Scope.DifferencesRead, typeof(FormAnswer), Tagged: true);

    public Task<HttpAnswer> AnswerAsync(HttpContext http) => reads.OfStateAsync(http, opened =>
    {
        var id = (string)http.Request.RouteValues["form"]!;
        if (opened.Terms.Procedure.Forms.FirstOrDefault(f => f.Id == id) is not { } form) return null;
        Read(form.Id, opened.Head.Id, http.Caller().Name);
        notes.Note(opened.Head.Id, http.Caller(), ReadWay.Form);
        return ViewOf(form, opened.Standing.FindForm(id));
    });

    private static FormAnswer ViewOf(Form form, FormState? state) => new(
        form.Id, form.Title, state?.Edition ?? 0, state?.SubmittedAt,
        form.Fields.Select(f => new FieldAnswer(
            f.Id, f.Label, f.Kind, f.Required, f.Choices, state?.Entries.FirstOrDefault(e => e.Field == f.Id)?.Value)).ToValueList(),
        form.Signatures.Select(s => ViewOf(s, state?.Signed.FirstOrDefault(f => f.Signature == s.Id))).ToValueList());

    private static SignatureAnswer ViewOf(Signature wanted, Fact.FormSigned? signed) =>
        new(wanted.Id, wanted.By.ToString(), signed?.Name, signed?.Designation, signed?.Agency);

    [LoggerMessage(3, LogLevel.Information, "Form {Form} of {Difference} was read by {Caller}")]
    private partial void Read(string form, string difference, string caller);
}

/// <param name="Edition">0 while nothing has been entered.</param>
/// <param name="CompletedAt">The stage at which this edition was completed.</param>
internal sealed record FormAnswer(
    string Form, string Title, int Edition, string? CompletedAt, ValueList<FieldAnswer> Fields, ValueList<SignatureAnswer> Signatures);

internal sealed record FieldAnswer(string Field, string Label, FieldKind Kind, bool Required, ValueList<string>? Choices, string? Value);

/// <param name="By">Who signs here, as the procedure says.</param>
/// <param name="Name">Who has signed.</param>
internal sealed record SignatureAnswer(string Signature, string By, string? Name, string? Designation, string? Agency);
