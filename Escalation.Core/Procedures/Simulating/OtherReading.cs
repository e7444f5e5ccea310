namespace Escalation.Core.Procedures.Simulating;

/// <summary>
/// A procedure read the other way: what runs on from the outset counted from the start of each stage, and the other way about. Policies
/// often leave the reading open, and a board sees what is at stake when both stand side by side.
/// </summary>
public static class OtherReading
{
    private static readonly CountsFrom Outset = new(Happening.Outset);

    private static readonly CountsFrom StageEntered = new(Happening.StageEntered);

    public static bool CountsFromTheOutset(Procedure procedure) => procedure.Stages.SelectMany(s => s.Deadlines).Any(d => d.From.Cumulative);

    public static Procedure Of(Procedure procedure)
    {
        var serial = CountsFromTheOutset(procedure);
        var stages = procedure.Stages.Select(s => s with { Deadlines = s.Deadlines.Select(d => serial ? Serial(d) : FromOutset(d)).ToValueList() });
        return procedure with { Stages = stages.ToValueList() };
    }

    private static DeadlineRule Serial(DeadlineRule rule) => rule.From.Cumulative ? rule with { From = StageEntered } : rule;

    private static DeadlineRule FromOutset(DeadlineRule rule) => rule.From == StageEntered && rule.Within.HasNumber ? rule with { From = Outset } : rule;
}
