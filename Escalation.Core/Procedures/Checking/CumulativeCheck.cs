namespace Escalation.Core.Procedures;

/// <summary>
/// A deadline that runs on from the outset ends after the stage has begun: not when the deadline that brings the difference there has
/// used up the time.
/// </summary>
internal static class CumulativeCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from rule in Rule.AllOf(procedure)
        where rule.Deadline.From.Cumulative
        let before = Before(procedure, rule)
        where before is not null
        select new Problem($"{rule.Path}.within",
            $"is \"{rule.Deadline.Within}\" from \"{rule.Deadline.From}\", which is over when the clock comes to stage "
            + $"{Sentence.Quoted(rule.Stage.Id)}: stage {Sentence.Quoted(before.Stage.Id)} takes \"{before.Deadline.Within}\" from "
            + $"\"{before.Deadline.From}\"; give it more, or count from \"stage-entered\"");

    /// <summary>The last deadline on the clock's way to the stage that leaves the rule no time.</summary>
    private static Rule? Before(Procedure procedure, Rule rule) =>
        Rule.AllOf(procedure).LastOrDefault(earlier =>
            earlier.Stage != rule.Stage
            && earlier.Deadline is { OnExpiry: OnExpiry.Escalate, From.Cumulative: true }
            && Ways.Clockwise(procedure, earlier.Stage).Contains(rule.Stage)
            && LeavesNoTime(earlier.Deadline, rule.Deadline, procedure.WorkingTime.HoursAre));

    private static bool LeavesNoTime(DeadlineRule earlier, DeadlineRule later, HoursAre? hours)
    {
        // A difference can be raised long after its outset, so that what counts from the raising may yet end later.
        if (later.From.What == Happening.Raised && earlier.From.What == Happening.Outset) return false;
        return Measure.Of(later.Within, hours) is { } then && Measure.Of(earlier.Within, hours) is { } first
            && then.Unit == first.Unit && !then.LongerThan(first);
    }
}
