using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Where there are several of a kind, what happens to one leaves the others as they were.</summary>
public class SideBySideStories
{
    private const string Start = "2026-06-01T10:00", Noon = "2026-06-01T12:00", Later = "2026-06-01T13:00";

    private static string Promise(string id, string within) => $""" "id": "{id}", "kind": "notify", "holder": "raising-agency", "within": "{within}" """;

    private static Story TwoPromises() => new Story(Small(WithDeadlines("1", Promise("one", "1 working day"), Promise("two", "2 working days")))).Raised(Start);

    private static Story TwoForms() => new Story(Small(Stage("1", """ "forms": [ { "form": "plain" }, { "form": "loose" }, { "form": "twice" } ] """))).Raised(Start)
        .Given(Worker, Fill("loose", "note: x"), Noon).Given(Worker, Fill("twice", "note: x"), Noon);

    [Test]
    public void More_time_for_one_promise_moves_only_that_one() =>
        TwoPromises().Given(Worker, AskUntil("first", "2026-06-04", "one"), Noon).Given(Worker, AskUntil("second", "2026-06-05", "two"), Noon)
            .Given(Carer, new Command.AgreeTimescale("first"), Later).ThenDue("one", "2026-06-04T17:00").ThenDue("two", "2026-06-03T17:00")
            .Given(Carer, new Command.AgreeTimescale("second"), Later).ThenDue("one", "2026-06-04T17:00").ThenDue("two", "2026-06-05T17:00");

    [Test]
    public void More_time_that_is_declined_for_one_can_still_be_agreed_for_the_other() =>
        TwoPromises().Given(Worker, AskUntil("first", "2026-06-04", "one"), Noon).Given(Worker, AskUntil("second", "2026-06-05", "two"), Noon)
            .Given(Carer, new Command.DeclineTimescale("first", "Too long."), Later)
            .When(Carer, new Command.AgreeTimescale("first"), Later).ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .Given(Carer, new Command.AgreeTimescale("second"), Later).ThenDue("two", "2026-06-05T17:00");

    [Test]
    public void When_one_promise_is_over_more_time_can_still_be_agreed_for_the_other() =>
        TwoPromises().Given(Worker, AskUntil("first", "2026-06-04", "one"), Noon).Given(Worker, AskUntil("second", "2026-06-05", "two"), Noon)
            .TimePasses("2026-06-02T17:00")
            .When(Carer, new Command.AgreeTimescale("first"), "2026-06-03T10:00").ThenRefused(RefusalCode.NoSuchTimescale, "id")
            .Given(Carer, new Command.AgreeTimescale("second"), "2026-06-03T10:00").ThenDue("two", "2026-06-05T17:00");

    [Test]
    public void A_promise_that_is_kept_leaves_the_other_waiting() =>
        TwoPromises().Given(Worker, new Command.FulfilDuty("one", "Done."), Noon).Then(new Fact.DeadlineMet("1", "one")).ThenNoneMet("two")
            .TimePasses("2026-06-03T17:00").Then(new Fact.DeadlinePassed("1", "two", Story.Instant("2026-06-03T17:00")))
            .TimePasses("2026-06-04T17:00").ThenChased(1, false, Who.RaisingAgency);

    [Test]
    public void A_limit_over_the_whole_may_have_the_name_of_a_promise_and_is_not_taken_for_it() =>
        new Story(Small(WithDeadlines("1", Promise("all", "1 working day")), """ "caps": [ { "id": "all", "within": "5 working days" } ], """)).Raised(Start)
            .ThenDue("all", "2026-06-02T17:00").Given(Worker, new Command.FulfilDuty("all", "Done."), Noon)
            .Then(new Fact.DeadlineMet("1", "all")).TimePasses("2026-06-08T17:00").Then(new Fact.DeadlinePassed("", "all", Story.Instant("2026-06-08T17:00")));

    [Test]
    public void Signing_one_form_signs_no_other() =>
        TwoForms().Given(Worker, Sign("any", 1, "loose"), Noon).Then(new Fact.FormSubmitted("loose", 1, "1", []))
            .Given(Worker, Sign("one", 1, "twice"), Noon).ThenNo<Fact.FormSubmitted>()
            .Given(Carer, Sign("two", 1, "twice"), Noon).Then(new Fact.FormSubmitted("twice", 1, "1", []));

