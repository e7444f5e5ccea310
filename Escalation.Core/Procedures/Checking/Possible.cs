namespace Escalation.Core.Procedures;

/// <summary>What can happen while a difference stands at a stage.</summary>
internal static class Possible
{
    /// <summary>What the stage would need for it to happen; null where it can.</summary>
    public static string? Needs(Procedure procedure, Stage stage, Happening what) => what switch
    {
        // A gate stands before a stage, so that it is passed while the difference is still at the one below.
        Happening.GatePassed when stage.Gate is null && Ways.From(procedure, stage).All(s => s.Gate is null) =>
            "a \"gate\" here or at a stage that it leads to",
        Happening.MeetingArranged or Happening.MeetingHeld when stage.Meeting is null => "a \"meeting\"",
        Happening.FormSubmitted when stage.Forms.Count == 0 => "a form in its \"forms\"",
        Happening.UnresolvedReported when stage.Deciding is null && procedure.WaysOnFrom(stage).Count > 0 =>
            "\"deciding\", or to be the last stage: from the others a person takes it further",
        Happening.RouteChosen or Happening.RepresentationHeard or Happening.DecisionMade when stage.Deciding is null => "\"deciding\"",
        Happening.PanelFormed when stage.Deciding is null || stage.Deciding.Routes.All(r => r.Composition is null) =>
            "\"deciding\" with a route that has a \"composition\"",
        _ => null,
    };

    /// <summary>The difference is over with it, and every deadline with the difference.</summary>
    public static bool EndsEverything(Happening what) => what is Happening.Closed or Happening.Withdrawn or Happening.Redirected;

    /// <summary>Something that people do, and by which they could keep a promise.</summary>
    public static bool IsAct(Happening what) => !EndsEverything(what) && what is not (Happening.Outset or Happening.Raised or Happening.StageEntered
        or Happening.DeadlinePassed or Happening.Escalated or Happening.ContactMissing or Happening.Reopened or Happening.Waiting);
}
