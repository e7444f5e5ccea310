using Escalation.Core.Differences;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>What goes wrong with one notice is noted with it, and the others go out.</summary>
[CancelAfter(30_000)]
public class DeliveryFaultsTests
{
    [Test]
    public async Task What_cannot_be_sent_is_tried_again_ever_later_and_given_up_in_the_end(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await File.WriteAllTextAsync(post.Path, "a file in the place of the folder", cancel);
        var id = await office.RaiseAsync();
        await Eventually.TrueAsync(async () => (await office.Journal.NoticesOfAsync(id, cancel)).All(o => o.Attempts == 1), cancel);
        Assert.That(await office.Journal.NoticesOfAsync(id, cancel), Has.All.Matches<Owed>(
            o => o is { State: DeliveryState.Waiting, Problem: "The folder for letters cannot be written to." }));
        Assert.That(await office.Journal.NextOwedAsync(cancel), Is.GreaterThan(office.Clock.GetUtcNow()));
        for (var hour = 1; hour <= 2; hour++)
        {
            await Eventually.TrueAsync(async () => (await office.Journal.NoticesOfAsync(id, cancel)).All(o => o.Attempts == hour), cancel);
            office.Clock.MoveTo(office.Clock.GetUtcNow().AddMinutes(10));
        }

        await Eventually.TrueAsync(async () => (await office.Journal.NoticesOfAsync(id, cancel)).All(o => o.State == DeliveryState.Dead), cancel);
        var dead = await post.Outbox.DeadAsync(TestOffice.Severnside, cancel);
        Assert.That(dead, Is.Not.Empty.And.All.Matches<Owed>(o => o.Problem!.StartsWith("Given up after 3 tries", StringComparison.Ordinal)));
        Assert.That(await post.Outbox.DeadAsync(TestOffice.Moorland, cancel), Is.Empty);
    }

    [Test]
    public async Task What_was_given_up_can_be_sent_again_and_keeps_its_id(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        var id = await office.RaiseAsync(email: "not an address");
        await office.HasNoneWaitingAsync(cancel);
        var dead = (await post.Outbox.DeadAsync(TestOffice.Severnside, cancel))[0];
        Assert.That(dead.Problem, Does.StartWith("The address on file is no email address."));
        Assert.That(await post.Outbox.ResendAsync(TestOffice.Moorland, id, dead.Notice.Id, cancel), Is.False, "another board's");
        Assert.That(await post.Outbox.ResendAsync(TestOffice.Severnside, id, dead.Notice.Id, cancel), Is.True);
        await office.HasAsync(id, o => o.Notice.Id == dead.Notice.Id && o is { State: DeliveryState.Dead, Attempts: 1 }, cancel);
        var sent = (await office.Journal.NoticesOfAsync(id, cancel)).First(o => o.State == DeliveryState.Sent);
        var file = Path.Combine(post.Path, $"{sent.Notice.Id.Replace('/', '.')}.eml");
        File.Delete(file);
        Assert.That(await post.Outbox.ResendAsync(TestOffice.Severnside, id, sent.Notice.Id, cancel), Is.True);
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(file)), cancel);
    }

    [Test]
    public async Task An_erased_difference_does_not_stand_in_the_way(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var erased = await office.RaiseAsync();
        office.DoDirectly("update differences set key = null");
        var sound = await office.RaiseAsync();
        await office.RestartAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(await office.Journal.NoticesOfAsync(erased, cancel), Has.All.Matches<Owed>(o => o.Problem == "The difference was erased."));
        Assert.That(await office.Journal.NoticesOfAsync(sound, cancel), Has.All.Matches<Owed>(o => o.State == DeliveryState.Sent));
    }

    [Test]
    public async Task A_record_that_cannot_be_read_does_not_stand_in_the_way(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var damaged = await office.RaiseAsync();
        office.DoDirectly("update lines set open = x'7b7d'");
        var sound = await office.RaiseAsync();
        await office.RestartAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasAsync(sound, o => o.State == DeliveryState.Sent, cancel);
        await office.HasAsync(damaged, o => o is { State: DeliveryState.Waiting, Attempts: 1, Problem: "It could not be sent (JsonException)." }, cancel);
    }

    [Test]
    public async Task What_was_sent_and_not_noted_is_sent_again_after_a_crash_under_the_same_id(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        await office.AgreeAsync(id);
        await using (var post = await PostRoom.OpenAsync(office, cancel)) await office.HasNoneWaitingAsync(cancel);
        office.DoDirectly("update notices set state = 'waiting', attempts = 0");
        await office.RestartAsync();
        await using var again = await PostRoom.OpenAsync(office, cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(again.Letters, Has.Count.EqualTo((await office.Journal.NoticesOfAsync(id, cancel)).Count));
        var told = (await office.Desk.ReadAsync(id, cancel))!.Entries.Select(e => e.Fact).OfType<Fact.Told>().Select(t => t.Recipient).ToList();
        Assert.That(told, Is.Unique.And.Count.EqualTo(3));
    }

    [Test]
    public async Task Letters_keep_to_their_pace(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        for (var i = 0; i < 4; i++) await office.RaiseAsync();
        var many = (await office.Journal.BacklogAsync(cancel)).Waiting;
        await using var post = new PostRoom(office, perSecond: 20);
        var began = TimeProvider.System.GetTimestamp();
        await post.StartAsync(cancel);
        await office.HasNoneWaitingAsync(cancel);
        Assert.That(TimeProvider.System.GetElapsedTime(began).TotalSeconds, Is.GreaterThan((many - 4) / 20.0));
    }

    [Test]
    public async Task An_address_cannot_bring_in_a_second_line(CancellationToken cancel)
    {
        using var folder = new TestFolder();
        var postbox = new FolderPostbox(folder.Path, "no-reply@post.example.org", TimeProvider.System);
        foreach (var to in new[] { "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "a", "@", "a@b@c", "" })
            Assert.That(Assert.ThrowsAsync<NotPostedException>(() => postbox.PostAsync(LetterTo(to), cancel))!.ForGood, Is.True, to);
        await postbox.PostAsync(LetterTo("a@example.org"), cancel);
        var text = await File.ReadAllTextAsync(Path.Combine(folder.Path, "SV-26-AAAAA.1.2.eml"), cancel);
        Assert.That(text, Does.Contain("From: =?utf-8?B?").And.Contain("\r\n\r\nGarreg\r\n"));
    }

    private static Letter LetterTo(string to) => new(
        "SV-26-AAAAA/1/2", "b", "Bwrdd Diogelu Môn, y gogledd", to, "It is closed.", "Garreg\n");
}
