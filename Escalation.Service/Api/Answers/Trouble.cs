using Escalation.Core;

namespace Escalation.Service.Api.Answers;

/// <summary>Why a request is not answered as was hoped, before any rule of a procedure comes into it. The names are stable.</summary>
internal enum Trouble
{
    [Meaning("The body is not JSON in UTF-8.")] NotJson,
    [Meaning("Members of the body are missing, unknown, or not what they have to be.")] BadBody,
    [Meaning("A header or a parameter of the query cannot be read.")] BadRequest,
    [Meaning("A key or a token is needed, and none that is good was shown.")] NotAuthenticated,
    [Meaning("The key or token does not allow this.")] ScopeNeeded,
    [Meaning("There is nothing at this address that the caller may see.")] NotFound,
    [Meaning("This address does not know the method.")] MethodNotAllowed,
    [Meaning("Answers are JSON, which the caller does not accept.")] NotAcceptable,
    [Meaning("The personal data of this difference was erased; nothing can be added to it.")] Erased,
    [Meaning("The record has grown since the caller looked; the present state is in the answer.")] Overtaken,
    [Meaning("It was changed since the caller looked: read it again and decide anew.")] Outdated,
    [Meaning("The body is larger than it may be.")] TooLarge,
    [Meaning("The body has to be JSON, without compression.")] NotJsonType,
    [Meaning("This idempotency key was used for another request.")] KeyUsed,
    [Meaning("The directory cannot be changed in this way.")] DirectoryRefused,
    [Meaning("Somebody else changed it at the same time.")] ChangedMeanwhile,
    [Meaning("Too many requests; the header says when to try again.")] TooManyRequests,
    [Meaning("Something is wrong with the service. Nothing was done.")] Internal,
    [Meaning("The record cannot be read or written just now; nothing was done. The header says when to try again.")] Unavailable,
}

internal static class Troubles
{
    public static int Status(this Trouble trouble) => trouble switch
    {
        Trouble.NotJson or Trouble.BadBody or Trouble.BadRequest => 400,
        Trouble.NotAuthenticated => 401,
        Trouble.ScopeNeeded => 403,
        Trouble.NotFound => 404,
        Trouble.MethodNotAllowed => 405,
        Trouble.NotAcceptable => 406,
        Trouble.ChangedMeanwhile => 409,
        Trouble.Erased => 410,
        Trouble.Overtaken or Trouble.Outdated => 412,
        Trouble.TooLarge => 413,
        Trouble.NotJsonType => 415,
        Trouble.KeyUsed or Trouble.DirectoryRefused => 422,
        Trouble.TooManyRequests => 429,
        Trouble.Internal => 500,
        Trouble.Unavailable => 503,
        _ => throw new InvalidOperationException($"{trouble} has no status."),
    };
}
