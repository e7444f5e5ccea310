using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"I, a manager, agree that it goes to that stage."</summary>
internal sealed class AgreeToStage : Journey
{
    public override string Path => "agree-to-stage";

    public override string Title(Standpoint at) => "Agree, as a manager, that it may go further";

    public override string About(Standpoint at) =>
        string.Join(" ", StagesOf(at).Select(s => $"{at.TitleOf(s.Id)}: {s.Gate!.Title ?? "a manager agrees before somebody takes it there"}."));

    public override bool IsOffered(Standpoint at) => at.IsOpen && StagesOf(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        if (StagesOf(at) is not { Count: > 1 } several) yield break;
        var stages = several.Select(s => new Option(s.Id, at.TitleOf(s.Id), s.Gate!.Title));
        yield return new Screen("stage", new Choice("stage", "To which stage may it go?", [.. stages]) { Missing = "Select the stage" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.PassGate(StagesOf(at) is [var only] ? only.Id : answers["stage"]);

    // The board office records what an officer told it, one officer's agreement at a time.
    public override string? OnBehalfOf(Standpoint at) => at.Visitor.IsBoardOffice && StagesOf(at) is [var first, ..] ? first.Gate!.By.Name : null;

    public override string CheckTitle => "Agree that it may go further";

    public override string SendLabel(Standpoint at) => "I agree";

    public override string DoneTitle(Standpoint at) => "Your agreement is on the record";

    /// <summary>The stages above this one before which the visitor's agreement is waited for.</summary>
    private static List<Stage> StagesOf(Standpoint at)
    {
        var waiting = at.Procedure.Stages.Skip(at.Procedure.RankOf(at.Standing.Stage) + 1)
            .Where(s => s.Gate is { } gate && !at.Standing.GatesPassed.Contains(s.Id)
                && (at.Visitor.IsBoardOffice ? IsOfTheBoard(gate.By) : IsTheirs(gate.By, at))).ToList();
        return at.Visitor.IsBoardOffice ? [.. waiting.Where(s => s.Gate!.By == waiting[0].Gate!.By || s.Gate.By == Who.BoardOffice)] : waiting;
    }

    private static bool IsOfTheBoard(Who who) => who == Who.BoardOffice || who.IsOfficer;

    // Who acts for an agency acts for it alone, whatever else they are to the board.
    private static bool IsTheirs(Who who, Standpoint at) => at.IsAmong(who) && (at.Party is not null) == !IsOfTheBoard(who);
}
