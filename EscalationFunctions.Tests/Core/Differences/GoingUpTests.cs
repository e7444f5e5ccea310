using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>What a person needs to take a difference further, and what never holds the clock.</summary>
public class GoingUpTests
{
    private const string Start = "2026-06-01T10:00", Noon = "2026-06-01T12:00", Next = "2026-06-02T17:00";

    private const string Clock = """ "deadlines": [ { "id": "up", "kind": "resolve", "holder": "every-party", "within": "1 working day", "onExpiry": "escalate" } ] """;

    private static Story On(string first, string second, string more = "") =>
        new Story(Small($"{Stage("1", Clock + first)}, {Stage("2", Clock + second)}, {Stage("3")}", more)).Raised(Start);

    [Test]
    public void A_person_needs_a_managers_agreement_where_there_is_a_gate() =>
        On("", """, "gate": {} """).When(Worker, Escalate("1"), Noon).ThenRefused(RefusalCode.GateNotPassed)
            .When(Carer, new Command.PassGate("2"), Noon).ThenRefused(RefusalCode.NotYours)
            .When(CouncilManager, new Command.PassGate("3"), Noon).ThenRefused(RefusalCode.NoGate, "stage")
            .Given(CouncilManager, new Command.PassGate("2"), Noon).ThenExactly(new Fact.GatePassed("2"))
            .When(CouncilManager, new Command.PassGate("2"), Noon).ThenRefused(RefusalCode.NoGate, "stage")
            .Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("2");

    [Test]
    public void A_gate_opens_at_immediate_risk_and_never_holds_the_clock()
    {
        On("", """, "gate": {} """).Given(Worker, new Command.MarkImmediateRisk("He fell."), Noon).Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("2");
        On("", """, "gate": {} """).TimePasses(Next).ThenItIsAtStage("2");
    }

    [Test]
    public void Required_steps_are_recorded_in_their_order_before_a_person_takes_it_further() =>
        On(Steps, "").When(Worker, Discussed("second"), Noon).ThenRefused(RefusalCode.StepOutOfOrder, "step")
            .When(Worker, Discussed("optional"), Noon).ThenRefused(RefusalCode.StepOutOfOrder, "step")
            .Given(Worker, Discussed("first"), Noon).When(Worker, Escalate("1"), Noon).ThenRefused(RefusalCode.StepNeeded)
            .Given(Worker, Discussed("second"), Noon).Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("2");

    [Test]
    public void At_immediate_risk_no_step_is_required() =>
        On(Steps, "").Given(Worker, new Command.MarkImmediateRisk("He fell."), Noon).Given(Worker, Discussed("second"), Noon).Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("2");

    [Test]
    public void A_form_that_is_needed_to_go_further_holds_people_and_not_the_clock()
    {
        const string Form = """, "forms": [ { "form": "plain", "needed": "to-go-further" } ] """;
        On(Form, "").When(Worker, Escalate("1"), Noon).ThenRefused(RefusalCode.FormNeeded)
            .Given(Worker, Fill("plain", "what: x"), Noon).When(Worker, Escalate("1"), Noon).ThenRefused(RefusalCode.FormNeeded)
            .Given(Worker, Fill("plain", "what: x") with { Complete = true }, Noon).ThenExactly(new Fact.FormSubmitted("plain", 1, "1", []))
            .Given(Worker, Fill("plain", "what: x") with { Complete = true }, Noon).ThenNothing().Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("2")
            .When(Worker, Fill("plain", "what: y"), Noon).ThenRefused(RefusalCode.NoSuchForm, "form");
        On(Form, "").TimePasses(Next).ThenItIsAtStage("2");
    }

    [Test]
    public void The_clock_passes_over_an_optional_stage_and_people_may_choose_it()
    {
        On("", """, "optional": true """).TimePasses(Next).ThenItIsAtStage("3");
        On("", """, "optional": true """).Given(Worker, Escalate("1"), Noon).ThenItIsAtStage("3");
        On("", """, "optional": true """).Given(Worker, Escalate("1", "2"), Noon).ThenItIsAtStage("2").TimePasses(Next).ThenItIsAtStage("3");
    }

    [TestCase("never", false, false)]
    [TestCase("never", true, false)]
    [TestCase("at-immediate-risk", false, false)]
    [TestCase("at-immediate-risk", true, true)]
    [TestCase("always", false, true)]
    public void A_stage_is_passed_over_as_the_procedure_allows(string jump, bool risk, bool allowed)
    {
        var story = On("", "", $$""" "starting": { "jump": "{{jump}}" }, """);
        if (risk) story.Given(Worker, new Command.MarkImmediateRisk("He fell."), Noon);
        Assert.That(story.When(Worker, Escalate("1", "3"), Noon).Codes, Is.EqualTo(allowed ? [] : new[] { RefusalCode.NotAllowedToJump }));
    }

