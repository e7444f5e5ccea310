namespace Escalation.Core.Differences.Rules;

/// <summary>
/// "That was not me" (a link or a key was used by somebody else): what rests on the act is held until the board office has found out. The
/// clock runs on, and so does everything that does not rest on it.
/// </summary>
internal static class Disowning
{
    public static void Disown(Command.Disown c, Draft draft)
    {
        draft.RequireText(c.Account, "account", "what makes you say that it was not you");
        if (Find(c.Entry, draft) is not { } deed) return;
        draft.Require(draft.By.IsBoardOffice || draft.By.AgencyOrNull == deed.Who || draft.By.Officers.Contains(deed.Who), RefusalCode.NotYours,
            $"Only {draft.NameOf(deed.Who)}, in whose name it stands, or the {draft.Procedure.BoardOfficeTitle} can say so.");
        draft.Require(deed.Doubt == Doubt.None, RefusalCode.AlreadyDisowned, "That has been said of it already.");
        if (draft.Refused) return;

        draft.Record(new Fact.Disowned(c.Entry, c.Account));
        draft.Record(new Fact.Flagged(FlaggedFor.Disowned, $"entry {c.Entry}"));
    }

    public static void Answer(Command.AnswerDisowned c, Draft draft)
    {
        draft.RequireBoardOffice();
        draft.RequireText(c.Reason, "reason", "what was found");
        if (Find(c.Entry, draft) is not { } deed) return;
        draft.Require(deed.Doubt == Doubt.Open, RefusalCode.NotDisowned, "Nobody has said that it was not theirs, or it has been answered.");
        if (draft.Refused) return;

        var kept = draft.IsOpen ? Deadlines.Kept(draft) : [];
        draft.Record(new Fact.DisowningAnswered(c.Entry, c.Stands, c.Reason));
        // Once it has ended there is nothing to go on with or to take back: the board office opens it again, if that is what it takes.
        if (!draft.IsOpen) return;
        if (c.Stands) GoOn(deed, draft);
        else TakeBack(deed, c.Reason, kept, draft);
    }

    /// <summary>Refuses where what is asked rests on a deed that waits for the board office's answer.</summary>
    public static bool RequireNotFrozen(Deed? frozen, Draft draft) => draft.Require(frozen is null, RefusalCode.Frozen, frozen is null ? "" :
        $"{draft.NameOf(frozen.DisownedBy!)} says that entry {frozen.Number}, in the name of {draft.NameOf(frozen.Who)}, was not theirs. "
        + $"This waits until the {draft.Procedure.BoardOfficeTitle} has answered; tell them what you know of it.");

    private static void GoOn(Deed deed, Draft draft)
    {
        if (deed.Fact is Fact.FormSigned signed) FormFilling.GoOn(signed.Form, draft);
    }

    private static void TakeBack(Deed deed, string reason, IReadOnlyList<Deadline> kept, Draft draft)
    {
        draft.ByTheService(() => Deadlines.Restore(kept, draft));
        // Nobody who may say so has said that the risk is over.
        if (IsLastOfRisk(deed, draft.Standing)) Risk.Mark(reason, draft);
    }

    private static bool IsLastOfRisk(Deed deed, Standing s) => deed.Fact is Fact.ImmediateRiskLifted
        && deed.Number == s.Deeds.Last(d => d.Fact is Fact.ImmediateRiskMarked or Fact.ImmediateRiskLifted).Number;

    private static Deed? Find(int entry, Draft draft)
    {
        var deed = draft.Standing.FindDeed(entry);
        draft.Require(deed is not null, RefusalCode.NoSuchAct, $"Entry {entry} is no act of anybody's that decided or moved something.", "entry");
        return deed;
    }
}
