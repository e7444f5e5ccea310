using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.Access;

/// <summary>Which keys a board gives out.</summary>
internal static class KeyRules
{
    public const int MostDaysAhead = 400;

    /// <summary>The one in use and the one that takes its place: enough to change a key without a moment in which none is good.</summary>
    public const int MostLiveOfAKind = 2;

    public static IEnumerable<FieldProblem> ProblemsOf(KeyRequest request, BoardRoom room, DateOnly today)
    {
        if (request.Agency is { } agency && room.FindAgency(agency) is null)
        {
            var near = Sentence.Suggestion(agency, room.Agencies.Select(a => a.Id));
            yield return new("agency", $"board \"{room.Board.Id}\" has no agency {Sentence.Quoted(agency)}{near}");
        }

        if (request.Scopes.Count == 0) yield return new("scopes", $"at least one is needed: {Sentence.Or(Scopes.AllTexts)}");
        if (request.Expires < today) yield return new("expires", $"{request.Expires:yyyy-MM-dd} is over; it is the last day on which the key is good");
        if (request.Expires.DayNumber - today.DayNumber > MostDaysAhead)
            yield return new("expires", $"a key is good for at most {MostDaysAhead} days, until {today.AddDays(MostDaysAhead):yyyy-MM-dd}");
    }

    public static IEnumerable<FieldProblem> ProblemsAmong(IEnumerable<ApiKey> present, KeyRequest request, DateTimeOffset now)
    {
        var alike = present.Where(k => k.IsLiveAt(now) && k.Agency == request.Agency && k.Scopes.ToHashSet().SetEquals(request.Scopes)).ToList();
        if (alike.Count >= MostLiveOfAKind)
            yield return new("scopes", $"{Sentence.And(alike.Select(k => k.Id))} are good already for the same; revoke one of them first");
    }
}
