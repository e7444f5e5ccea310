namespace Escalation.Core.Procedures;

/// <summary>No stage can go quiet, and reminders come after whole days, since nobody is chased at night.</summary>
internal static class ChaseCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) => [.. Quiet(procedure), .. Every(procedure)];

    private static IEnumerable<Problem> Quiet(Procedure procedure)
    {
        var quiet = procedure.Stages.Where(s => s.Chase is null).Select(s => s.Id).ToList();
        if (procedure.Chase is null && quiet.Count > 0)
            yield return new("$.chase", $"is missing, and without it nobody would notice silence at stage {Sentence.And(quiet)}; "
                + "say how it is chased, here or at each of them");
    }

    private static IEnumerable<Problem> Every(Procedure procedure) =>
        Walk.Of<Chase>(procedure).Select(c => (Path: $"{c.Path}.every", c.Value.Every))
            .Append((Path: "$.afterClosing.actionsChasedEvery", Every: procedure.AfterClosing.ActionsChasedEvery))
            .Where(c => c.Every is not (Allowance.WorkingDays or Allowance.WorkingWeeks or Allowance.CalendarDays))
            .Select(c => new Problem(c.Path, $"is \"{c.Every}\", and reminders come every so many working days, "
                + "working weeks or calendar days; say for example \"5 working days\""));
}
