using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Differences;

/// <summary>The one way in which every act goes: who may, what is said, by whom, and then the desk.</summary>
internal sealed class Acts(DifferenceDesk desk, BoardRooms rooms, Entrance entrance)
{
    public async Task<HttpAnswer> DoAsync<TAct, TCommand>(HttpContext http, bool creates)
        where TCommand : Command
        where TAct : IAct<TCommand>
    {
        if (await entrance.AdmitAsync(http) is not { } head) return HttpAnswer.Of(Trouble.NotFound);
        if (head.Key is null) return HttpAnswer.Of(Trouble.Erased);
        var asked = await Asked<TAct>.ReadAsync(http, TermsOf(head, await rooms.OfAsync(head.Board, http.RequestAborted)), act => act.By);
        if (asked.Refusal is { } refusal) return refusal;
        var question = new Question(head.Id, asked.Actor!, asked.Body!.ToCommand(new Named(http.Request.RouteValues)), asked.Seen, asked.Once);
        return ToAnswer<TAct>(await desk.AskAsync(question, http.RequestAborted), creates);
    }

    public async Task<HttpAnswer> RaiseAsync(HttpContext http)
    {
        var caller = http.Caller();
        var room = await rooms.OfAsync(caller.Board, http.RequestAborted);
        var asked = await Asked<Raise>.ReadAsync(http, room.InForce.Procedure, raise => raise.By);
        if (asked.Refusal is { } refusal) return refusal;
        var reply = await desk.RaiseAsync(caller.Board, asked.Actor!, asked.Body!.ToCommand(), asked.Once, http.RequestAborted);
        return ToAnswer<Raise>(reply, creates: true);
    }

    private static Procedure TermsOf(Head head, BoardRoom room) => room.TermsOf(head.Card.Procedure, head.Card.Version).Procedure;

    private static HttpAnswer ToAnswer<TBody>(Reply reply, bool creates) => reply switch
    {
        Reply.Done done => ToAnswer(done, creates),
        Reply.Refused refused => HttpAnswer.Of(HttpProblem.Of(refused.Refusals, Shapes.Of(typeof(TBody)))),
        Reply.Overtaken(var opened) => HttpAnswer.Of(HttpProblem.Of(Trouble.Overtaken) with { Difference = Views.Of(opened) })
            .WithEntityTag(opened.State.Version),
        Reply.AnotherQuestion => HttpAnswer.Of(Trouble.KeyUsed),
        Reply.Unknown => HttpAnswer.Of(Trouble.NotFound),
        _ => throw new InvalidOperationException($"{reply} is no reply."),
    };

    private static HttpAnswer ToAnswer(Reply.Done done, bool creates)
    {
        var answer = HttpAnswer.Of(Views.Of(done.Opened, done.Added), creates ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            .WithEntityTag(done.Opened.State.Version);
        if (creates) answer.With(HeaderNames.Location, $"{Operation.Prefix}/differences/{done.Opened.Head.Id}");
        return done.Again ? answer.With(Preconditions.IdempotencyReplayed, "true") : answer;
    }
}
