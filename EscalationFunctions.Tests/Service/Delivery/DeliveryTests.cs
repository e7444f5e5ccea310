using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>What is owed reaches whom it is for, or the board office knows why not.</summary>
[CancelAfter(30_000)]
public class DeliveryTests
{
    [Test]
    public async Task Those_who_act_and_the_worker_who_raised_it_are_written_to(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        var id = await office.RaiseAsync();
        await office.HasNoneWaitingAsync(cancel);
        var owed = await office.Journal.NoticesOfAsync(id, cancel);
        Assert.That(owed, Has.All.Matches<Owed>(o => o.State == DeliveryState.Sent && o.Attempts == 1));
        Assert.That(post.Letters.Keys, Is.EquivalentTo(owed.Select(o => $"{o.Notice.Id.Replace('/', '.')}.eml")));
        Assert.That(post.Letter("To: <county-trust-1@example.org>"), Does.Contain("Subject: [SV-26-").And.Contain("Severnside Safeguarding Adults Board"));
        Assert.That(post.Letter("To: <asha@example.org>", "We have your difference"), Does.Contain("Message-ID: <SV-26-"));
    }

    [Test]
    public async Task A_letter_says_by_when_and_what_to_do_in_an_emergency_and_names_nobody(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.RaiseAsync();
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <county-trust-1@example.org>"), Does.Contain("999").And.Contain("on Thursday 2 April 2026"));
        foreach (var personal in new[] { "N-1234", "care was ended", "Asha Worker", "until a review" })
            Assert.That(post.Letters.Values, Has.None.Contains(personal));
    }

    [Test]
    public async Task A_written_outcome_that_reached_everybody_closes_the_difference(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.AgreeAsync(id);
        await office.HasRecordedAsync<Fact.OutcomeSettled>(id, cancel);
        Assert.That((await office.Desk.ReadAsync(id, cancel))!.Entries.Any(e => e.Fact is Fact.Told), Is.False);
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasRecordedAsync<Fact.EveryoneTold>(id, cancel);
        await office.HasNoneWaitingAsync(cancel);
        var told = (await office.Desk.ReadAsync(id, cancel))!.Entries.Where(e => e.Fact is Fact.Told).ToList();
        Assert.That(told.Select(e => ((Fact.Told)e.Fact).Recipient), Is.EquivalentTo(new[] { "raiser", "north-council", "county-trust" }));
        Assert.That(told, Has.All.Matches<Entry>(e => e.By == Actor.Post));
    }

    [Test]
    public async Task A_worker_who_is_also_their_agencys_contact_gets_one_letter_about_each_fact_and_counts_as_told_the_outcome(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync(email: "North-Council-1@example.org");
        await office.AgreeAsync(id);
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasRecordedAsync<Fact.EveryoneTold>(id, cancel);
        await office.HasNoneWaitingAsync(cancel);
        var owed = await office.Journal.NoticesOfAsync(id, cancel);
        Assert.That(owed, Has.All.Matches<Owed>(o => o.State == DeliveryState.Sent));
        var theirs = owed.Where(o => post.Letters.TryGetValue($"{o.Notice.Id.Replace('/', '.')}.eml", out var letter)
            && letter.Contains("To: <north-council-1@example.org>", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.That(theirs.Select(o => (o.Notice.Entry, o.Notice.Kind)), Is.Unique);
        Assert.That(theirs.Select(o => o.Notice.Kind), Is.SupersetOf(new[] { NoticeKind.Raised, NoticeKind.StageEntered, NoticeKind.Outcome }));
    }

    [Test]
    public async Task A_nominated_contact_is_written_to_in_place_of_nobody(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.ChangeAgencyAsync("county-trust", contacts => [.. contacts.Where(c => c.Stage != "2")]);
        office.Clock.MoveTo("2026-04-02T17:00");
        await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass());
        await office.DoneAsync(id, OfficeDays.Ben, new Command.NominateContact("county-trust", "2", new Person("Nell Next", "director", "nell@example.org")));
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letters.Values.Count(l => l.Contains("To: <nell@example.org>", StringComparison.Ordinal)), Is.Positive);
        Assert.That(post.Letters.Values, Has.None.Contains("Nell Next"));
    }

    [Test]
    public async Task What_nobody_can_be_found_for_goes_to_the_board_office_with_that_said_and_nobody_counts_as_told(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync(email: null);
        await office.AgreeAsync(id);
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(
            post.Letter("] The outcome", "This was meant for ", "the worker who raised it"),
            Does.Contain("To: <office@severnside.example.org>").And.Contain("Please tell them what it says"));
        var told = (await office.Desk.ReadAsync(id, cancel))!.Entries.Select(e => e.Fact).OfType<Fact.Told>().Select(t => t.Recipient);
        Assert.That(told, Is.EquivalentTo(new[] { "north-council", "county-trust" }));
    }

    [Test]
    public async Task A_contact_who_has_left_is_followed_by_their_successor(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RaiseAsync();
        await office.ChangeAgencyAsync("county-trust", contacts => [.. contacts.Select(c => c with { Id = $"{c.Id}-new", Email = $"new-{c.Email}" })]);
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <new-county-trust-1@example.org>"), Is.Not.Empty);
    }

    [Test]
    public async Task An_officer_is_written_to_at_the_address_of_the_post_and_else_at_the_office(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await office.ChangeBoardAsync(board => board with { Officers = [new OfficerInPost("chair", new Reach("Chair", "chair@example.org"))] });
        var id = await office.RaiseAsync();
        office.DoDirectly("update notices set notice = json_set(notice, '$.to', json('{\"is\":\"officer\",\"id\":\"chair\"}')) where place = (select min(place) from notices)");
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(post.Letter("To: <chair@example.org>"), Is.Not.Empty);
        Assert.That(id, Is.Not.Empty);
    }
}
