using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using EscalationFunctions.Tests.Core.Notices;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

public sealed class DutyHoldersTests
{
    private const string Now = "2026-04-01T10:00", ToStage2 = "2026-04-02T17:00";

    [Test]
    public void Those_who_hold_a_duty_are_the_agencies_own_people_at_the_stage() =>
        Assert.That(Holders(Begun().TimePasses(ToStage2)), Is.EqualTo(new[]
        {
            new DutyHolder("Line manager and team manager", Council, "north-council-2"),
            new DutyHolder("Line manager and safeguarding lead", Care, "riverside-care-2"),
        }));

    [Test]
    public void A_deputy_holds_it_for_somebody_who_is_away() =>
        Assert.That(
            Holders(Deserted(new Contact("away", Care, "1", new DateOnly(2020, 1, 1), Absences: [new Absence(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 7))],
                Deputy: "riverside-care-2")))[1],
            Is.EqualTo(new DutyHolder("Practitioner and line manager", Care, "riverside-care-2")));

    [Test]
    public void The_board_office_holds_it_where_nobody_was_found() =>
        Assert.That(Holders(Deserted())[1], Is.EqualTo(new DutyHolder("South Gloucestershire SAB board office", Care)));

    [Test]
    public void Whoever_was_nominated_holds_it_without_an_entry_in_the_directory() =>
        Assert.That(
            Holders(Deserted().Given(Carer, new Command.NominateContact(Care, "1", new Person("Nell", "carer", "nell@example.org")), Now))[1],
            Is.EqualTo(new DutyHolder("Practitioner and line manager", Care)));

    [Test]
    public void A_duty_at_another_stage_is_that_rungs() =>
        Assert.That(Of(Who.Parse("every-party@4")).Select(h => h.Title), Is.EqualTo(new[]
        {
            "Director of Adult Services and representative on the board", "Care providers' representative on the board",
        }));

    [Test]
    public void Where_the_ladder_has_no_such_rung_it_is_the_board_offices() =>
        Assert.That(
            DutyHolders.Of(Who.Parse("responding-agency@4"), new Story(SouthGloucestershire).Given(Worker, Acts.Raise(Now, "ferry-company"), Now).Standing,
                SouthGloucestershire),
            Is.EqualTo(new[] { new DutyHolder("South Gloucestershire SAB board office", "ferry-company") }));

    [Test]
    public void The_worker_who_raised_it_holds_a_duty_in_their_own_role() =>
        Assert.That(Of(Who.Raiser), Is.EqualTo(new[] { new DutyHolder("social worker", Council) }));

    [Test]
    public void An_officer_holds_it_by_the_name_of_the_post() =>
        Assert.That(Of(new Who("chair")), Is.EqualTo(new[] { new DutyHolder("Chair of the Safeguarding Adults Board") }));

    [Test]
    public void At_no_moment_of_an_open_difference_is_there_nobody_or_no_date()
    {
        foreach (var story in WholeStories.All)
            foreach (var last in story.Record.GroupBy(e => e.Request).Select(decision => decision.Last().Number))
            {
                if (Difference.After(story.Record.TakeWhile(e => e.Number <= last)) is not Difference.Open open) continue;
                Assert.That(DutyHolders.Of(open, story.Terms.Procedure), Is.Not.Empty, $"after entry {last}");
                Assert.That(DutyHolders.Until(open.Standing), Is.Not.Null, $"after entry {last}");
            }
    }

    private static IReadOnlyList<DutyHolder> Holders(Story story) => DutyHolders.Of((Difference.Open)story.State, story.Terms.Procedure);

    private static IReadOnlyList<DutyHolder> Of(Who who) => DutyHolders.Of(who, Begun().Standing, SouthGloucestershire);

    private static Story Begun() => new Story(SouthGloucestershire).Raised(Now);

    /// <summary>Riverside-care has these at stage 1, or nobody.</summary>
    private static Story Deserted(params Contact[] others) =>
        new Story(SouthGloucestershire, Without(SouthGloucestershire, ["riverside-care-1"], others)).Raised(Now);
}
