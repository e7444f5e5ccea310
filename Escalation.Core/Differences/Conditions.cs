using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>
/// What a procedure asks for before something may happen, worked out once: the rules refuse by it, and whoever shows people what they can
/// do offers by it.
/// </summary>
public static class Conditions
{
    /// <summary>The parties that are asked to confirm an outcome.</summary>
    public static IEnumerable<Party> AskedToConfirm(this Standing s, Procedure procedure) =>
        s.Parties.Where(p => procedure.Closing.ConfirmedBy == ConfirmedBy.EveryParty || p.Side != Side.Involved);

    /// <summary>Those of them that have not confirmed this one.</summary>
    public static IEnumerable<Party> StillToConfirm(this Standing s, Proposal proposal, Procedure procedure) =>
        s.AskedToConfirm(procedure).Where(p => !proposal.ConfirmedBy.Contains(p.Agency));

    /// <summary>The first is the usual one. At immediate risk there can be more.</summary>
    /// <param name="atRisk">Whether the adult is at immediate risk as it is raised.</param>
    public static IEnumerable<string> StagesToStartAt(this Procedure procedure, bool atRisk)
    {
        var starting = procedure.Starting;
        var usual = procedure.UsualFirstStage();
        return procedure.Stages.Select(s => s.Id)
            .Where(id => id != usual && (starting.At?.Contains(id) == true || (atRisk && starting.AtImmediateRisk?.Contains(id) != false)))
            .Prepend(usual);
    }

    /// <summary>Where a difference starts unless somebody says otherwise.</summary>
    public static string UsualFirstStage(this Procedure procedure) => procedure.Starting.At is [var first, ..] ? first : procedure.Stages[0].Id;

    /// <summary>Whether a person may take it past the next stage to a higher one.</summary>
    public static bool MayJump(this Standing s, Procedure procedure) => procedure.Starting.Jump switch
    {
        Jumping.Always => true,
        Jumping.AtImmediateRisk => s.AtImmediateRisk,
        _ => false,
    };

    /// <summary>Whether no manager's agreement is waited for before this stage.</summary>
    public static bool IsGateOpen(this Standing s, Stage stage) => stage.Gate is null || s.AtImmediateRisk || s.GatesPassed.Contains(stage.Id);

    /// <summary>The steps without which a person cannot take it further. Immediate risk waits for none.</summary>
    public static IEnumerable<Step> StepsMissing(this Standing s, Stage stage) => s.AtImmediateRisk
        ? []
        : stage.Steps.Where(step => step.Required && !s.StepsRecorded.Contains(step.Id));

    /// <summary>The forms that a person who takes it further must have completed. Immediate risk waits for none.</summary>
    public static IEnumerable<StageForm> FormsToGoFurther(this Standing s, Stage stage) => s.AtImmediateRisk
        ? []
        : stage.Forms.Where(f => f.Needed is FormNeeded.ToGoFurther or FormNeeded.Always);

    /// <summary>Agencies by id, and the board's officers and the worker who raised it by the name that the procedure has for them.</summary>
    public static IEnumerable<string> MustBeInvited(this Standing s, Stage stage) => stage.Meeting is { } meeting
        ? meeting.Invited.SelectMany(who => who.IsSide ? s.PartiesAmong(who).Select(p => p.Agency) : [who.Name]).Distinct()
        : [];

    /// <summary>Ids of the agencies between which the difference is.</summary>
    public static IEnumerable<string> InDispute(this Standing s) => s.Parties.Where(p => p.Side != Side.Involved).Select(p => p.Agency);

    /// <summary>Ids of the agencies that must still be heard before it is decided by this route.</summary>
    public static IEnumerable<string> StillToHear(this Standing s, Route route) => route.PartiesHeard ? s.InDispute().Except(s.Deciding?.Heard ?? []) : [];

    /// <summary>Whether this route waits for nothing more but the decision.</summary>
    public static bool IsReadyToDecide(this Standing s, Route route) => !s.PanelIsMissing(route) && !s.StillToHear(route).Any();

    public static bool PanelIsMissing(this Standing s, Route route) => route.Composition is not null && s.Deciding?.Panel.Count is null or 0;

    /// <summary>Ids of the agencies from which the panel comes.</summary>
    public static IEnumerable<string> OnPanel(this Standing s) => s.Deciding?.Panel.Select(m => m.Agency).Distinct() ?? [];

    /// <summary>Ids of the agencies all of which must agree to a decision by this route; none where a majority, or the authority alone, decides.</summary>
    public static IEnumerable<string> MustAgree(this Standing s, Route route) => route.DecidedBy switch
    {
        DecidedBy.Consensus => s.InDispute().Union(s.OnPanel()),
        DecidedBy.Unanimity => s.OnPanel(),
        _ => [],
    };
}
