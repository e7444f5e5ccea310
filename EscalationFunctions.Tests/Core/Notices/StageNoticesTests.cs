using Escalation.Core.Differences;
using Escalation.Core.Notices;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>South Gloucestershire, raised on Wednesday 1 April 2026: stage 2 from Thursday, 3 from Tuesday, 4 from Wednesday, each at five.</summary>
public sealed class StageNoticesTests
{
    private const string Raised = "2026-04-01T10:00", ToStage2 = "2026-04-02T17:00", InStage3 = "2026-04-08T09:00";

    private static readonly Person Sam = new("Sam Friend", "advocate", "sam@example.org");

    [Test]
    public void The_worker_who_raised_it_is_told_that_it_was_received() => Begun().ThenTold(NoticeKind.Raised, "raiser");

    [Test]
    public void A_stage_that_begins_is_told_to_every_agencys_people_there_and_to_the_worker_who_raised_it() =>
        Begun().ThenTold(NoticeKind.StageEntered, "north-council@1", "riverside-care@1", "raiser");

    [Test]
    public void With_the_beginning_of_a_stage_goes_what_is_due_first()
    {
        var notice = Begun().TheNotice(NoticeKind.StageEntered, "riverside-care@1");

        Assert.That((notice.Deadline, notice.DueAt, notice.Stage), Is.EqualTo(("resolve", Story.Instant("2026-04-02T17:00"), "1")));
    }

    [Test]
    public void When_the_clock_takes_it_further_those_below_hear_of_it() =>
        Begun().TimePasses(ToStage2)
            .ThenTold(NoticeKind.Escalated, "north-council@1", "riverside-care@1", "raiser")
            .ThenTold(NoticeKind.StageEntered, "north-council@2", "riverside-care@2", "raiser");

    [Test]
    public void Whoever_takes_it_further_is_not_told_that_it_went_further() =>
        Begun().Given(CouncilManager, Escalate("1"), Raised)
            .ThenTold(NoticeKind.Escalated, "riverside-care@1", "raiser")
            .ThenTold(NoticeKind.StageEntered, "north-council@2", "riverside-care@2", "raiser");

    [Test]
    public void A_stage_that_was_passed_through_while_the_service_was_down_asks_nothing_of_anybody()
    {
        var late = Begun().TimePasses(InStage3).ThenTold(NoticeKind.StageEntered, "north-council@3", "riverside-care@3", "raiser");

        Assert.That(late.Latest.OfType<Fact.StageEntered>().Select(f => f.Stage), Is.EqualTo(new[] { "2", "3" }));
        Assert.That(late.Notices().Select(n => Telling.InShort(n.To)), Has.None.EndsWith("@2"));
    }

    [Test]
    public void The_worker_who_raised_it_hears_of_every_step_of_the_way_that_it_took_while_the_service_was_down() =>
        Begun().TimePasses(InStage3).ThenTold(NoticeKind.Escalated, "north-council@1", "riverside-care@1", "raiser", "raiser");

    [Test]
    public void Where_it_starts_higher_nobody_below_is_told_of_what_they_never_had() =>
        new Story(SouthGloucestershire)
            .Given(Worker, Raise(Raised) with { ImmediateRisk = "Alone at night.", StartAt = "3", StartReason = "Tonight." }, Raised)
            .ThenTold(NoticeKind.Escalated, "raiser")
            .ThenTold(NoticeKind.StageEntered, "north-council@3", "riverside-care@3", "raiser")
            .ThenTold(NoticeKind.ImmediateRisk, "riverside-care@3", "raiser", "board-office");

    [Test]
    public void The_board_office_is_asked_when_an_agencys_rung_is_empty_and_so_are_its_people_of_the_stage_before() =>
        Begun(without: "riverside-care-2").TimePasses(ToStage2).ThenTold(NoticeKind.ContactNeeded, "riverside-care@1", "board-office");

    [Test]
    public void The_worker_who_raised_it_is_asked_too_when_it_is_their_own_agencys_rung() =>
        Begun(without: "north-council-2").TimePasses(ToStage2).ThenTold(NoticeKind.ContactNeeded, "north-council@1", "raiser", "board-office");

    [Test]
    public void At_the_first_stage_there_is_nobody_before_to_ask() =>
        Begun(without: "riverside-care-1").ThenTold(NoticeKind.ContactNeeded, "board-office");

    [Test]
    public void Nobody_is_asked_who_acts_at_a_stage_that_was_passed_through() =>
        Begun(without: "riverside-care-2").TimePasses(InStage3).ThenNobodyIsTold(NoticeKind.ContactNeeded);

    [Test]
    public void The_question_who_acts_names_the_agency() =>
        Assert.That(
            Begun(without: "riverside-care-2").TimePasses(ToStage2).TheNotice(NoticeKind.ContactNeeded, "board-office").Detail,
            Is.EqualTo("riverside-care"));

    [Test]
    public void The_next_contact_is_told_when_they_are_nominated() =>
        Begun(without: "riverside-care-2").TimePasses(ToStage2)
            .Given(Carer, new Command.NominateContact(Care, "2", Sam), ToStage2)
            .ThenTold(NoticeKind.StageEntered, "riverside-care@2");

    [Test]
    public void Whoever_is_nominated_for_a_later_stage_is_told_when_it_comes_to_them() =>
        Begun().Given(Carer, new Command.NominateContact(Care, "3", Sam), Raised).ThenNobodyIsTold(NoticeKind.StageEntered);

    [Test]
    public void An_agency_that_becomes_a_party_hears_what_is_asked_and_the_others_that_it_is_one() =>
        Begun().Given(CouncilManager, new Command.AddParty(Trust, Side.Responding, "It runs the ward."), Raised)
            .ThenTold(NoticeKind.StageEntered, "county-trust@1")
            .ThenTold(NoticeKind.PartyAdded, "riverside-care@1", "raiser");

    [Test]
    public void A_supporter_hears_that_they_stand_by_the_worker_and_from_then_on_all_that_the_worker_hears() =>
        Begun().Given(CouncilManager, new Command.AddSupporter("sam", Sam), Raised)
            .ThenTold(NoticeKind.Supporting, "supporter sam")
            .TimePasses(ToStage2)
            .ThenTold(NoticeKind.StageEntered, "north-council@2", "riverside-care@2", "raiser", "supporter sam");

    [Test]
    public void The_worker_hears_that_somebody_no_longer_stands_by_them() =>
        Begun().Given(CouncilManager, new Command.AddSupporter("sam", Sam), Raised)
            .Given(BoardOffice, new Command.RemoveSupporter("sam", "They have left."), Raised)
            .ThenTold(NoticeKind.SupporterRemoved, "raiser");

    [Test]
    public void Nothing_is_asked_for_before_anything_was_raised() =>
        Assert.That(NoticeRules.For([], Difference.Nothing, SouthGloucestershire), Is.Empty);

    private static Story Begun(string without = "nobody") => new Story(SouthGloucestershire, Without(SouthGloucestershire, [without])).Raised(Raised);
}
