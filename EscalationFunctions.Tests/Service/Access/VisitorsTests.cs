using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

public class VisitorsTests
{
    private const string Office = "office@severnside.example.org", Worker = "jo.bell@council.example.org";

    private Doorway door = null!;

    [SetUp]
    public async Task Open() => door = await OpenAsync();

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [Test]
    public async Task A_contact_acts_for_their_agency_in_their_role()
    {
        var visitor = await Of("COUNTY-TRUST-2@example.org");
        Assert.That(visitor, Is.EqualTo(new Visitor(BoardId, Manager, "Pat Example", "manager", "county-trust", ["county-trust-2"], false, [])));
        Assert.That(visitor!.ToActor(Service.Office.FourStages), Is.EqualTo(new Actor.Worker("Pat Example", "manager", "county-trust")));
    }

    [Test]
    public async Task The_board_office_acts_for_itself_or_records_what_an_officer_told_it()
    {
        var visitor = (await Of(Office))!;
        Assert.That((visitor.IsBoardOffice, visitor.Agency), Is.EqualTo((true, (string?)null)));
        Assert.That(visitor.ToActor(Service.Office.FourStages), Is.EqualTo(new Actor.Officeholder("Board Office", "board-office")));
        Assert.That(Acting.Of(visitor, Service.Office.FourStages, "chair"),
            Is.EqualTo(new Acting.As(new Actor.Officeholder("Board Office", "board-office", "chair"))));
        Assert.That(Acting.Of(visitor, Service.Office.FourStages, "chief"), Is.InstanceOf<Acting.Refused>());
    }

    [Test]
    public async Task Nobody_but_the_board_office_records_for_an_officer() =>
        Assert.That(Acting.Of((await Of(Manager))!, Service.Office.FourStages, "chair"), Is.InstanceOf<Acting.Refused>());

    [Test]
    public async Task An_officer_acts_in_their_post()
    {
        await Post("chair", "chair@example.org");
        var visitor = (await Of("chair@example.org"))!;
        Assert.That(visitor.ToActor(Service.Office.FourStages), Is.EqualTo(new Actor.Officeholder("Jon Chair", "chair")));
    }

    [Test]
    public async Task A_practitioner_is_known_by_a_mail_domain_that_the_board_gave_and_says_who_they_are_once()
    {
        Assert.That(await Of(Worker), Is.Null);
        await door.SetDomainsAsync("north-council", "council.example.org");
        Assert.That((await Of(Worker))!.NeedsName, Is.True);
        var signIn = (await door.SignInAsync(Worker)).SignIn with { Said = new Said("Jo Bell", "social worker") };
        Assert.That((await door.Visitors.OfAsync(signIn, default))!.ToActor(Service.Office.FourStages),
            Is.EqualTo(new Actor.Worker("Jo Bell", "social worker", "north-council")));
    }

    [TestCase("jo@sub.council.example.org", TestName = "A domain below it")]
    [TestCase("jo@notcouncil.example.org", TestName = "One that ends alike")]
    [TestCase("jo@example.org", TestName = "The domain of the agency's contacts, which the board did not give")]
    public async Task No_domain_is_inferred(string email)
    {
        await door.SetDomainsAsync("north-council", "council.example.org");
        Assert.That(await Of(email), Is.Null);
    }

    [Test]
    public async Task Where_agencies_share_a_domain_the_person_chooses_and_the_choice_holds_while_it_is_one()
    {
        await door.SetDomainsAsync("north-council", "council.example.org");
        await door.SetDomainsAsync("county-police", "council.example.org");
        Capacity[] both = [new Capacity.Practitioner("county-police"), new Capacity.Practitioner("north-council")];
        Assert.That(await door.Visitors.CapacitiesAsync(BoardId, Worker, default), Is.EqualTo(both));
        var signedIn = await door.SignInAsync(Worker);
        Assert.That(await door.Visitors.OfAsync(signedIn.SignIn, default), Is.Null, "they have to choose");
        var chosen = signedIn.SignIn with { As = both[1], Said = new Said("Jo Bell", "nurse") };
        Assert.That((await door.Visitors.OfAsync(chosen, default))!.Agency, Is.EqualTo("north-council"));
        Assert.That(await door.Visitors.OfAsync(chosen with { As = new Capacity.Practitioner("county-trust") }, default), Is.Null, "it is not one of theirs");
    }

