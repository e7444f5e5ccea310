using Escalation.Core.Differences;
using Escalation.Service.Delivery;
using Escalation.Service.Reports;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>The report goes out once a day, to whom it is for, whatever happens in between.</summary>
[CancelAfter(60_000)]
public partial class ReportRoundTests
{
    private const string Severnside = TestOffice.Severnside, TheOffice = "office@severnside.example.org";

    private TestOffice office = null!;
    private ReportRoom room = null!;

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenAsync("2026-04-01T07:00");
        room = new ReportRoom(office);
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task The_first_report_of_a_board_is_that_of_the_next_time()
    {
        var round = room.Begin();
        Assert.That(await round.HandleAsync(default), Is.EqualTo(At("2026-04-01T08:30")));
        Assert.That(room.Post.Posted, Is.Empty, "yesterday's was nobody's");
        Assert.That(await NextAsync(round, "2026-04-01T08:30"), Is.EqualTo(At("2026-04-02T08:30")));
        Assert.That(room.Post.Of(Severnside).Select(l => (l.To, l.Id)), Is.EqualTo(new[] { (TheOffice, "overdue/severnside/2026-04-01/post/board-office") }));
    }

    [Test]
    public async Task It_goes_out_once_however_often_it_is_looked_and_however_often_it_begins_anew()
    {
        await room.Begin().HandleAsync(default);
        foreach (var at in new[] { "2026-04-01T08:30", "2026-04-01T08:30", "2026-04-01T12:00", "2026-04-01T23:59" })
        {
            await NextAsync(room.Begin(), at);
            await office.RestartAsync();
        }

        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_a_week_without_power_only_the_latest_is_sent()
    {
        await room.Begin().HandleAsync(default);
        await NextAsync(room.Begin(), "2026-04-01T08:30");
        await office.RestartAsync();
        await NextAsync(room.Begin(), "2026-04-12T10:00");
        Assert.That(room.Post.Of(Severnside).Select(l => l.Id.Split('/')[2]), Is.EqualTo(new[] { "2026-04-01", "2026-04-10" }), "on Sunday it is Friday's");
    }

    [Test]
    public async Task Where_the_power_goes_between_beginning_and_sending_it_is_sent_afterwards_and_once()
    {
        await room.Begin().HandleAsync(default);
        using var power = new CancellationTokenSource();
        room.Post.Before = _ => Fail(power);
        office.Clock.MoveTo("2026-04-01T08:30");
        Assert.CatchAsync<OperationCanceledException>(() => room.Begin().HandleAsync(power.Token));
        Assert.That(room.Post.Posted, Is.Empty);
        room.Post.Before = null;
        await office.RestartAsync();
        var round = room.Begin();
        var next = await round.HandleAsync(default);
        Assert.That(next, Is.EqualTo(At("2026-04-01T08:30") + ReportRound.Patience), "another host may still be at it");
        for (var looks = 0; looks < 3; looks++) await NextAsync(room.Begin(), "2026-04-01T08:32");
        Assert.That(room.Post.Of(Severnside).Select(l => l.Id), Is.EqualTo(new[] { "overdue/severnside/2026-04-01/post/board-office" }));
    }

    [Test]
    public async Task Where_the_power_goes_between_sending_and_noting_it_is_sent_once_more_under_the_same_id()
    {
        await room.Begin().HandleAsync(default);
        using var power = new CancellationTokenSource();
        room.Post.After = _ => Fail(power);
        office.Clock.MoveTo("2026-04-01T08:30");
        Assert.CatchAsync<OperationCanceledException>(() => room.Begin().HandleAsync(power.Token));
        room.Post.After = null;
        await office.RestartAsync();
        for (var looks = 0; looks < 3; looks++) await NextAsync(room.Begin(), "2026-04-01T08:35");
        var sent = room.Post.Posted.Where(l => l.Board == room.Post.Posted[0].Board).Select(l => l.Id).ToList();
        Assert.That(sent, Has.Count.EqualTo(2));
        Assert.That(sent.Distinct(), Has.Exactly(1).Items, "whoever gets it knows it again");
    }

    [Test]
    public async Task Of_two_hosts_at_the_same_moment_one_sends()
    {
        var (one, other) = (room.Begin(), room.Begin());
        await one.HandleAsync(default);
        office.Clock.MoveTo("2026-04-01T08:30");
        DateTimeOffset? told = null;
        // In the midst of the first letter the other one comes along.
        room.Post.Before = letter =>
        {
            room.Post.Before = null;
            told = other.HandleAsync(default).GetAwaiter().GetResult();
        };
        await one.HandleAsync(default);
        await other.HandleAsync(default);
        Assert.That(told, Is.Not.Null);
        Assert.That(room.Post.Posted.GroupBy(l => l.Id), Has.All.Matches<IGrouping<string, Letter>>(g => g.Count() == 1));
        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_letter_that_is_not_taken_is_tried_again_and_given_up_in_the_end_and_the_others_go_out()
    {
        await LateAsync();
        await room.Begin().HandleAsync(default);
        room.Post.Refuses[TheOffice] = new NotPostedException("The mail server could not be spoken to.");
        var round = room.Begin();
        var next = await NextAsync(round, "2026-04-13T08:30");
        Assert.That(next, Is.GreaterThan(At("2026-04-13T08:30")).And.LessThanOrEqualTo(At("2026-04-13T08:40")));
        Assert.That(room.Post.Of(Severnside).Select(l => l.To), Is.EquivalentTo(new[] { "north-council-4@example.org", "county-trust-4@example.org" }));
        for (var tries = 0; tries < 4; tries++) await NextAsync(room.Begin(), $"2026-04-13T{9 + tries:00}:00");
        var kept = (await KeptAsync())!;
        Assert.That((kept.Done, kept.Find("post/board-office")), Is.EqualTo((true,
            new ReportLetter("post/board-office", ReportLetterState.GivenUp, 3, kept.Find("post/board-office")!.At, "The mail server could not be spoken to."))));
        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(2), "nobody got it twice");
    }

    [Test]
    public async Task Whoever_leaves_the_directory_while_their_letter_waits_is_waited_for_no_longer()
    {
        await LateAsync();
        await room.Begin().HandleAsync(default);
        room.Post.Refuses["county-trust-4@example.org"] = new NotPostedException("The mailbox is full.");
        var round = room.Begin();
        Assert.That(await NextAsync(round, "2026-04-13T08:30"), Is.LessThan(At("2026-04-13T08:41")));
        await office.ChangeAgencyAsync("county-trust", _ => []);
        Assert.That(await NextAsync(round, "2026-04-13T09:00"), Is.EqualTo(At("2026-04-14T08:30")));
        Assert.That((await KeptAsync())!.Done, Is.True);
    }

    [Test]
    public async Task A_fault_in_one_letter_does_not_keep_the_others_from_their_readers()
    {
        await LateAsync();
        await room.Begin().HandleAsync(default);
        room.Post.Before = letter =>
        {
            if (letter.To == TheOffice) throw new InvalidOperationException("a bug that quotes asha@example.org");
        };
        await NextAsync(room.Begin(), "2026-04-13T08:30");
        Assert.That(room.Post.Of(Severnside), Has.Count.EqualTo(2));
        Assert.That((await KeptAsync())!.Find("post/board-office")!.Problem, Is.EqualTo("It could not be sent (InvalidOperationException)."));
    }

    private async Task<ReportProgress?> KeptAsync() => (await ReportProgress.FindAsync(office.Rooms, Severnside, default)).Kept;

    private async Task LateAsync()
    {
        office.Clock.MoveTo("2026-04-01T10:00");
        var id = await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-10T17:00");
        await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass());
    }

    private async Task<IEnumerable<string>> ReadersAsync(string agency) =>
        ReportReader.Of(await office.Rooms.OfAsync(Severnside, default), office.Clock.GetUtcNow()).Where(r => r.Agency == agency).Select(r => r.Id);

    private Task<DateTimeOffset?> NextAsync(ReportRound round, string at)
    {
        office.Clock.MoveTo(at);
        return round.HandleAsync(default);
    }

    /// <summary>Nothing happens after it, as where a process ends.</summary>
    private static void Fail(CancellationTokenSource power)
    {
        power.Cancel();
        power.Token.ThrowIfCancellationRequested();
    }

    private static DateTimeOffset At(string at) => new MovableClock(at).GetUtcNow();
}
