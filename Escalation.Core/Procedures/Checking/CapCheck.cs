namespace Escalation.Core.Procedures;

/// <summary>A promise over the whole procedure can be counted, and the deadlines of the stages do not break it by themselves.</summary>
internal static class CapCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Items("$.caps", procedure.Caps).SelectMany(cap => OfItself(cap.Path, cap.Value)
            .Concat(Unreached(procedure, cap.Path, cap.Value)).Concat(Broken(procedure, cap.Path, cap.Value).Take(1)));

    private static IEnumerable<Problem> OfItself(string path, Cap cap)
    {
        if (!cap.Within.HasNumber) yield return new($"{path}.within", $"is \"{cap.Within}\" and must have a number, "
            + "such as \"20 working days\"");
        if (!cap.From.Cumulative) yield return new($"{path}.from", $"is {Sentence.Quoted(cap.From.Text)} and must be \"outset\" or "
            + "\"raised\"");
        if (cap is { OnExpiry: OnExpiry.Escalate, Reach: null })
            yield return new($"{path}.onExpiry", "is \"escalate\", but no \"reach\" says to which stage; add it, or say \"flag\"");
    }

    private static IEnumerable<Problem> Unreached(Procedure procedure, string path, Cap cap)
    {
        if (cap.Reach is null || procedure.FindStage(cap.Reach) is not { } reach || !Ways.AreWhole(procedure)) yield break;
        if (!Ways.Reached(procedure, Ways.Starts(procedure)).Contains(reach))
            yield return new($"{path}.reach", $"is stage {Sentence.Quoted(cap.Reach)}, to which no way leads from where a difference "
                + "starts; name one that is reached");
    }

    private static IEnumerable<Problem> Broken(Procedure procedure, string path, Cap cap)
    {
        if (Measure.InWorkingDays(cap.Within, procedure.WorkingTime.HoursAre) is not { } within) yield break;
        var reckoning = new CertainDays(procedure);
        foreach (var start in Ways.Starts(procedure))
        {
            if (Late(procedure, reckoning, start, cap, within) is { } late)
                yield return new($"{path}.within", $"is \"{cap.Within}\", but where the stages take all their time {late}; "
                    + "allow as much, or shorten the deadlines before it");
        }
    }

    private static string? Late(Procedure procedure, CertainDays reckoning, Stage start, Cap cap, int within)
    {
        var entered = reckoning.From(start);
        var tooLate = entered.Where(e => e.Day > within && (cap.Reach is null || e.Stage.Id == cap.Reach)).ToList();
        if (tooLate.Count > 0) return $"stage {Sentence.Quoted(tooLate[0].Stage.Id)} is reached after {tooLate[0].Day} working days";
        var (last, since) = entered[^1];
        if (cap.Reach is not null || Ways.OfClock(procedure, last) is not null) return null;
        return reckoning.SettledAt(last, since) is { } settled && settled > within ? $"it is settled after {settled} working days" : null;
    }
}
