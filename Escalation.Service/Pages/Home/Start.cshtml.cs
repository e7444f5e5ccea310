using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>A board's first page: what this is for, and how its procedure goes.</summary>
internal sealed class StartPage(Reception reception) : OpenPage(reception)
{
    public override string Title => "When organisations disagree about keeping somebody safe";

    public IActionResult OnGet() => Page();
}

/// <summary>The stages of the board's procedure in force, in words.</summary>
internal static class StagesInWords
{
    /// <summary>"Stage 2: Discussing the concern, manager to manager", what happens there, and by when.</summary>
    public static IEnumerable<(string Title, string? Summary, IReadOnlyList<string> Deadlines)> Of(Procedure procedure) =>
        procedure.Stages.Select<Stage, (string, string?, IReadOnlyList<string>)>(s => ($"Stage {s.Id}: {s.Title}{(s.Optional ? " (optional)" : "")}", s.Summary, [.. StageSentences.Deadlines(procedure, s)]));

    /// <summary>The adult, the child, or whoever of them it is.</summary>
    public static string Concerned(Procedure procedure) => procedure.Concerns switch
    {
        Core.Procedures.Concerned.Adult => "an adult",
        Core.Procedures.Concerned.Child => "a child",
        Core.Procedures.Concerned.AdultOrChild => "an adult or a child",
        _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure.Concerns, "no words"),
    };
}
