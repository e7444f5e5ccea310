namespace Escalation.Core.Procedures.Drawing;

/// <summary>What the flowchart says of a stage's deadlines, for pages that set out the procedure in words.</summary>
public static class StageSentences
{
    /// <summary>"Within 2 working days of the outset: settle the difference; then it goes to stage 3 by itself." One that shares its time with the one before leaves it out.</summary>
    public static IReadOnlyList<string> Deadlines(Procedure procedure, Stage stage) =>
        [.. DeadlineWords.Of(procedure, stage).Select(phrase => string.Join(' ', phrase.Runs.Select(r => r.Text)))];
}