    [TestCase(""" "at": ["2", "1"] """, null, false, "2", "the first of the stages at which any may start")]
    [TestCase(""" "at": ["1", "2"] """, null, false, "1", "the first of two")]
    [TestCase(""" "at": ["1", "2"] """, "2", false, "2", "the other is allowed")]
    [TestCase(""" "at": ["1", "2"] """, "3", false, null, "a third is not")]
    [TestCase(""" "at": ["1"] """, "3", true, "3", "at immediate risk every stage unless said")]
    [TestCase(""" "at": ["1"], "atImmediateRisk": ["2"] """, "2", true, "2", "or those that are said")]
    [TestCase(""" "at": ["1"], "atImmediateRisk": ["2"] """, "3", true, null, "and no other")]
    [TestCase(""" "at": ["1"], "atImmediateRisk": ["2"] """, "2", false, null, "nor without risk")]
    public void It_starts_where_the_procedure_lets_it(string starting, string? at, bool risk, string? stage, string because)
    {
        var story = new Story(Small($"{Stage("1", Clock)}, {Stage("2", Clock)}, {Stage("3")}", $$""" "starting": { {{starting}} }, """))
            .When(Worker, Raise(Start) with { StartAt = at, StartReason = "Now.", ImmediateRisk = risk ? "Alone." : null }, Start);
        Assert.That(story.State.StandingOrNull?.Stage, Is.EqualTo(stage), because);
    }

    [Test]
    public void Where_it_starts_at_the_usual_stage_nothing_was_passed_over_and_only_what_was_answered_is_noted() =>
        On("", "").ThenNo<Fact.Escalated>().ThenNo<Fact.ComplaintNoted>();

    [Test]
    public void Naming_the_usual_stage_passes_over_nothing() =>
        new Story(SouthGloucestershire).Given(Worker, Raise(Start) with { StartAt = "1" }, Start).ThenNo<Fact.Escalated>().ThenItIsAtStage("1");

    [Test]
    public void Any_of_the_procedures_reasons_can_be_named() =>
        new Story(Somerset).Given(Worker, Raise(Start) with { Concern = AboutNights with { Reason = "timeliness" } }, Start).ThenItIsAtStage("1");

    [Test]
    public void The_outset_lies_at_most_five_years_back() =>
        new Story(SouthGloucestershire).Given(Worker, Raise("2021-06-01T10:00"), Start);

    [TestCase("both-sides", true)]
    [TestCase("every-party", false)]
    public void Who_is_merely_involved_confirms_only_where_every_party_must(string confirmedBy, bool settled)
    {
        var story = new Story(Small(Stage("1"), confirmedBy: confirmedBy)).Given(Worker, Raise(Start) with { Involved = [Police] }, Start).Settled(Noon);
        Assert.That(story.Standing.Settlement is not null, Is.EqualTo(settled));
        if (settled) return;
        story.ThenWaitsFor("Board office", Next).TimePasses(Next).ThenChased(1, false, new Escalation.Core.Procedures.Who("every-party"))
            .Given(Sergeant, Confirm("agreed"), Next).Then(new Fact.OutcomeSettled("agreed", "1", SettledBy.Agreement, 1, []));
    }

    [TestCase("text: two\nlines", true)]
    [TestCase("line: one line", true)]
    [TestCase("line: two\nlines", false)]
    [TestCase("line: two\rlines", false)]
    [TestCase("date: 2026-02-28", true)]
    [TestCase("date: 2026-02-29", false)]
    [TestCase("date: 28/02/2026", false)]
    [TestCase("number: -12", true)]
    [TestCase("number: 1.5", false)]
    [TestCase("yes-no: yes", true)]
    [TestCase("yes-no: no", true)]
    [TestCase("yes-no: Yes", false)]
    [TestCase("choice: green", true)]
    [TestCase("choice: blue", false)]
    public void An_entry_is_of_its_fields_kind(string entry, bool taken)
    {
        var story = new Story(Small(Stage("1", """ "forms": [ { "form": "kinds" } ] """))).Raised(Start).When(Worker, Fill("kinds", entry), Noon);
        Assert.That(story.Codes, Is.EqualTo(taken ? [] : new[] { RefusalCode.BadEntry }));
    }

    [Test]
    public void A_form_that_is_carried_forward_stays_open_at_the_stages_above() =>
        On(""", "forms": [ { "form": "kinds" } ] """, "").Given(Worker, Escalate("1"), Noon).Given(Worker, Fill("kinds", "text: x"), Noon);

    private const string Steps = """, "steps": [ { "id": "first", "title": "One", "required": true }, { "id": "optional", "title": "Perhaps" }, { "id": "second", "title": "Two", "required": true } ] """;
}
