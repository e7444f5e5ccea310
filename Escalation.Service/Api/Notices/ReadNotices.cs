using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Notices;

/// <summary>GET /notices: "What went out to us, and what did not?" Those that were given up unless another state is named.</summary>
internal sealed class ReadNotices(IJournal journal)
{
    private const int Usual = 50, Most = 500;

    public static readonly Operation Operation = new(
        "GET", "/notices", "What went out to us, and what did not?", Scope.NoticesRead, typeof(NoticesAnswer), Query:
        [
            new("state", new Shape.Name(typeof(DeliveryState)), "Only those in this state; \"dead\" unless said."),
            new("limit", new Shape.Whole(1, Most), $"The newest, so many at most; {Usual} unless said."),
        ]);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query, Operation.Query);
        if (query.Mistakes.Any) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: query.Mistakes.ToList()));
        var caller = http.Caller();
        var state = query.Name<DeliveryState>("state") ?? DeliveryState.Dead;
        var found = await journal.NoticesAsync(caller.Board, caller.Agency, state, query.Whole("limit") ?? Usual, http.RequestAborted);
        return HttpAnswer.Of(new NoticesAnswer(found.Select(NoticeAnswer.Of).ToValueList()));
    }
}
