using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Differences;

/// <summary>What a request asks, read and understood; or the answer that says why it could not be.</summary>
/// <param name="Seen">The length of the record that the caller saw.</param>
internal sealed record Asked<TBody>(HttpAnswer? Refusal, TBody? Body = default, Actor? Actor = null, int? Seen = null, Once? Once = null)
{
    public static async Task<Asked<TBody>> ReadAsync(HttpContext http, Procedure procedure, Func<TBody, ActingPerson> by)
    {
        if (await Bodies.TakeAsync(http.Request, http.RequestAborted) is not { } bytes) return new(HttpAnswer.Of(Trouble.TooLarge));
        var (seen, unseen) = Preconditions.Seen(http.Request);
        var (once, unnamed) = Preconditions.Once(http.Request, http.Caller(), bytes);
        if ((unseen ?? unnamed) is not null) return Wrong(Trouble.BadRequest, [.. new[] { unseen, unnamed }.OfType<Mistake>()]);
        return BodyReader.Read<TBody>(bytes) switch
        {
            Read<TBody>.Unreadable(var why) => new(HttpAnswer.Of(Trouble.NotJson, why)),
            Read<TBody>.Wrong(var mistakes) => Wrong(Trouble.BadBody, mistakes),
            Read<TBody>.Right(var body) => Acting.Of(http.Caller(), by(body), procedure) switch
            {
                Acting.As(var actor) => new(null, body, actor, seen, once),
                Acting.Refused(var problems) => Wrong(
                    Trouble.BadBody, [.. problems.Select(p => new Mistake($"/by/{p.Field}", MistakeCode.BadPerson, $"{p.Sentence}."))]),
                var other => throw new InvalidOperationException($"{other} says nothing of who acts."),
            },
            var other => throw new InvalidOperationException($"{other} is no reading."),
        };
    }

    private static Asked<TBody> Wrong(Trouble trouble, IReadOnlyList<Mistake> mistakes) => new(HttpAnswer.Of(HttpProblem.Of(trouble, mistakes: mistakes)));
}
