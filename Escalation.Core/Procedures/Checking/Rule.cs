namespace Escalation.Core.Procedures;

/// <summary>A deadline of a stage with its path in the file.</summary>
internal sealed record Rule(string Path, Stage Stage, DeadlineRule Deadline)
{
    public static IEnumerable<Rule> AllOf(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        from deadline in Walk.Items($"{stage.Path}.deadlines", stage.Value.Deadlines)
        select new Rule(deadline.Path, stage.Value, deadline.Value);
}
