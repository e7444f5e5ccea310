namespace Escalation.Core.Procedures;

/// <summary>At every stage somebody acts for every kind of agency.</summary>
internal static class LadderCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure)
    {
        var sectors = Walk.Items("$.sectors", procedure.Sectors).ToList();
        if (sectors.Count == 0) return [new("$.sectors", "is empty; a procedure has at least one sector, "
            + "if only the one that stands for any other")];
        var anyOther = sectors.Where(s => s.Value.AnyOther).Skip(1)
            .Select(s => new Problem($"{s.Path}.anyOther", "is true a second time; only one sector can stand for every agency that is "
                + "not listed"));
        return [.. anyOther, .. sectors.SelectMany(s => OfSector(procedure, s.Path, s.Value))];
    }

    private static IEnumerable<Problem> OfSector(Procedure procedure, string path, Sector sector)
    {
        var empty = procedure.Stages.Select(s => s.Id).Where(id => sector.RungAt(id) is null).Distinct().ToList();
        if (sector.Fallback is null && empty.Count > 0)
            yield return new($"{path}.ladder", $"has no rung for stage {Sentence.And(empty)}; add it, "
                + "or say in \"fallback\" who stands in");
        if (sector.Fallback is { IsOfficer: false } fallback && fallback != Who.BoardOffice)
            yield return new($"{path}.fallback", $"is {Sentence.Quoted(fallback.ToString())} and must be an officer or "
                + "\"board-office\", who need no rung themselves");
        foreach (var problem in Walk.Items($"{path}.ladder", sector.Ladder).SelectMany(r => OfRung(sector, r.Path, r.Value))) yield return problem;
    }

    private static IEnumerable<Problem> OfRung(Sector sector, string path, Rung rung)
    {
        if (!ReferenceEquals(sector.RungAt(rung.Stage), rung))
            yield return new($"{path}.stage", $"is a second rung for stage {Sentence.Quoted(rung.Stage)}; "
                + "put the other role into \"alternatives\" of the first");
        if (rung.HeldBy != HeldBy.OwnAgency && rung.Body is null)
            yield return new($"{path}.body", $"is missing and must name the body, since \"heldBy\" is \"{KebabCase.Of(rung.HeldBy)}\"");
        if (rung.HeldBy == HeldBy.OwnAgency && rung.Body is not null)
            yield return new($"{path}.body", "is said though the agency itself holds the rung; take it away, or say \"heldBy\": "
                + "\"outside-body\" or \"proxy-agency\"");
    }
}
