using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;
using Escalation.Service.Pages.Office;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Home;

/// <summary>A board's first page: what this is for, and how its procedure goes; to the board office first of all what needs somebody today.</summary>
internal sealed class StartPage(Reception reception, OverdueLookup lookup) : OpenPage(reception)
{
    public override string Title => Today is null ? "When organisations disagree about keeping somebody safe" : "Today";

    /// <summary>Of the board office alone.</summary>
    public Today? Today { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (VisitorOrNull is { IsBoardOffice: true }) Today = await Office.Today.OfAsync(Room, lookup, Now, HttpContext.RequestAborted);
        return Page();
    }
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
