using System.Globalization;
using Escalation.Core.Notices;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Api.Notices;

/// <summary>POST /notices/{difference}/{entry}/{place}/resend: "Send it again." An agency asks for its own, the board office for any.</summary>
internal sealed partial class ResendNotice(IJournal journal, Entrance entrance, Outbox outbox, ILogger<ResendNotice> log)
{
    public static readonly Operation Operation =
        new("POST", "/notices/{difference}/{entry}/{place}/resend", "Send it again.", Scope.NoticesWrite, typeof(NoticeAnswer));

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        if (await entrance.FindAsync(http) is not { } head || await FindAsync(head, http) is not { } owed) return HttpAnswer.Of(Trouble.NotFound);
        if (head.Key is null) return HttpAnswer.Of(Trouble.Erased);
        // One that waits is sent anyway; asking twice is asking once.
        if (!await outbox.ResendAsync(head.Board, head.Id, owed.Notice.Id, http.RequestAborted)) return HttpAnswer.Of(NoticeAnswer.Of(owed));
        Resent(owed.Notice.Id, http.Caller().Name);
        return await FindAsync(head, http) is { } resent ? HttpAnswer.Of(NoticeAnswer.Of(resent)) : HttpAnswer.Of(Trouble.NotFound);
    }

    private async Task<Owed?> FindAsync(Head head, HttpContext http)
    {
        var (entry, place) = (NumberOf(http, "entry"), NumberOf(http, "place"));
        var all = await journal.NoticesOfAsync(head.Id, http.RequestAborted);
        return all.FirstOrDefault(o => o.Notice.Entry == entry && NoticeAnswer.PlaceOf(o.Notice) == place && IsFor(http.Caller(), o.Notice));
    }

    private static bool IsFor(Caller caller, Notice notice) =>
        caller.IsBoardOffice || (notice.To is Recipient.Rung(var agency, _) && agency == caller.Agency);

    private static int? NumberOf(HttpContext http, string part) =>
        int.TryParse((string?)http.Request.RouteValues[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [LoggerMessage(6, LogLevel.Information, "Notice {Notice} is sent again, as {Caller} asked")]
    private partial void Resent(string notice, string caller);
}
