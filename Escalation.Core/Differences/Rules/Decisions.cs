using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Mediation, panels and other authorities, where the parties cannot settle it themselves.</summary>
internal static class Decisions
{
    public static void ReportUnresolved(Command.ReportUnresolved c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireStillUnsettled();
        draft.RequireText(c.Reason, "reason", "what is still unresolved");
        // At the last stage there is nowhere to take it, so saying so is what is left.
        draft.Require(draft.Stage.Deciding is not null || draft.Procedure.WaysOnFrom(draft.Stage).Count == 0, RefusalCode.NotBeingDecided,
            "This stage has nobody who decides; take it further instead.");
        draft.Require(draft.Standing.Acts.All(a => a.What != Happening.UnresolvedReported), RefusalCode.AlreadyBeingDecided,
            "It has been said already, or it is being decided.");
        if (!draft.Refused) draft.Record(new Fact.UnresolvedReported(draft.Standing.Stage, c.Reason));
    }

    /// <summary>Opens the way to a decision: at once, when the parties say so, or when the deadline to settle it has passed.</summary>
    public static void OpenIfDue(Draft draft)
    {
        var s = draft.Standing;
        if (draft.Stage.Deciding is not { } rule || s.Deciding is not null || s.Settlement is not null) return;
        var reported = s.Acts.Any(a => a.What == Happening.UnresolvedReported);
        var tooLate = s.Deadlines.Any(d => d is { IsLate: true, Set.Kind: DeadlineKind.Resolve });
        if (draft.Stage.DecidingOpens != Opens.AtOnce && !reported && !tooLate) return;

        // What the policy asks when it is unresolved is asked whoever shows it: the parties, or the time that has run out.
        if (tooLate && !reported) draft.Record(new Fact.UnresolvedReported(s.Stage, "The time to settle it at this stage has passed."));
        draft.Record(new Fact.DecidingOpened(s.Stage, rule.Tell));
        if (rule.Routes is [var only]) draft.Record(new Fact.RouteChosen(s.Stage, only.Id, "It is the only way that the procedure names."));
    }

    public static void ChooseRoute(Command.ChooseRoute c, Draft draft)
    {
        if (!RequireDeciding(draft)) return;
        draft.RequireAmong(draft.Stage.Deciding!.ChosenBy ?? Who.BoardOffice, "choose how it is decided");
        draft.RequireText(c.Reason, "reason", "why this way");
        draft.Require(draft.Stage.Deciding.Routes.Any(r => r.Id == c.Route), RefusalCode.NoSuchRoute,
            $"The ways are: {string.Join(", ", draft.Stage.Deciding.Routes.Select(r => r.Id))}.", "route");
        if (!draft.Refused) draft.Record(new Fact.RouteChosen(draft.Standing.Stage, c.Route, c.Reason));
    }

    public static void FormPanel(Command.FormPanel c, Draft draft)
    {
        if (RequireRoute(draft) is not { } route) return;
        if (!draft.Require(route.Composition is not null, RefusalCode.NoPanel, $"{route.Title} has no panel.")) return;
        RequireAuthority(route, "name the panel", draft);
        CheckComposition(c.Members, route.Composition!, draft);
        if (draft.Refused) return;

        draft.Record(new Fact.PanelFormed(c.Members));
        var neutral = c.Members.Any(m => draft.Standing.PartyOf(m.Agency) is null or { Side: Side.Involved });
        if (route.Composition!.NeutralWanted && !neutral)
            draft.Record(new Fact.Flagged(FlaggedFor.NoNeutralAgency, "every member of the panel comes from an agency in dispute"));
    }

    public static void Hear(Command.HearRepresentation c, Draft draft)
    {
        if (RequireRoute(draft) is not { } route) return;
        RequireAuthority(route, "record who was heard", draft);
        draft.RequireText(c.Summary, "summary", "what was put forward");
        draft.RequireIsParty(c.Agency, RefusalCode.NotAParty, "agency");
        if (!draft.Refused) draft.Record(new Fact.RepresentationHeard(c.Agency, c.Summary));
    }

