namespace Escalation.Core.Procedures;

/// <summary>No list of names says the same name twice: not a post in a pool, not somebody who is told, not a stage that is led to.</summary>
internal static class RepetitionCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from list in Walk.Over(procedure)
        where list.Value is ValueList<string> or ValueList<Who> or ValueList<Happening>
        from same in Walk.Inside(list).GroupBy(item => item.Value)
        from again in same.Skip(1)
        select new Problem(again.Path, $"is {Sentence.Quoted(Written(again.Value))} again, as at {same.First().Path}; once is enough");

    private static string Written(object value) => value is Happening happening ? KebabCase.Of(happening) : value.ToString()!;
}
