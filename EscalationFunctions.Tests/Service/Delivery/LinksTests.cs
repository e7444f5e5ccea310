using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Access;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>Whoever makes links learns whom a letter is for; whoever gets a letter learns who else was told.</summary>
[CancelAfter(30_000)]
public class LinksTests
{
    [Test]
    public async Task A_link_is_made_for_whom_the_letter_goes_to(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel, links: (owed, addressee, opened, _) => ValueTask.FromResult<Uri?>(
            new Uri($"https://differences.example.org/{owed.Notice.Kind}/{addressee.Contact ?? addressee.To.GetType().Name}/{opened.Standing.Stage}")));
        await office.RaiseAsync();
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <county-trust-1@example.org>"), Does.Contain("https://differences.example.org/StageEntered/county-trust-1/1"));
        Assert.That(post.Letter("To: <asha@example.org>", "We have your difference"), Does.Contain("https://differences.example.org/Raised/TheRaiser/1"));
    }

    [Test]
    public async Task A_letter_tells_how_it_stands_by_the_journal_where_another_process_has_gone_on(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        var other = office.AnotherDesk();
        var supporter = new Person("Sam Stead", "advocate", "sam@example.org");
        foreach (var command in new Command[] { new Command.Escalate("1", "It could not be settled."), new Command.AddSupporter("s-1", supporter) })
            Assert.That(await other.AskAsync(new Question(id, OfficeDays.Asha, command), cancel), Is.InstanceOf<Reply.Done>());
        await using var post = await PostRoom.OpenAsync(office, cancel, links: (owed, addressee, opened, _) => ValueTask.FromResult<Uri?>(
            new Uri($"https://differences.example.org/{owed.Notice.Kind}/{LinkTask.Of(owed.Notice, opened.Standing).GetType().Name}")));
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <county-trust-2@example.org>"), Does.Contain("https://differences.example.org/StageEntered/Act"));
        Assert.That(post.Letters.Values, Has.One.Contains("To: <sam@example.org>").And.None.Contains("To: <office@severnside.example.org>"));
    }

    [Test]
    public async Task Without_anybody_who_makes_links_there_is_none(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.RaiseAsync();
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letters.Values, Has.None.Contains(Prose.LinkSays));
    }

    [Test]
    public async Task Whoever_else_is_told_the_same_is_named_by_post(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.RaiseAsync();
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <county-trust-1@example.org>"), Does.Contain("Also told: North Council (").And.Contain("; the worker who raised it."));
    }

    [Test]
    public async Task An_addressee_knows_whom_the_notice_is_for_also_where_the_board_office_gets_it(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var opened = (await office.Desk.OpenAsync(await office.RaiseAsync(email: null), cancel))!;
        var room = await office.Rooms.OfAsync(TestOffice.Severnside, cancel);
        var raiser = Addressee.Of(new Recipient.TheRaiser(), opened, room, office.Clock.GetUtcNow());
        Assert.That(raiser, Is.EqualTo(new Addressee("office@severnside.example.org", new Recipient.TheRaiser(), InPlaceOf: "the worker who raised it")));
        var rung = new Recipient.Rung("county-trust", "1");
        var contact = Addressee.Of(rung, opened, room, office.Clock.GetUtcNow());
        Assert.That(contact, Is.EqualTo(new Addressee("county-trust-1@example.org", rung, "county-trust-1")));
    }
}
