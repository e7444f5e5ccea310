using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Authorities of other boards: one that decides from the beginning, one that binds nobody, a single way, consensus.</summary>
public class DecidingTests
{
    private const string Start = "2026-04-01T10:00+01:00", Noon = "2026-04-01T12:00+01:00";

    /// <summary>A panel decides by consensus, binding nobody, and opens with the stage.</summary>
    internal static Story AtOnce(string binding = "false", string decidedBy = "consensus", string more = "")
    {
        var route = $$"""{ "id": "only", "title": "Panel", "authority": "panel", "binding": {{binding}}, "decidedBy": "{{decidedBy}}" {{more}} }""";
        return new Story(Small(Stage("1", $$""" "deciding": { "opens": "at-once", "routes": [ {{route}} ] } """)))
            .Given(Worker, Raise(Start) with { Involved = [Police] }, Start);
    }

    [Test]
    public void The_only_way_is_taken_by_itself_when_the_stage_begins() =>
        AtOnce().Then(new Fact.DecidingOpened("1", [Who.BoardOffice]), new Fact.RouteChosen("1", "only", "It is the only way that the procedure names."))
            .ThenNo<Fact.UnresolvedReported>().ThenWaitsFor("Panel", "2026-04-02T17:00+01:00");

    [Test]
    public void Consensus_is_that_of_every_side_and_not_of_those_merely_involved() =>
        AtOnce().When(Panel, Decide("d", Care), Noon).ThenRefused(RefusalCode.NoConsensus, "agreedBy")
            .When(Panel, Decide("d"), Noon).ThenRefused(RefusalCode.NoConsensus, RefusalCode.NoConsensus)
            .Given(Panel, Decide("d", Council, Care), Noon).ThenNo<Fact.OutcomeSettled>();

