using System.Buffers.Text;
using System.Text;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Admission;

/// <summary>How long lists are given out, page by page.</summary>
internal static class Paging
{
    private const int Usual = 50, Most = 200;

    public static readonly Parameter[] Parameters =
    [
        new("after", new Shape.Text(Limits.Line), "Where the page before ended: the \"next\" of its answer."),
        new("limit", new Shape.Whole(1, Most), $"How many at most; {Usual} unless said."),
    ];

    public static readonly Mistake NoPlace = new(null, MistakeCode.BadParameter, "after: it is no \"next\" of an answer of ours.");

    public static int Limit(QueryReader query) => query.Whole("limit") ?? Usual;

    // What the journal calls a place is its own business and may change, so callers get it in a form that nobody takes apart.
    public static string? Next(string? place) => place is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    public static string? After(QueryReader query)
    {
        if (query.Text("after") is not { } given) return null;
        if (Base64Url.IsValid(given)) return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(given));
        query.Mistakes.Add(NoPlace);
        return null;
    }
}
