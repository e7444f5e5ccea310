using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>Asha of north-council has raised a difference with county-trust; county-police and riverside-care have no part in it.</summary>
public class AdmittanceTests
{
    private Doorway door = null!;
    private string id = null!;

    [SetUp]
    public async Task Open()
    {
        door = await OpenAsync();
        id = await door.Office.RaiseAsync("asha@council.example.org");
    }

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [TestCase("north-council-1@example.org", "north-council", TestName = "A contact of the raising agency at this stage")]
    [TestCase("county-trust-4@example.org", "county-trust", TestName = "A contact of the responding agency at another stage")]
    [TestCase("asha@council.example.org", "north-council", TestName = "The worker who raised it")]
    public async Task They_see_it_and_act_for_their_own_agency(string email, string agency)
    {
        var places = await Places(email);
        Assert.That(places.Select(p => p.ActsFor), Is.EqualTo(new[] { agency }));
        Assert.That(await MayActFor(email, agency), Is.True);
        Assert.That(await MayActFor(email, agency == "county-trust" ? "north-council" : "county-trust"), Is.False);
    }

    [TestCase("county-police-1@example.org", TestName = "A contact of an agency that is no party")]
    [TestCase("jo@council.example.org", TestName = "A practitioner of a party who did not raise it")]
    [TestCase("sue@example.org", TestName = "Somebody who does not support the raiser")]
    [TestCase("chair@example.org", TestName = "The chair, before it comes to the stage at which the chair has a part")]
    [TestCase("manager@example.org", TestName = "The strategic manager, who is told when it is closed")]
    [TestCase("nobody@elsewhere.example.org", TestName = "Somebody whom nobody knows")]
    public async Task To_everybody_else_it_does_not_exist(string email)
    {
        await door.SetDomainsAsync("north-council", "council.example.org");
        await ChairIs("chair@example.org");
        Assert.That(await Places(email), Is.Empty);
    }

    [Test]
    public async Task The_board_office_sees_it_and_another_boards_does_not()
    {
        Assert.That(await Places("office@severnside.example.org"), Is.EqualTo(new Place[] { new Place.BoardOffice() }));
        var other = (await door.Visitors.OfAsync(TestOffice.Moorland, "office@moorland.example.org", default))!;
        Assert.That(Admittance.Of(other, await door.OpenedAsync(id), await Room(), Today), Is.Empty);
    }

    [Test]
    public async Task A_supporter_sees_it_acts_for_nobody_and_no_longer_sees_it_when_taken_off()
    {
        await Done(new Command.AddSupporter("s-1", new Person("Sue Port", "union representative", "sue@example.org")));
        var places = await Places("sue@example.org");
        Assert.That(places, Is.EqualTo(new Place[] { new Place.Supporter() }));
        Assert.That(places[0].ToActor((await Visitor("sue@example.org"))!), Is.Null);
        await Done(new Command.RemoveSupporter("s-1", "She has moved."));
        Assert.That(await Places("sue@example.org"), Is.Empty);
    }

    [Test]
    public async Task Somebody_named_for_this_difference_acts_for_the_agency_that_named_them_until_another_is_named()
    {
        await Nominate("nina@example.org");
        var place = (await Places("nina@example.org")).Single();
        Assert.That(place.ToActor((await Visitor("nina@example.org"))!), Is.EqualTo(new Actor.Worker("Nina Ross", "matron", "county-trust")));
        await Nominate("olive@example.org");
        Assert.That(await Places("nina@example.org"), Is.Empty);
    }

    [Test]
    public async Task An_officer_sees_it_from_the_stage_at_which_the_procedure_has_a_part_for_them()
    {
        await ChairIs("chair@example.org");
        await Done(new Command.MarkImmediateRisk("The adult is alone tonight."));
        await Done(new Command.Escalate("1", "Nobody answers.", "4"));
        var places = await Places("chair@example.org");
        Assert.That(places, Is.EqualTo(new Place[] { new Place.Officer("chair") }));
        Assert.That(places[0].ToActor((await Visitor("chair@example.org"))!), Is.EqualTo(new Actor.Officeholder("Jon Chair", "chair")));
    }

    [Test]
    public async Task Who_has_left_their_post_sees_what_they_still_hold_by_the_record_and_nothing_else_and_raises_nothing()
    {
        await door.Office.ChangeAgencyAsync("county-trust", all => all.Select(c => c with { Until = new DateOnly(2026, 3, 31) }).ToValueList());
        Assert.That(await Places("county-trust-1@example.org"), Is.EqualTo(new Place[] { new Place.Contact("county-trust") }), "holds the rung of stage 1");
        Assert.That(await Places("county-trust-2@example.org"), Is.Empty);
        Assert.That(Admittance.MayRaise((await Visitor("county-trust-1@example.org"))!, await Room(), Today), Is.False);
        Assert.That(Admittance.MayRaise((await Visitor("north-council-1@example.org"))!, await Room(), Today), Is.True);
    }

    [Test]
    public async Task A_difference_that_was_screened_out_never_reached_the_agency_that_would_have_been_challenged()
    {
        var screening = (await Room()).InForce.Procedure.Screening.First(q => !q.Alongside).Id;
        var raise = new Command.Raise(
            "", new Concern("N-1", "A complaint.", "An apology."), ["county-trust"], [], door.Clock.GetUtcNow(),
            new Person("Asha Worker", "social worker", "asha@council.example.org"), [screening]);
        id = ((Reply.Done)await door.Office.Desk.RaiseAsync(BoardId, OfficeDays.Asha, raise, null, default)).Opened.Head.Id;
        Assert.That(await Places("county-trust-1@example.org"), Is.Empty);
        Assert.That(await Places("north-council-1@example.org"), Is.Not.Empty);
    }

    [Test]
    public async Task A_contact_who_also_raised_it_for_another_agency_acts_for_each_where_they_belong()
    {
        id = await door.Office.RaiseAsync("county-police-1@example.org");
        Assert.That(await Places("county-police-1@example.org"), Is.EqualTo(new Place[] { new Place.Raiser("north-council") }));
        Assert.That(await MayActFor("county-police-1@example.org", "county-police"), Is.False);
    }

    private DateOnly Today => LondonTime.DayOf(door.Clock.GetUtcNow());

    private async Task<BoardRoom> Room() => await door.Office.Rooms.OfAsync(BoardId, default);

    private async Task<Visitor?> Visitor(string email) => await door.Visitors.InAsync(
        new SignIn("id", BoardId, email, Via.Code, door.Clock.GetUtcNow(), door.Clock.GetUtcNow()), await door.OpenedAsync(id), default);

    private async Task<ValueList<Place>> Places(string email) =>
        await Visitor(email) is { } visitor ? Admittance.Of(visitor, await door.OpenedAsync(id), await Room(), Today) : [];

    private async Task<bool> MayActFor(string email, string agency) =>
        Admittance.MayActFor(agency, (await Visitor(email))!, await door.OpenedAsync(id), await Room(), Today);

    private Task<Reply.Done> Done(Command command) => door.Office.DoneAsync(id, OfficeDays.Asha, command);

    private Task Nominate(string email) => door.Office.DoneAsync(
        id, OfficeDays.Ben, new Command.NominateContact("county-trust", "1", new Person("Nina Ross", "matron", email)));

    private Task ChairIs(string email) =>
        door.Office.ChangeBoardAsync(b => b with { Officers = b.Officers.With(new OfficerInPost("chair", new Reach("Jon Chair", email)))
            .With(new OfficerInPost("strategic-manager", new Reach("Kim Manager", "manager@example.org"))) });
}
