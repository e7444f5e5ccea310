using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Copies;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>GET /differences/{id}/file-copy: "Let us have a copy that we can check ourselves." As a file, `escalation verify --file` checks it.</summary>
internal sealed class ReadFileCopy(Entrance entrance, FileCopies copies, ReadNotes notes)
{
    public static readonly Operation Operation = new(
        "GET", "/differences/{difference}/file-copy", "Let us have a copy that we can check ourselves.", Scope.DifferencesRead, typeof(FileCopy));

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        if (await entrance.FindAsync(http) is not { } head || await copies.MakeAsync(head.Id, http.Caller().Name, http.RequestAborted) is not { } copy)
            return HttpAnswer.Of(Trouble.NotFound);
        notes.Note(head.Id, http.Caller(), ReadWay.FileCopy);
        return HttpAnswer.Of(FileCopies.ToJson(copy));
    }
}
