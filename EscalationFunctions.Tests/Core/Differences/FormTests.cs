using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Forms of small procedures: when one is complete, who signs it, and at which stages it is open.</summary>
public class FormTests
{
    private const string Start = "2026-06-01T10:00", Noon = "2026-06-01T12:00";

    private static Story With(string form) => new Story(Small(Stage("1", $$""" "forms": [ { "form": "{{form}}" } ] """))).Raised(Start);

    [Test]
    public void What_was_entered_before_counts_when_it_is_sent() =>
        With("plain").Given(Worker, Fill("plain", "what: x"), Noon)
            .Given(Worker, Fill("plain") with { Complete = true }, Noon).Then(new Fact.FormSubmitted("plain", 1, "1", []));

    [Test]
    public void What_is_taken_back_with_the_sending_is_missing() =>
        With("plain").Given(Worker, Fill("plain", "what: x"), Noon)
            .When(Worker, Fill("plain", "what: ") with { Complete = true }, Noon).ThenRefused(RefusalCode.FormIncomplete)
            .Given(Worker, Fill("plain", "what: y") with { Complete = true }, Noon)
            .ThenExactly(new Fact.FormFilled("plain", 2, [new("what", "y")]), new Fact.FormSubmitted("plain", 2, "1", []));

    [Test]
    public void A_form_with_one_signature_is_complete_with_it() =>
        With("loose").Given(Worker, Fill("loose", "note: x"), Noon).Given(Worker, Sign("any", 1, "loose"), Noon).Then(new Fact.FormSubmitted("loose", 1, "1", []));

    [Test]
    public void An_edit_of_what_nobody_has_signed_voids_nothing() =>
        With("loose").Given(Worker, Fill("loose", "note: x"), Noon).Given(Worker, Fill("loose", "note: y"), Noon)
            .ThenExactly(new Fact.FormFilled("loose", 2, [new("note", "y")]));

    [Test]
    public void Two_people_of_one_agency_are_not_two_signatories() =>
        With("twice").Given(Worker, Fill("twice", "note: x"), Noon).Given(Worker, Sign("one", 1, "twice"), Noon)
            .When(CouncilManager, Sign("two", 1, "twice"), Noon).ThenRefused(RefusalCode.SameSignatory)
            .Given(Carer, Sign("two", 1, "twice"), Noon).Then(new Fact.FormSubmitted("twice", 1, "1", []));

    [Test]
    public void A_date_that_was_entered_can_be_taken_back() =>
        With("kinds").Given(Worker, Fill("kinds", "date: 2026-06-01"), Noon)
            .Given(Worker, Fill("kinds", "date: "), Noon).ThenExactly(new Fact.FormFilled("kinds", 2, [new("date", "")]));

    [Test]
    public void A_form_of_two_stages_is_open_at_both()
    {
        const string Form = """ "forms": [ { "form": "plain" } ] """;
        new Story(Small($"{Stage("1", Form)}, {Stage("2", Form)}, {Stage("3")}")).Raised(Start).Given(Worker, Escalate("1"), Noon)
            .Given(Worker, Fill("plain", "what: x"), Noon).Given(Worker, Escalate("2"), Noon)
            .When(Worker, Fill("plain", "what: y"), Noon).ThenRefused(RefusalCode.NoSuchForm, "form");
    }

    [Test]
    public void A_promise_that_names_a_form_is_kept_by_that_form_and_no_other() =>
        new Story(Small(Stage("1", """
            "deadlines": [ { "id": "send", "kind": "submit-form", "holder": "raising-agency", "within": "1 working day", "form": "plain" } ],
            "forms": [ { "form": "plain" }, { "form": "loose" } ]
            """))).Raised(Start).Given(Worker, Fill("loose", "note: x"), Noon).Given(Worker, Sign("any", 1, "loose"), Noon).ThenNoneMet("send")
            .Given(Worker, Fill("plain", "what: x") with { Complete = true }, Noon).Then(new Fact.DeadlineMet("1", "send"));

    [Test]
    public void Once_everybody_is_told_whoever_has_the_form_that_closing_waits_for_has_the_next_act() =>
        FourStagesStories.UpToStage("3").Settled("2026-04-08T10:00+01:00").EveryoneTold("2026-04-08T10:00+01:00")
            .TimePasses("2026-04-09T17:00+01:00").ThenChased(1, false, Escalation.Core.Procedures.Who.RaisingAgency);
}