    [Test]
    public void A_panel_that_decides_by_consensus_agrees_too() =>
        AtOnce(more: """, "composition": { "agencies": 3 } """).Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), Noon)
            .When(Panel, Decide("d", Council, Care), Noon).ThenRefused(RefusalCode.NoConsensus, "agreedBy")
            .Given(Panel, Decide("d", Council, Care, Trust), Noon);

    [Test]
    public void A_decision_that_binds_nobody_is_put_to_both_sides() =>
        AtOnce(decidedBy: "authority").Given(Panel, Decide("d"), Noon).Then(new Fact.DecisionMade("d", "1", "only", false, "Care goes on.", "The review was not done.", "None.", [], []))
            .ThenWaitsFor("Board office", "2026-04-02T17:00+01:00").TimePasses("2026-04-02T17:00+01:00").ThenChased(1, false, Who.EveryParty)
            .Given(Worker, Confirm("d"), "2026-04-03T12:00+01:00").ThenNo<Fact.OutcomeSettled>()
            .TimePasses("2026-04-07T17:00+01:00").ThenChased(2, true, Who.RespondingAgency)
            .Given(Carer, Confirm("d"), "2026-04-08T12:00+01:00").Then(new Fact.OutcomeSettled("d", "1", SettledBy.Agreement, 7, []));

    [Test]
    public void When_a_decision_that_binds_nobody_is_disputed_another_can_be_made() =>
        AtOnce(decidedBy: "authority").Given(Panel, Decide("d"), Noon).Given(Carer, Dispute("d"), Noon).ThenWaitsFor("Panel", "2026-04-02T17:00+01:00")
            .When(Panel, Decide("d"), Noon).ThenRefused(RefusalCode.IdInUse, "id")
            .Given(Panel, Decide("e"), Noon).Given(Worker, Confirm("e"), Noon);

    [Test]
    public void A_binding_decision_takes_what_was_on_the_table_off_it() =>
        AtOnce(binding: "true", decidedBy: "authority").Given(Worker, Propose("p"), Noon)
            .Given(Panel, Decide("d") with { Actions = [Action("a", Care, "2026-04-10")] }, Noon)
            .Then(new Fact.OutcomeSettled("d", "1", SettledBy.BindingDecision, 0, [new("a", Story.Instant("2026-04-10T17:00+01:00"))]))
            .When(Carer, Confirm("p"), Noon).ThenRefused(RefusalCode.ProposalNotPending, "proposal");

    [Test]
    public void A_neutral_agency_is_one_that_is_not_in_dispute_even_if_it_is_involved() =>
        AtOnce(more: """, "composition": { "agencies": 2 } """)
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Police)]), Noon).ThenExactly(new Fact.PanelFormed([Member(Council), Member(Police)]))
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care)]), Noon).Then(new Fact.Flagged(FlaggedFor.NoNeutralAgency, "every member of the panel comes from an agency in dispute"));

    [Test]
    public void Where_nobody_asks_for_a_neutral_agency_none_is_missed() =>
        AtOnce(more: """, "composition": { "agencies": 2, "neutralWanted": false } """)
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care)]), Noon).ThenNo<Fact.Flagged>();

    [Test]
    public void Only_the_sides_have_to_be_heard_and_anybody_who_is_a_party_can_be() =>
        AtOnce(decidedBy: "authority", more: """, "partiesHeard": true """).Given(BoardOffice, new Command.HearRepresentation(Council, "x"), Noon)
            .Given(Panel, new Command.HearRepresentation(Police, "x"), Noon).When(Panel, Decide("d"), Noon).ThenRefused(RefusalCode.PartyNotHeard)
            .Given(Panel, new Command.HearRepresentation(Care, "x"), Noon).Given(BoardOffice, Decide("d"), Noon);

    [Test]
    public void The_board_office_chooses_where_the_procedure_names_nobody_and_records_what_the_chair_chose() =>
        AtOnce().When(Chair, new Command.ChooseRoute("only", "x"), Noon).ThenRefused(RefusalCode.NotYours)
            .Given(new Actor.Officeholder("Ida Office", "board-office", "chair"), new Command.ChooseRoute("only", "Asked."), Noon);

    [Test]
    public void The_board_office_acts_for_another_officer_and_nobody_else_does() =>
        FourStagesStories.Unresolved()
            .When(new Actor.Officeholder("Max", "panel", "chair"), new Command.ChooseRoute("panel", "x"), "2026-04-09T12:00+01:00").ThenRefused(RefusalCode.NotYours)
            .When(BoardOffice, new Command.ChooseRoute("panel", "x"), "2026-04-09T12:00+01:00").ThenRefused(RefusalCode.NotYours)
            .Given(new Actor.Officeholder("Ida", "board-office", "chair"), new Command.ChooseRoute("panel", "x"), "2026-04-09T12:00+01:00");

    [Test]
    public void A_majority_is_more_than_half_of_the_agencies_on_the_panel() =>
        AtOnce(decidedBy: "majority", more: """, "composition": { "agencies": 2 } """)
            .Given(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust), Member(Surgery)]), Noon)
            .When(Panel, Decide("d", Council, Care), Noon).ThenRefused(RefusalCode.NoConsensus, "agreedBy")
            .When(Panel, Decide("d", Council, Care, Police, Charity), Noon).ThenRefused(RefusalCode.NoConsensus, "agreedBy")
            .Given(Panel, Decide("d", Council, Trust, Surgery), Noon);

    [Test]
    public void Unanimity_is_that_of_the_panel_and_not_of_the_sides() =>
        AtOnce(decidedBy: "unanimity", more: """, "composition": { "agencies": 2 } """)
            .Given(Panel, new Command.FormPanel([Member(Police), Member(Trust)]), Noon)
            .When(Panel, Decide("d", Council, Care, Police), Noon).ThenRefused(RefusalCode.NoConsensus, "agreedBy")
            .Given(Panel, Decide("d", Police, Trust), Noon);

    [Test]
    public void Where_the_parties_are_kept_off_the_panel_those_who_are_merely_involved_are_not() =>
        AtOnce(more: """, "composition": { "agencies": 2, "partiesExcluded": true } """)
            .When(Panel, new Command.FormPanel([Member(Council), Member(Trust)]), Noon).ThenRefused(RefusalCode.PanelComposition, "members")
            .When(Panel, new Command.FormPanel([Member(Council), Member(Care), Member(Trust)]), Noon).ThenRefused(RefusalCode.PanelComposition, RefusalCode.PanelComposition)
            .Given(Panel, new Command.FormPanel([Member(Police), Member(Trust)]), Noon);

    [Test]
    public void A_decision_gives_actions_only_to_parties_and_only_for_days_to_come() =>
        AtOnce(decidedBy: "authority")
            .When(Panel, Decide("d") with { Actions = [Action("a", Trust, "2026-04-10")] }, Noon).ThenRefused(RefusalCode.BadAction, "actions[0].agency")
            .When(Panel, Decide("d") with { Actions = [Action("a", Care, "2026-03-31")] }, Noon).ThenRefused(RefusalCode.BadAction, "actions[0].due");
}
