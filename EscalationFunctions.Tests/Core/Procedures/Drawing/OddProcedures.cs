using Escalation.Core;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures.Drawing;

/// <summary>Procedures that a board could write and that are hard to draw.</summary>
internal static class OddProcedures
{
    public static readonly (string Name, string Title)[] Titles =
    [
        ("markup", "<script>alert('1')</script> & \"both\" ]]> <!-- sides -->"),
        ("a very long word", new string('W', 400)),
        ("very many words", string.Concat(Enumerable.Repeat("senior managers of both sides ", 20))),
        ("letters of other scripts", "Bwrdd Diogelu’r Ŵyl, 安全委員會 🙂🙂🙂 Ω"),
        ("what XML cannot hold", "a\u0001b\ufffe\ud800c"),
    ];

    public static Procedure WithStages(int count)
    {
        var sound = Sound();
        return sound with
        {
            Stages = Enumerable.Range(1, count).Select(i => sound.Stages[0] with
            {
                Id = $"{i}",
                Title = $"Rung {i}",
                Band = i > count / 2 ? Band.Formal : Band.Informal,
            }).ToValueList(),
            Starting = new Starting(),
            Caps = [],
        };
    }

    /// <summary>One title for everything that has one.</summary>
    public static Procedure WithTitles(string title)
    {
        var sound = Sound();
        return sound with
        {
            Title = title,
            Board = title,
            BoardOfficeTitle = title,
            Prompts = [new Prompt("p", title)],
            Stages = sound.Stages.Select(s => Titled(s, title)).ToValueList(),
            Officers = sound.Officers.Select(o => o with { Title = title }).ToValueList(),
            Screening = sound.Screening.Select(q => q with { Question = title, GoInstead = title }).ToValueList(),
        };
    }

    private static Stage Titled(Stage stage, string title) =>
        stage with { Title = title, Summary = title, Deadlines = stage.Deadlines.Select(d => d with { Title = title }).ToValueList() };

    public static Procedure WithFarTooMuchToSay()
    {
        var deadline = Sound().Stages[0].Deadlines[0];
        var dozen = Enumerable.Range(0, 12).Select(i => deadline with { Id = $"d{i}", Title = $"promise {i} of many that this board makes" }).ToValueList();
        var six = WithStages(6);
        return six with { Stages = six.Stages.Select(s => s with { Deadlines = dozen }).ToValueList() };
    }

    public static Procedure Sound() => ((Reading.Sound)ProcedureFile.Read(SoundFile.Text)).Procedure;
}
