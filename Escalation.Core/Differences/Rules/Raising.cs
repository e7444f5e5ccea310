using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Raising a difference: screening, the parties, where it starts.</summary>
internal static class Raising
{
    /// <summary>Further back nothing sensible can be counted; a mistyped year is likelier.</summary>
    private const int YearsOfOutset = 5;

    public static void Raise(Command.Raise c, Draft draft)
    {
        var parties = Parties(c, draft);
        CheckConcern(c, draft);
        CheckOutset(c, draft);
        CheckScreening(c, draft);
        CheckStart(c, draft);
        if (draft.Refused) return;

        draft.Record(new Fact.Raised(
            c.Reference, draft.Procedure.Id, draft.Procedure.Version, c.Concern, parties.ToValueList(), Calendar.LondonTime.In(c.Outset), c.Raiser));
        if (BelongsElsewhere(c, draft) is { } question)
        {
            draft.Record(new Fact.Redirected(question.Id, question.GoInstead, "Screened when it was raised."));
            return;
        }

        if (c.ImmediateRisk is { } risk) draft.Record(new Fact.ImmediateRiskMarked(risk));
        foreach (var alongside in draft.Procedure.Screening.Where(q => q.Alongside && c.Screening.Contains(q.Id)))
            draft.Record(new Fact.ComplaintNoted(alongside.GoInstead));
        var usual = draft.Procedure.UsualFirstStage();
        if (c.StartAt is { } start && draft.Procedure.RankOf(start) > draft.Procedure.RankOf(usual))
            draft.Record(new Fact.Escalated(usual, start, c.StartReason!));
        Escalating.Enter(c.StartAt ?? usual, draft);
    }

    private static List<Party> Parties(Command.Raise c, Draft draft)
    {
        var named = new List<Party>();
        draft.Require(draft.By is Actor.Worker, RefusalCode.NotAParty, "A difference is raised by somebody of an agency.");
        draft.Require(c.Responding.Count > 0, RefusalCode.NobodyChallenged, "Name at least one agency that is challenged.", "responding");
        if (draft.By.AgencyOrNull is { } raising) Name(raising, Side.Raising, "raiser");
        foreach (var agency in c.Responding) Name(agency, Side.Responding, "responding");
        foreach (var agency in c.Involved) Name(agency, Side.Involved, "involved");
        return named;

        void Name(string agency, Side side, string field)
        {
            var known = draft.Terms.Contacts.Find(agency);
            draft.Require(known is not null, RefusalCode.UnknownAgency, $"The board's directory has no agency '{agency}'.", field);
            draft.Require(named.All(p => p.Agency != agency), RefusalCode.AgencyTwice, $"{draft.NameOf(agency)} is named twice.", field);
            named.Add(new Party(agency, known?.Sector ?? "", side));
        }
    }

    private static void CheckConcern(Command.Raise c, Draft draft)
    {
        draft.RequireText(c.Reference, "reference", "under what reference it is raised");
        draft.RequireText(c.Concern.AdultReference, "concern.adultReference", "whom it is about, as your own record names them");
        draft.RequireText(c.Concern.Summary, "concern.summary", "what the difference is about");
        draft.RequireText(c.Concern.DesiredOutcome, "concern.desiredOutcome", "what should happen");
        draft.RequireText(c.Raiser.Name, "raiser.name", "who raises it");
        draft.Require(c.Concern.Reason is not { } reason || draft.Procedure.Reasons.Any(r => r.Id == reason), RefusalCode.UnknownReason,
            $"The reasons are: {string.Join(", ", draft.Procedure.Reasons.Select(r => r.Id))}.", "concern.reason");
    }

    private static void CheckOutset(Command.Raise c, Draft draft)
    {
        draft.Require(c.Outset <= draft.Now, RefusalCode.OutsetInFuture, "The concern cannot first have been considered in the future.", "outset");
        draft.Require(c.Outset >= draft.Now.AddYears(-YearsOfOutset), RefusalCode.OutsetTooEarly,
            $"The outset can lie at most {YearsOfOutset} years back.", "outset");
    }

    private static void CheckScreening(Command.Raise c, Draft draft)
    {
        foreach (var id in c.Screening.Where(id => draft.Procedure.Screening.All(q => q.Id != id)))
            draft.Refuse(RefusalCode.UnknownScreening, $"The procedure has no screening question '{id}'.", "screening");
    }

    private static void CheckStart(Command.Raise c, Draft draft)
    {
        if (c.ImmediateRisk is not null) draft.RequireText(c.ImmediateRisk, "immediateRisk", "why the adult is at immediate risk");
        if (c.StartAt is not { } stage || stage == draft.Procedure.UsualFirstStage()) return;
        draft.RequireText(c.StartReason, "startReason", "why it starts at another stage than usual");
        if (!draft.Require(draft.Procedure.FindStage(stage) is not null, RefusalCode.NoSuchStage, $"There is no stage '{stage}'.", "startAt")) return;
        draft.Require(draft.Procedure.StagesToStartAt(c.ImmediateRisk is not null).Contains(stage), RefusalCode.NotAllowedToJump, $"The procedure does not let it start at stage {stage}.", "startAt");
    }

    private static ScreeningQuestion? BelongsElsewhere(Command.Raise c, Draft draft) =>
        draft.Procedure.Screening.FirstOrDefault(q => !q.Alongside && c.Screening.Contains(q.Id));
}
