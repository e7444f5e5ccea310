using Escalation.Core.Differences;

namespace Escalation.Service.Api.Answers;

/// <summary>The one place that says which HTTP status a refusal of the rules has.</summary>
internal static class RefusalStatus
{
    /// <summary>403: not for you. 404: what the address names is not there. 409: not as it stands now. 422: not what was said.</summary>
    public static int Of(RefusalCode code) => code switch
    {
        RefusalCode.NotAParty or RefusalCode.NotYours or RefusalCode.BoardOfficeOnly or RefusalCode.OwnProposal => 403,

        RefusalCode.NoSuchTimescale or RefusalCode.NoSuchSupporter or RefusalCode.NoSuchMeeting or RefusalCode.NoSuchForm
            or RefusalCode.NoSuchAction or RefusalCode.NoSuchAct or RefusalCode.NotDisowned => 404,

        RefusalCode.NotRaised or RefusalCode.AlreadyRaised or RefusalCode.Ended or RefusalCode.StillOpen or RefusalCode.AlreadySettled
            or RefusalCode.NotSettled or RefusalCode.StageClosed or RefusalCode.NoFurtherStage or RefusalCode.GateNotPassed
            or RefusalCode.NoGate or RefusalCode.StepNeeded or RefusalCode.StepOutOfOrder or RefusalCode.FormNeeded
            or RefusalCode.AlreadyAcknowledged or RefusalCode.IdInUse or RefusalCode.ProposalNotPending or RefusalCode.NotAskedToConfirm
            or RefusalCode.NoSuchDeadline or RefusalCode.DeadlineHasPassed or RefusalCode.AlreadyAtRisk or RefusalCode.NotAtRisk
            or RefusalCode.NotBeingDecided or RefusalCode.AlreadyBeingDecided or RefusalCode.NoRoute or RefusalCode.NoPanel
            or RefusalCode.PanelNeeded or RefusalCode.PartyNotHeard or RefusalCode.FormIncomplete or RefusalCode.FormChanged
            or RefusalCode.AlreadySigned or RefusalCode.SameSignatory or RefusalCode.SignaturesNeeded or RefusalCode.NotADuty
            or RefusalCode.AlreadyDisowned or RefusalCode.Frozen => 409,

        RefusalCode.TextNeeded or RefusalCode.UnknownAgency or RefusalCode.AgencyTwice or RefusalCode.NobodyChallenged
            or RefusalCode.OutsetInFuture or RefusalCode.OutsetTooEarly or RefusalCode.UnknownReason or RefusalCode.UnknownScreening
            or RefusalCode.NoSuchStage or RefusalCode.NotAllowedToJump or RefusalCode.NotForThisStage or RefusalCode.NoSuchProposal
            or RefusalCode.StatementsNeeded or RefusalCode.BadAction or RefusalCode.NotLater or RefusalCode.TooFarAhead
            or RefusalCode.NotAWorkingDay or RefusalCode.NotEveryoneInvited or RefusalCode.MeetingNotHeld or RefusalCode.NoSuchRoute
            or RefusalCode.PanelComposition or RefusalCode.NoConsensus or RefusalCode.NoSuchField or RefusalCode.BadEntry
            or RefusalCode.NoSuchSignature or RefusalCode.NotARecipient or RefusalCode.EffectivenessOutOfRange => 422,

        _ => throw new InvalidOperationException($"{code} has no status."),
    };

    /// <summary>The refusal that the whole answer goes by: the one with the lowest status, for it is the first that has to be seen to.</summary>
    public static Refusal Leading(IReadOnlyList<Refusal> refusals) => refusals.MinBy(r => Of(r.Code))!;
}
