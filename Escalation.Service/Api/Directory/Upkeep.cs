using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Api.Directory;

/// <summary>
/// What every change to the directory has in common: whose contact it is, and what is answered. An agency changes its own contacts, the
/// board office any; another agency's contact looks like one that does not exist.
/// </summary>
internal sealed partial class Upkeep(BoardRooms rooms, ILogger<Upkeep> log)
{
    /// <summary>The agency whose contact the address names; none where the caller may not change such a contact.</summary>
    public async Task<string?> OwnerAsync(HttpContext http) =>
        (await rooms.OfAsync(http.Caller().Board, http.RequestAborted)).FindContact(ContactOf(http)) is var (_, agency) && IsFor(http.Caller(), agency)
            ? agency.Id
            : null;

    public static string ContactOf(HttpContext http) => (string)http.Request.RouteValues["contact"]!;

    public static bool IsFor(Caller caller, DirectoryAgency agency) => caller.IsBoardOffice || caller.Agency == agency.Id;

    /// <summary>The agency as it is now, with its edition: what every change to one of its contacts answers.</summary>
    public HttpAnswer ToAnswer(HttpContext http, Registered<DirectoryAgency> outcome, Type? body = null) =>
        ToAnswer(http, outcome, AgencyAnswer.Of, body);

    /// <param name="body">The record that the body was read into: where its members are.</param>
    public HttpAnswer ToAnswer<T, TAnswer>(HttpContext http, Registered<T> outcome, Func<T, TAnswer> answer, Type? body)
        where TAnswer : notnull
    {
        switch (outcome)
        {
            case Registered<T>.Done(var value, var edition):
                Changed(http.Request.Method, http.Request.Path, http.Caller().Board, http.Caller().Name);
                var done = HttpAnswer.Of(answer(value));
                return edition > 0 ? done.WithEntityTag((int)edition) : done;
            case Registered<T>.Refused(var problems):
                return Refused([.. problems.Select(p => new Mistake(PlaceOf(p, body), MistakeCode.BadValue, $"{p}."))]);
            case Registered<T>.Conflict(var sentence):
                return HttpAnswer.Of(http.Request.Headers.IfMatch.Count > 0 ? Trouble.Outdated : Trouble.ChangedMeanwhile, sentence);
            case Registered<T>.NotFound:
                return HttpAnswer.Of(Trouble.NotFound);
            default:
                throw new InvalidOperationException($"{outcome} is no outcome.");
        }
    }

    public static HttpAnswer Refused(params Mistake[] mistakes) => HttpAnswer.Of(HttpProblem.Of(Trouble.DirectoryRefused, mistakes: mistakes));

    private static string? PlaceOf(FieldProblem problem, Type? body) => body is null ? null : JsonPointer.Of(problem.Field, Shapes.Of(body));

    // The path holds ids; the directory has none that is made of a person.
    [LoggerMessage(7, LogLevel.Information, "{Method} {Path} was done for board {Board}, as {Caller} asked")]
    private partial void Changed(string method, string path, string board, string caller);
}
