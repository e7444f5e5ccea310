namespace Escalation.Core.Procedures.Drawing;

internal static class HappeningWords
{
    /// <summary>What happened, as it stands after "within two working days of".</summary>
    public static string AsNoun(Happening happening) => happening switch
    {
        Happening.Outset => "the outset",
        Happening.Raised => "being raised",
        Happening.StageEntered => "the start of the stage",
        Happening.Acknowledged => "the acknowledgement",
        Happening.Responded => "the response",
        Happening.DiscussionHeld => "the discussion",
        Happening.GatePassed => "the manager’s agreement",
        Happening.TimescaleAgreed => "agreeing the timescale",
        Happening.OutcomeProposed => "the proposed outcome",
        Happening.OutcomeDisputed => "an outcome being disputed",
        Happening.OutcomeSettled => "the outcome being settled",
        Happening.UnresolvedReported => "the report that it is unresolved",
        Happening.RouteChosen => "the choice of how to decide",
        Happening.PanelFormed => "the panel being named",
        Happening.RepresentationHeard => "a party being heard",
        Happening.MeetingArranged => "the meeting being arranged",
        Happening.MeetingHeld => "the meeting",
        Happening.DecisionMade => "the decision",
        Happening.FormSubmitted => "the form being completed",
        Happening.DutyDone => "the duty being done",
        Happening.ImmediateRiskMarked => "immediate risk being marked",
        Happening.DeadlinePassed => "a deadline passing",
        Happening.Escalated => "its going to a higher stage",
        Happening.ContactMissing => "no contact being found",
        Happening.Closed => "its closing",
        Happening.Withdrawn => "its withdrawal",
        Happening.Redirected => "its being sent elsewhere",
        Happening.Reopened => "its being reopened",
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening, "not something that happens"),
    };
}
