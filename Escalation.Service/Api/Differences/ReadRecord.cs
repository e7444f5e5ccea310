using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences/{id}/record: "Let us have the copy for our file."</summary>
internal sealed partial class ReadRecord(Reads reads, ReadNotes notes, ILogger<ReadRecord> log)
{
    public static readonly Operation Operation = new(
        "GET", "/differences/{difference}/record", "Let us have the copy for our file.", Scope.DifferencesRead, typeof(RecordAnswer), Tagged: true);

    public Task<HttpAnswer> AnswerAsync(HttpContext http) => reads.OfRecordAsync(http, full =>
    {
        Read(full.Opened.Head.Id, http.Caller().Name);
        notes.Note(full.Opened.Head.Id, http.Caller(), ReadWay.System);
        return JsonSerializer.SerializeToUtf8Bytes(ViewOf(full), FactJson.Options);
    });

    private static RecordAnswer ViewOf(FullRecord full) => new(
        full.Opened.Head.Id, full.Opened.Standing.Reference, full.Opened.Terms.Procedure.Id, full.Opened.Terms.Procedure.Version,
        full.Entries.ToValueList());

    [LoggerMessage(2, LogLevel.Information, "The record of {Difference} was read by {Caller}")]
    private partial void Read(string difference, string caller);
}

/// <summary>Every entry of the record: who said what, when, in what role, on whose behalf.</summary>
internal sealed record RecordAnswer(string Id, string Reference, string Procedure, string ProcedureVersion, ValueList<Entry> Entries);
