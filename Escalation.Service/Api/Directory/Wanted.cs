using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>What somebody wants to be changed, read and understood; or the answer that says why it could not be.</summary>
/// <param name="Edition">The edition that the caller saw; none where it does not say or does not mind.</param>
internal sealed record Wanted<TBody>(HttpAnswer? Refusal, TBody? Body = default, int? Edition = null)
{
    public static async Task<Wanted<TBody>> ReadAsync(HttpContext http)
    {
        if (await Bodies.TakeAsync(http.Request, http.RequestAborted) is not { } bytes) return new(HttpAnswer.Of(Trouble.TooLarge));
        var (edition, unseen) = Preconditions.Seen(http.Request);
        if (unseen is not null) return Wrong(Trouble.BadRequest, unseen);
        return BodyReader.Read<TBody>(bytes) switch
        {
            Read<TBody>.Unreadable(var why) => new(HttpAnswer.Of(Trouble.NotJson, why)),
            Read<TBody>.Wrong(var mistakes) => Wrong(Trouble.BadBody, [.. mistakes]),
            Read<TBody>.Right(var body) => new(null, body, edition),
            var other => throw new InvalidOperationException($"{other} is no reading."),
        };
    }

    private static Wanted<TBody> Wrong(Trouble trouble, params Mistake[] mistakes) => new(HttpAnswer.Of(HttpProblem.Of(trouble, mistakes: mistakes)));
}
