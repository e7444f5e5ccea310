namespace Escalation.Core.Procedures.Drawing;

/// <summary>What the flowchart says of a stage's deadlines, for pages that set out the procedure in words.</summary>
public static class StageSentences
{
    /// <summary>"Within 2 working days of the outset: settle the difference; then it goes to stage 3 by itself." Each stands for itself.</summary>
    public static IEnumerable<string> Deadlines(Procedure procedure, Stage stage)
    {
        var when = "";
        foreach (var phrase in DeadlineWords.Of(procedure, stage))
        {
            // On the sheet, what shares its time with the one above it is said under the same words.
            if (phrase.Runs is [var led, var what])
            {
                when = led.Text;
                yield return $"{led.Text} {what.Text}";
            }
            else yield return $"{when} {Uncapital(phrase.Runs[0].Text)}";
        }
    }

    private static string Uncapital(string sentence)
    {
        var first = sentence.Split(' ')[0];
        return Names.Uncapital(first) + sentence[first.Length..];
    }
}
