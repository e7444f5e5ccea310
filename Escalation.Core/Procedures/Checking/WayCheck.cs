namespace Escalation.Core.Procedures;

/// <summary>There are stages, ways lead upwards, and every stage can be reached.</summary>
internal static class WayCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure)
    {
        if (procedure.Stages.Count == 0) return [new("$.stages", "is empty; a procedure has at least one stage")];
        if (procedure.Starting.At is { Count: 0 })
            return [new("$.starting.at", "is empty, so that no difference could start; name a stage, "
                + "or leave it out to start at the first"), .. Backwards(procedure)];
        return [.. Backwards(procedure), .. Ways.AreWhole(procedure) ? Unreached(procedure) : []];
    }

    private static IEnumerable<Problem> Backwards(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        from way in Walk.Items($"{stage.Path}.leadsTo", stage.Value.LeadsTo ?? [])
        let rank = procedure.RankOf(way.Value)
        where rank >= 0 && rank <= procedure.RankOf(stage.Value.Id)
        select new Problem(way.Path, $"{Sentence.Quoted(way.Value)} is not above stage {Sentence.Quoted(stage.Value.Id)}; "
            + "a stage leads only to stages that stand after it");

    private static IEnumerable<Problem> Unreached(Procedure procedure)
    {
        var starts = Ways.Starts(procedure).Concat(Ways.Existing(procedure, procedure.Starting.AtImmediateRisk ?? []));
        var reached = Ways.Reached(procedure, starts);
        return from stage in Walk.Items("$.stages", procedure.Stages)
            where ReferenceEquals(procedure.FindStage(stage.Value.Id), stage.Value) && !reached.Contains(stage.Value)
            select new Problem(stage.Path, $"stage {Sentence.Quoted(stage.Value.Id)} is never reached; "
                + "name it in \"starting\" or in the \"leadsTo\" of a stage before it");
    }
}
