namespace Escalation.Core.Procedures;

/// <summary>What follows when a deadline passes can follow, and immediate risk makes a deadline shorter.</summary>
internal static class DeadlineCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Rule.AllOf(procedure).SelectMany(rule => OnExpiryOf(procedure, rule).Concat(WhenAtRiskOf(procedure, rule)));

    private static IEnumerable<Problem> OnExpiryOf(Procedure procedure, Rule rule)
    {
        var (path, stage, deadline) = ($"{rule.Path}.onExpiry", rule.Stage, rule.Deadline);
        var follows = KebabCase.Of(deadline.OnExpiry);
        if (deadline.Within is Allowance.WithoutDelay && deadline.OnExpiry != OnExpiry.Remind)
            yield return new(path, $"is \"{follows}\", but \"without delay\" has no end that could pass; say \"remind\", "
                + "or give it a number");
        // Where a way is named that does not exist, that is the mistake, and it is told there.
        if (deadline.OnExpiry == OnExpiry.Escalate && Ways.OfClock(procedure, stage) is null && Ways.AreWhole(procedure))
            yield return new(path, $"is \"escalate\", but from stage {Sentence.Quoted(stage.Id)} there is no way on for the clock; "
                + "say \"flag\" or \"remind\"");
    }

    private static IEnumerable<Problem> WhenAtRiskOf(Procedure procedure, Rule rule)
    {
        if (rule.Deadline.WhenAtRisk is not { } atRisk) yield break;
        var path = $"{rule.Path}.whenAtRisk";
        if (!atRisk.HasNumber) yield return new(path, $"is \"{atRisk}\" and must have a number, such as \"1 working day\"");
        var hours = procedure.WorkingTime.HoursAre;
        if (Measure.Of(atRisk, hours) is { } shorter && Measure.Of(rule.Deadline.Within, hours) is { } within && shorter.LongerThan(within))
            yield return new(path, $"is \"{atRisk}\", longer than the \"{rule.Deadline.Within}\" without risk; say at most as much");
    }
}
