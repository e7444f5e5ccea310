namespace Escalation.Core.Procedures;

/// <summary>Numbers keep to the least and the most that the model says of them.</summary>
internal static class NumberCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from place in Walk.Over(procedure)
        let range = place.Member?.Range
        where range is not null && ((int)place.Value < range.Least || (int)place.Value > range.Most)
        select new Problem(place.Path, $"is {place.Value} and must be from {range.Least} to {range.Most}");
}
