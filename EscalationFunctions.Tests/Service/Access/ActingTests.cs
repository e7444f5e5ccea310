using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace EscalationFunctions.Tests.Service.Access;

public class ActingTests
{
    private static readonly Caller Council = new(Office.Severnside, Office.Council, [Scope.DifferencesWrite], "key:1");

    private static readonly Caller BoardOffice = Council with { Agency = null };

    [Test]
    public void A_person_acts_for_the_callers_own_agency_and_no_other() =>
        Assert.That(Of(Council, new("Asha Rill", "Social worker")), Is.EqualTo(new Acting.As(new Actor.Worker("Asha Rill", "Social worker", Office.Council))));

    [Test]
    public void A_person_can_stand_in_for_a_colleague() =>
        Assert.That(Of(Council, new(" Asha Rill ", "Social worker", "Ben Marl")),
            Is.EqualTo(new Acting.As(new Actor.Worker("Asha Rill", "Social worker", Office.Council, "Ben Marl"))));

    [TestCase(null, null)]
    [TestCase("board-office", null)]
    [TestCase("chair", "chair")]
    public void The_board_office_acts_for_itself_or_records_what_an_officer_told_it(string? onBehalfOf, string? officer) =>
        Assert.That(Of(BoardOffice, new("Ida Office", null, onBehalfOf)),
            Is.EqualTo(new Acting.As(new Actor.Officeholder("Ida Office", "board-office", officer))));

    [Test]
    public void A_worker_has_a_name_and_a_role_and_both_are_told_at_once() =>
        Assert.That(Fields(Of(Council, new(" ", null, "\n"))), Is.EqualTo(new[] { "name", "role", "onBehalfOf" }));

    [Test]
    public void The_board_office_cannot_act_for_a_post_that_the_procedure_does_not_have()
    {
        var refused = Of(BoardOffice, new("Ida Office", "", "chief")) as Acting.Refused;
        Assert.That(Fields(refused!), Is.EqualTo(new[] { "role", "onBehalfOf" }));
        Assert.That(refused!.Problems[1].Sentence,
            Is.EqualTo("the procedure has no post \"chief\"; it has \"strategic-manager\", \"chair\", \"mediation\" and \"panel\""));
    }

    private static Acting Of(Caller caller, ActingPerson person) => Acting.Of(caller, person, Office.FourStages);

    private static IEnumerable<string> Fields(Acting acting) => (acting as Acting.Refused)?.Problems.Select(p => p.Field) ?? [];
}
