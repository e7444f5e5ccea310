using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>How a difference is read: only by those whose it is, and not again by whoever has seen its present state.</summary>
internal sealed class Reads(Entrance entrance, DifferenceDesk desk)
{
    /// <summary>As it stands.</summary>
    public Task<HttpAnswer> OfStateAsync(HttpContext http, Func<Opened, object?> view) => AnswerAsync(http, async head =>
        await desk.OpenAsync(head, http.RequestAborted) is { } opened ? Shown(opened, view(opened)) : HttpAnswer.Of(Trouble.NotFound));

    /// <summary>With its whole record.</summary>
    public Task<HttpAnswer> OfRecordAsync(HttpContext http, Func<FullRecord, object?> view) => AnswerAsync(http, async head =>
        await desk.ReadAsync(head.Id, http.RequestAborted) is { } read ? Shown(read.Opened, view(read)) : HttpAnswer.Of(Trouble.NotFound));

    private async Task<HttpAnswer> AnswerAsync(HttpContext http, Func<Head, Task<HttpAnswer>> read)
    {
        if (await entrance.FindAsync(http) is not { } head) return HttpAnswer.Of(Trouble.NotFound);
        return Preconditions.HasSeen(http.Request, head.Length)
            ? new HttpAnswer(StatusCodes.Status304NotModified, null).WithEntityTag(head.Length)
            : await read(head);
    }

    private static HttpAnswer Shown(Opened opened, object? view) =>
        view is null ? HttpAnswer.Of(Trouble.NotFound) : HttpAnswer.Of(view).WithEntityTag(opened.State.Version);
}
