using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>A message that reaches nobody is the board office's business, and it is told of it once.</summary>
[CancelAfter(30_000)]
public class GivenUpTests
{
    [Test]
    public async Task The_board_office_hears_what_reached_nobody_to_whom_and_why(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        var id = await office.RaiseAsync(email: "not an address");
        await office.HasAsync(id, IsTold, cancel);
        var letter = post.Letter("could not be delivered");
        Assert.That(letter, Does.Contain("To: <office@severnside.example.org>").And.Contain("To: the worker who raised it").And.Contain("is no email address"));
        Assert.That(letter, Does.Contain("] A message could not be delivered").Or.Contain("messages could not be delivered"));
        foreach (var personal in new[] { "N-1234", "Asha", "care was ended", "not an address" }) Assert.That(letter, Does.Not.Contain(personal));
    }

    [Test]
    public async Task It_is_told_once_also_after_a_restart_and_again_only_when_another_try_was_given_up(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var told = new Counted();
        var id = await office.RaiseAsync(email: "not an address");
        await using (var post = await told.OpenAsync(office, cancel)) await office.HasAsync(id, IsTold, cancel);
        Assert.That(told.ToOffice, Is.EqualTo(1));
        await office.RestartAsync();
        await using var again = await told.OpenAsync(office, cancel);
        var more = await office.RaiseAsync();
        await office.HasAsync(more, o => o.State == DeliveryState.Sent, cancel);
        Assert.That(told.ToOffice, Is.EqualTo(1), "the restart looked, and found nothing that is new");
        var dead = (await again.Outbox.DeadAsync(TestOffice.Severnside, cancel))[0];
        await again.Outbox.ResendAsync(TestOffice.Severnside, id, dead.Notice.Id, cancel);
        await Eventually.TrueAsync(() => Task.FromResult(told.ToOffice == 2), cancel);
    }

    [Test]
    public async Task What_was_given_up_before_a_crash_is_told_after_it(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.DoDirectly("update notices set state = 'dead', problem = 'Given up after 10 tries: It could not be sent.' where line in (select place from lines where number = 1)");
        await office.RestartAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasAsync(id, IsTold, cancel);
        Assert.That(post.Letter("could not be delivered"), Does.Contain("Given up after 10 tries"));
    }

    [Test]
    public async Task Of_a_record_that_cannot_be_read_the_office_is_told_what_kind_of_message_it_was_and_of_the_others_too(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var (damaged, sound) = (await office.RaiseAsync(), await office.RaiseAsync());
        office.DoDirectly("update notices set state = 'dead', problem = 'Given up after 10 tries: It could not be sent.' where line in (select place from lines where number = 1)");
        office.DoDirectly("update lines set open = x'7b7d' where difference = (select place from differences where id = ?1)", damaged);
        await office.RestartAsync();
        await using var post = await PostRoom.OpenAsync(office, cancel);
        await office.HasAsync(damaged, IsTold, cancel);
        await office.HasAsync(sound, IsTold, cancel);
        var heads = (await office.Journal.ListAsync(new Query(TestOffice.Severnside), cancel)).Heads.ToDictionary(h => h.Id, h => h.Card.Reference);
        Assert.That(post.Letter("could not be delivered"), Does.Contain($"[{heads[damaged]}] ").And.Contain(heads[sound]));
    }

    [Test]
    public async Task Where_no_letter_reaches_the_office_either_there_is_an_end_to_it(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        await office.ChangeBoardAsync(board => board with { Office = new Reach("Board Office", "nor is this") });
        await using var post = await PostRoom.OpenAsync(office, cancel);
        var id = await office.RaiseAsync(email: "not an address");
        await office.HasAsync(id, o => o.Problem?.EndsWith(GivenUp.NotTold, StringComparison.Ordinal) == true, cancel);
        Assert.That(post.Letters.Values, Has.None.Contains("could not be delivered"));
    }

    [Test]
    public async Task A_mail_server_that_is_down_for_the_office_too_is_tried_again_as_often_as_for_a_notice(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var told = new Counted { TakesNothingForTheOffice = true };
        await using var post = await told.OpenAsync(office, cancel);
        var id = await office.RaiseAsync(email: "not an address");
        await office.HasAsync(id, Passing, cancel);
        Assert.That(told.ToOffice, Is.EqualTo(3));

        bool Passing(Owed owed)
        {
            office.Clock.MoveTo(office.Clock.GetUtcNow().AddMinutes(1));
            return owed.Problem?.EndsWith(GivenUp.NotTold, StringComparison.Ordinal) == true;
        }
    }

    private static bool IsTold(Owed owed) =>
        owed is { State: DeliveryState.Dead, Problem: { } problem } && problem.EndsWith(GivenUp.Told, StringComparison.Ordinal);

    /// <summary>Counts the letters to the office that stand between the pump and its folder.</summary>
    private sealed class Counted
    {
        private int toOffice;

        public bool TakesNothingForTheOffice { get; init; }

        public int ToOffice => Volatile.Read(ref toOffice);

        public async Task<PostRoom> OpenAsync(TestOffice office, CancellationToken cancel)
        {
            var room = new PostRoom(office, through: folder => new Box(this, folder));
            await room.StartAsync(cancel);
            return room;
        }

        private sealed class Box(Counted counted, IPostbox folder) : IPostbox
        {
            public Task PostAsync(Letter letter, CancellationToken cancel)
            {
                if (!letter.Subject.Contains("could not be delivered", StringComparison.Ordinal)) return folder.PostAsync(letter, cancel);
                Interlocked.Increment(ref counted.toOffice);
                return counted.TakesNothingForTheOffice ? throw new NotPostedException("Down.") : folder.PostAsync(letter, cancel);
            }
        }
    }
}