    public static void Make(Command.MakeDecision c, Draft draft)
    {
        if (RequireRoute(draft) is not { } route) return;
        RequireAuthority(route, "record the decision", draft);
        draft.RequireText(c.Decision, "decision", "what is decided");
        draft.RequireText(c.Reasons, "reasons", "the reasons");
        draft.RequireText(c.Outstanding, "outstanding", "how outstanding issues will be pursued, or that there are none");
        Settling.CheckId(c.Id, draft);
        Settling.CheckActions(c.Actions, draft);
        CheckReady(route, c.AgreedBy, draft);
        Disowning.RequireNotFrozen(draft.Standing.FrozenDeciding, draft);
        if (draft.Refused) return;

        draft.Record(new Fact.DecisionMade(
            c.Id, draft.Standing.Stage, route.Id, route.Binding, c.Decision, c.Reasons, c.Outstanding, c.Actions, c.AgreedBy));
        if (route.Binding) Settling.Settle(c.Id, SettledBy.BindingDecision, draft);
    }

    private static void CheckComposition(ValueList<PanelMember> members, Composition rule, Draft draft)
    {
        var agencies = members.Select(m => m.Agency).Distinct().ToList();
        draft.Require(agencies.Count >= rule.Agencies, RefusalCode.PanelComposition,
            $"Members must come from at least {rule.Agencies} agencies; these come from {agencies.Count}.", "members");
        foreach (var agency in agencies.Where(a => draft.Terms.Contacts.Find(a) is null))
            draft.Refuse(RefusalCode.UnknownAgency, $"The board's directory has no agency '{agency}'.", "members");
        foreach (var post in members.Select(m => m.Post).Where(p => rule.Pool.Count > 0 && !rule.Pool.Contains(p)).Distinct())
            draft.Refuse(RefusalCode.PanelComposition, $"'{post}' is not a post that members are drawn from: {string.Join(", ", rule.Pool)}.", "members");
        var inDispute = draft.Standing.InDispute().ToList();
        foreach (var party in inDispute.Except(agencies).Where(_ => rule.PartiesIncluded))
            draft.Refuse(RefusalCode.PanelComposition, $"{draft.NameOf(party)} is in dispute and must be represented.", "members");
        foreach (var party in inDispute.Intersect(agencies).Where(_ => rule.PartiesExcluded))
            draft.Refuse(RefusalCode.PanelComposition, $"{draft.NameOf(party)} is in dispute and cannot sit on the panel.", "members");
    }

    private static void CheckReady(Route route, ValueList<string> agreedBy, Draft draft)
    {
        var s = draft.Standing;
        draft.Require(!s.PanelIsMissing(route), RefusalCode.PanelNeeded, "Name the panel first.");
        foreach (var agency in s.StillToHear(route)) draft.Refuse(RefusalCode.PartyNotHeard, $"{draft.NameOf(agency)} has not been heard.");
        var panel = s.OnPanel().ToList();
        draft.Require(route.DecidedBy != DecidedBy.Majority || panel.Intersect(agreedBy).Count() * 2 > panel.Count, RefusalCode.NoConsensus,
            "More than half of the agencies on the panel must agree.", "agreedBy");
        foreach (var agency in s.MustAgree(route).Except(agreedBy))
            draft.Refuse(RefusalCode.NoConsensus, $"{draft.NameOf(agency)} has not agreed, and the procedure asks for it.", "agreedBy");
    }

    private static bool RequireDeciding(Draft draft) =>
        draft.RequireStillUnsettled()
        && draft.Require(draft.Standing.Deciding is not null, RefusalCode.NotBeingDecided, "It has not come to a decision by others.");

    private static Route? RequireRoute(Draft draft)
    {
        if (!RequireDeciding(draft)) return null;
        var id = draft.Standing.Deciding!.Route;
        draft.Require(id is not null, RefusalCode.NoRoute, "Nobody has chosen yet how it is decided.");
        return draft.Stage.Deciding!.Routes.FirstOrDefault(r => r.Id == id);
    }

    // The board office runs the procedure for the board, so it keeps the record of what its authorities decide.
    private static void RequireAuthority(Route route, string act, Draft draft) =>
        draft.Require(draft.IsAmong(route.Authority) || draft.By.IsBoardOffice, RefusalCode.NotYours,
            $"Only {draft.Procedure.TitleOf(route.Authority)} or the {draft.Procedure.BoardOfficeTitle} can {act}.");
}