    [Test]
    public void An_edit_voids_the_signatures_of_its_own_form_and_of_no_other() =>
        TwoForms().Given(Worker, Sign("any", 1, "loose"), Noon).Given(Worker, Sign("one", 1, "twice"), Noon)
            .Given(Worker, Fill("loose", "note: y"), Noon).Then(new Fact.SignaturesVoided("loose", ["any"]))
            .Given(Carer, Sign("two", 1, "twice"), Noon).Then(new Fact.FormSubmitted("twice", 1, "1", []));

    [Test]
    public void An_edit_of_one_field_keeps_the_others() =>
        UpToStage("3").Given(Worker, MonitoringForm("Not settled."), "2026-04-08T10:00+01:00").Given(Worker, Fill("monitoring", "outcome: It goes on."), "2026-04-08T10:00+01:00")
            .Given(CouncilManager, Sign("initiating", 2), "2026-04-08T10:00+01:00");

    [Test]
    public void Each_rung_has_the_person_who_was_named_for_it_and_the_last_one_named() =>
        UpToStage("1").Given(BoardOffice, Name(Care, "2"), "2026-04-01T12:00+01:00").Given(BoardOffice, Name(Council, "2"), "2026-04-01T12:00+01:00")
            .Given(BoardOffice, Name(Care, "3"), "2026-04-01T12:00+01:00").Given(BoardOffice, Name(Care, "2"), "2026-04-01T13:00+01:00")
            .TimePasses("2026-04-02T17:00+01:00").ThenHeld(Care, Named(Care, "2", "Line manager and safeguarding lead"))
            .ThenHeld(Council, Named(Council, "2", "Line manager and team manager"))
            .TimePasses("2026-04-07T17:00+01:00").ThenHeld(Care, Named(Care, "3", "Registered manager and director of the service or organisation"))
            .ThenHeld(Council, Holder(Council, "3", "Team manager and service manager"));

    [Test]
    public void Naming_somebody_at_the_present_stage_leaves_the_other_agencys_rung() =>
        UpToStage("2").Given(BoardOffice, Name(Care, "2"), "2026-04-03T10:00+01:00").ThenHeld(Care, Named(Care, "2", "Line manager and safeguarding lead"))
            .ThenHeld(Council, Holder(Council, "2", "Line manager and team manager"))
            .Given(BoardOffice, Name(Council, "3"), "2026-04-03T10:00+01:00").ThenHeld(Council, Holder(Council, "2", "Line manager and team manager"));

    [Test]
    public void Of_several_supporters_one_can_go() =>
        UpToStage("1").Given(Worker, new Command.AddSupporter("union", Raiser), "2026-04-01T12:00+01:00").Given(Worker, new Command.AddSupporter("friend", Raiser), "2026-04-01T12:00+01:00")
            .Given(Worker, new Command.RemoveSupporter("union", "She moved."), "2026-04-01T12:00+01:00")
            .When(Worker, new Command.AddSupporter("friend", Raiser), "2026-04-01T12:00+01:00").ThenRefused(RefusalCode.IdInUse, "id")
            .Given(Worker, new Command.RemoveSupporter("friend", "He moved too."), "2026-04-01T12:00+01:00");

    [Test]
    public void An_earlier_request_is_still_the_same_request_after_others()
    {
        var story = UpToStage("1");
        var note = new Instruction("one click", Worker, new Command.NoteComplaint("The family complains."));
        story.Answered(note, "2026-04-01T12:00+01:00").Then(new Fact.ComplaintNoted("The family complains."))
            .Given(Carer, Respond(), "2026-04-01T12:30+01:00").Given(Worker, Discussed(), "2026-04-01T12:40+01:00")
            .Answered(note, "2026-04-01T13:00+01:00").ThenNothing();
    }

    private static Command.NominateContact Name(string agency, string stage) => new(agency, stage, Raiser);

    private static RungHolder Named(string agency, string stage, string role) => new(agency, stage, role, Basis.Nominated);
}
