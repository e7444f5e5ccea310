using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Escalation.Service.Access;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Admission;

/// <summary>What a request says about itself: under which name it is asked, and what the caller has seen.</summary>
internal static class Preconditions
{
    public const string IdempotencyKey = "Idempotency-Key", IdempotencyReplayed = "Idempotency-Replayed";

    private const int LongestKey = 200;

    /// <summary>A length that no record has: what the caller names is not a state that ever was.</summary>
    private const int NeverSeen = -1;

    /// <summary>The length of the record that the caller saw; none where it does not say or does not mind.</summary>
    public static (int? Length, Mistake? Mistake) Seen(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return (null, null);
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) || tags.Count != 1)
            return (null, new Mistake(null, MistakeCode.BadHeader, "If-Match names one entity tag, as it was answered."));
        return tags[0].Tag == "*" ? (null, null) : (LengthOf(tags[0]), null);
    }

    /// <summary>Whether the caller has this state of it already.</summary>
    public static bool HasSeen(HttpRequest request, int length) =>
        request.Headers.IfNoneMatch.Count > 0 && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Tag == "*" || t.Tag == HttpAnswer.EntityTag(length));

    /// <summary>The name of the question, made of the caller's agency, so that it is known again when the key was changed for a new one.</summary>
    public static (Once? Once, Mistake? Mistake) Once(HttpRequest request, Caller caller, ReadOnlySpan<byte> body)
    {
        if (request.Headers[IdempotencyKey] is not { Count: > 0 } given) return (null, null);
        return given is [{ Length: > 0 and <= LongestKey } key] && key.All(c => c is > ' ' and <= '~')
            ? (new Once($"{caller.Board}/{caller.Agency}", key, Fingerprint(request, body)), null)
            : (null, new Mistake(null, MistakeCode.BadHeader, $"{IdempotencyKey} has 1 to {LongestKey} visible ASCII characters."));
    }

    private static int LengthOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : NeverSeen;

    private static byte[] Fingerprint(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // The path cannot hold a line break, so that where it ends is certain.
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path.Value}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
