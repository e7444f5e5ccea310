namespace Escalation.Core.Procedures;

/// <summary>Every id that points somewhere in the file points at something.</summary>
internal static class ReferenceCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from reference in Stages(procedure).Concat(Forms(procedure)).Concat(FormsAwaited(procedure)).Concat(Sectors(procedure)).Concat(Screening(procedure))
        where reference.Problem is not null
        select new Problem(reference.Path, reference.Problem);

    public static string? NoStage(Procedure procedure, string id) => Dangling(id, "stage", procedure.Stages.Select(s => s.Id));

    private static IEnumerable<(string Path, string? Problem)> Stages(Procedure procedure) =>
        from name in StagesNamed(procedure)
        where name.Id is not null
        select (name.Path, NoStage(procedure, name.Id));

    private static IEnumerable<(string Path, string? Id)> StagesNamed(Procedure procedure) =>
    [
        .. from sector in Walk.Items("$.sectors", procedure.Sectors)
           from rung in Walk.Items($"{sector.Path}.ladder", sector.Value.Ladder)
           select ($"{rung.Path}.stage", rung.Value.Stage),
        .. from stage in Walk.Items("$.stages", procedure.Stages)
           from way in Walk.Items($"{stage.Path}.leadsTo", stage.Value.LeadsTo ?? [])
           select way,
        .. Walk.Items("$.starting.at", procedure.Starting.At ?? []),
        .. Walk.Items("$.starting.atImmediateRisk", procedure.Starting.AtImmediateRisk ?? []),
        .. Walk.Items("$.caps", procedure.Caps).Select(c => ($"{c.Path}.reach", c.Value.Reach)),
        .. Walk.Items("$.tell", procedure.Tell).Select(t => ($"{t.Path}.stage", t.Value.Stage)),
    ];

    private static IEnumerable<(string Path, string? Problem)> Forms(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        from used in Walk.Items($"{stage.Path}.forms", stage.Value.Forms)
        select ($"{used.Path}.form", Dangling(used.Value.Form, "form", procedure.Forms.Select(f => f.Id)));

    private static IEnumerable<(string Path, string? Problem)> FormsAwaited(Procedure procedure) =>
        from rule in Rule.AllOf(procedure)
        let form = rule.Deadline.Form
        where form is not null
        select ($"{rule.Path}.form", Dangling(form, "form at this stage", rule.Stage.Forms.Select(f => f.Form)));

    private static IEnumerable<(string Path, string? Problem)> Sectors(Procedure procedure) =>
        from tell in Walk.Items("$.tell", procedure.Tell)
        let sector = tell.Value.Sector
        where sector is not null
        select ($"{tell.Path}.sector", Dangling(sector, "sector", procedure.Sectors.Select(s => s.Id)));

    private static IEnumerable<(string Path, string? Problem)> Screening(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        from question in Walk.Items($"{stage.Path}.notFor", stage.Value.NotFor)
        select (question.Path, Dangling(question.Value, "screening question", procedure.Screening.Select(q => q.Id)));

    private static string? Dangling(string id, string what, IEnumerable<string> ids)
    {
        var known = ids.Distinct().ToList();
        if (known.Contains(id)) return null;
        var right = known.Count == 0 ? "the procedure has none, so add it" : $"name {Sentence.Or(known)}{Sentence.Suggestion(id, known)}";
        return $"there is no {what} {Sentence.Quoted(id)}; {right}";
    }
}
