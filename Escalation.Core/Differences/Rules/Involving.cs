using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>People: who acts at a rung, who supports the worker who raised it, which agencies are parties.</summary>
internal static class Involving
{
    /// <summary>Who holds a party's rung: the person named for this difference, else whom the directory has.</summary>
    public static RungHolder HolderOf(Party party, string stage, Draft draft)
    {
        var found = draft.Terms.Contacts.HolderOf(party, stage, draft.Procedure, draft.Today);
        var named = draft.Standing.Nominations.Any(n => n.Agency == party.Agency && n.Stage == stage);
        return named ? found with { Basis = Basis.Nominated, Contact = null } : found;
    }

    public static void Nominate(Command.NominateContact c, Draft draft)
    {
        draft.RequireText(c.Contact.Name, "contact.name", "who it is");
        draft.RequireText(c.Contact.Email, "contact.email", "at what address they are reached");
        draft.Require(draft.Procedure.FindStage(c.Stage) is not null, RefusalCode.NoSuchStage, $"There is no stage '{c.Stage}'.", "stage");
        draft.RequireIsParty(c.Agency, RefusalCode.NotAParty, "agency");
        // Agencies must share their contacts, so only their own people, or the board office that asked them, can name one.
        draft.Require(draft.By.IsBoardOffice || draft.By.AgencyOrNull == c.Agency, RefusalCode.NotYours,
            "Only that agency or the board office can name its contact.");
        if (!draft.Refused) draft.Record(new Fact.ContactNominated(c.Agency, c.Stage, c.Contact));
    }

    public static void AddSupporter(Command.AddSupporter c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireText(c.Supporter.Name, "supporter.name", "who it is");
        draft.Require(draft.Standing.Supporters.All(s => s.Id != c.Id), RefusalCode.IdInUse, $"There is a supporter '{c.Id}' already.", "id");
        if (!draft.Refused) draft.Record(new Fact.SupporterAdded(c.Id, c.Supporter));
    }

    public static void RemoveSupporter(Command.RemoveSupporter c, Draft draft)
    {
        // Those who are challenged do not choose who stands by the one who challenges them.
        draft.Require(draft.IsAmong(Who.RaisingAgency) || draft.By.IsBoardOffice, RefusalCode.NotYours,
            $"Only the raising agency or the {draft.Procedure.BoardOfficeTitle} can do this.");
        draft.RequireText(c.Reason, "reason", "why");
        draft.Require(draft.Standing.Supporters.Any(s => s.Id == c.Id), RefusalCode.NoSuchSupporter, $"There is no supporter '{c.Id}'.", "id");
        if (!draft.Refused) draft.Record(new Fact.SupporterRemoved(c.Id, c.Reason));
    }

    public static void AddParty(Command.AddParty c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        draft.RequireStillUnsettled();
        draft.RequireText(c.Reason, "reason", "why the agency is involved");
        draft.Require(c.Side != Side.Raising, RefusalCode.NotYours, "An agency can be challenged or otherwise involved; one raised it.", "side");
        draft.Require(draft.Standing.PartyOf(c.Agency) is null, RefusalCode.AgencyTwice, $"{draft.NameOf(c.Agency)} is a party already.", "agency");
        var known = draft.Terms.Contacts.Find(c.Agency);
        draft.Require(known is not null, RefusalCode.UnknownAgency, $"The board's directory has no agency '{c.Agency}'.", "agency");
        if (draft.Refused) return;

        var party = new Party(c.Agency, known!.Sector, c.Side);
        var rung = HolderOf(party, draft.Standing.Stage, draft);
        draft.Record(new Fact.PartyAdded(party, rung, c.Reason));
        if (rung.Basis == Basis.BoardOffice) draft.Record(new Fact.ContactMissing(rung.Agency, rung.Stage, rung.Role));
    }
}
