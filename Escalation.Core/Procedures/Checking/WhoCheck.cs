namespace Escalation.Core.Procedures;

/// <summary>Everybody whom the procedure names is somebody, and only a side is looked for at another stage.</summary>
internal static class WhoCheck
{
    private static readonly IReadOnlyList<Who> InEveryProcedure =
        [Who.Raiser, Who.RaisingAgency, Who.RespondingAgency, Who.EveryParty, Who.BoardOffice];

    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Of<Who>(procedure).SelectMany(who => Mistakes(procedure, who.Value).Select(what => new Problem(who.Path, what)));

    private static IEnumerable<string> Mistakes(Procedure procedure, Who who)
    {
        var officers = procedure.Officers.Select(o => o.Id).ToList();
        if (who.IsOfficer && !officers.Contains(who.Name))
        {
            var known = InEveryProcedure.Select(w => w.Name).Concat(officers).ToList();
            yield return $"{Sentence.Quoted(who.Name)} is nobody here; name {Sentence.Or(known)}, "
                + $"or add the officer{Sentence.Suggestion(who.Name, known)}";
        }

        if (who.AtStage is not { } stage) yield break;
        if (!who.IsSide) yield return $"{Sentence.Quoted(who.ToString())} holds no rung of a stage; "
            + $"only a side takes \"@\" and a stage, so write {Sentence.Quoted(who.Name)}";
        else if (ReferenceCheck.NoStage(procedure, stage) is { } what) yield return what;
    }
}