    [Test]
    public async Task A_contact_with_the_domain_of_an_agency_is_no_practitioner_besides()
    {
        await door.SetDomainsAsync("north-council", "example.org");
        Assert.That(await door.Visitors.CapacitiesAsync(BoardId, Manager, default), Is.EqualTo(new Capacity[] { new Capacity.Contact("county-trust") }));
    }

    [Test]
    public async Task Who_is_taken_out_of_the_directory_is_nobody_from_then_on_although_signed_in()
    {
        var signIn = (await door.SignInAsync(Manager)).SignIn;
        await door.Office.ChangeAgencyAsync("county-trust", contacts => contacts.Without(c => c.Id == "county-trust-2"));
        Assert.That(await door.Visitors.OfAsync(signIn, default), Is.Null);
    }

    [Test]
    public async Task Another_boards_people_are_nobody_here() =>
        Assert.That(await door.Visitors.OfAsync(BoardId, "office@moorland.example.org", default), Is.Null);

    [Test]
    public async Task In_a_difference_the_record_knows_people_whom_no_directory_has()
    {
        var id = await door.Office.RaiseAsync("asha@home.example.org");
        await door.Office.DoneAsync(id, OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sue Port", "union representative", "sue@example.org")));
        var opened = await door.OpenedAsync(id);
        Assert.That((await door.Visitors.InAsync(By("asha@home.example.org"), opened, default))!.Agency, Is.EqualTo("north-council"));
        Assert.That((await door.Visitors.InAsync(By("SUE@example.org"), opened, default))!.Agency, Is.Null);
        Assert.That(await door.Visitors.InAsync(By(Unknown), opened, default), Is.Null);
        Assert.That(await door.Visitors.InAsync(By("asha@home.example.org") with { Board = TestOffice.Moorland }, opened, default), Is.Null);
    }

    [Test]
    public async Task What_somebody_said_of_themselves_is_asked_once_and_can_be_corrected()
    {
        var (first, second) = (Profile("Jo Bell"), Profile("Jo Marsh"));
        Assert.That(await door.Profiles.FindAsync(BoardId, Worker, default), Is.Null);
        Assert.That(await door.Profiles.KeepAsync(BoardId, Worker, first, default), Is.Empty);
        await door.RestartAsync();
        Assert.That(await door.Profiles.FindAsync(BoardId, Worker.ToUpperInvariant(), default), Is.EqualTo(first));
        await door.Profiles.KeepAsync(BoardId, Worker, second, default);
        Assert.That(await door.Profiles.FindAsync(BoardId, Worker, default), Is.EqualTo(second));
        var refused = await door.Profiles.KeepAsync(BoardId, Worker, new Profile(new Said(" ", "a\nb"), second.As), default);
        Assert.That(refused.Select(p => p.Field), Is.EqualTo(new[] { "name", "role" }));
        door.Clock.MoveTo(door.Clock.GetUtcNow() + Profiles.KeptFor);
        Assert.That(await door.Profiles.FindAsync(BoardId, Worker, default), Is.Null);
    }

    private static Profile Profile(string name) => new(new Said(name, "social worker"), new Capacity.Practitioner("north-council"));

    private SignIn By(string email) => new("id", BoardId, email, Via.Code, door.Clock.GetUtcNow(), door.Clock.GetUtcNow());

    private async Task<Visitor?> Of(string email) => await door.Visitors.OfAsync(BoardId, email, default);

    private Task Post(string officer, string email) =>
        door.Office.ChangeBoardAsync(b => b with { Officers = b.Officers.With(new OfficerInPost(officer, new Reach("Jon Chair", email))) });
}
