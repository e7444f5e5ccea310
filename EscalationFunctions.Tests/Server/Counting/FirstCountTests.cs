using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Server;
using Escalation.Server.Counting;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Server.Sqlite;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Api;
using EscalationFunctions.Tests.Year;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Server.Counting;

/// <summary>A database from before there were figures gets those of all that it has, once, whatever comes in between.</summary>
public class FirstCountTests
{
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 1, 1);

    [Test, CancelAfter(300_000)]
    public async Task What_an_older_program_kept_comes_to_the_same_figures_as_if_it_had_been_counted_all_along(CancellationToken cancel)
    {
        await using var year = await YearOfDifferences.OpenAsync();
        await year.LiveAsync(40, 3, cancel);
        var office = year.Office;
        var counted = await SumsAsync(office);
        Assert.That(counted, Has.Count.GreaterThan(50));
        await office.RestartAsync(() => OlderFile.Make(3, office.File.Path));
        Assert.That((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, cancel)).Complete, Is.False);
        using var counting = new FirstCount((SqliteJournal)office.Journal, office.Rooms, office.Clock, NullLogger<FirstCount>.Instance);
        await counting.StartAsync(cancel);
        await Eventually.TrueAsync(async () => (await office.Journal.CountsAsync(TestOffice.Moorland, First, Last, cancel)).Complete, cancel);
        await Eventually.TrueAsync(async () => (await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, cancel)).Complete, cancel);
        await counting.StopAsync(cancel);
        Assert.That(await SumsAsync(office), Is.EquivalentTo(counted));
    }

    [Test]
    public async Task It_goes_on_where_it_stopped_and_what_is_decided_meanwhile_counts_once()
    {
        await using var office = await TestOffice.OpenAsync();
        var ids = new[] { await office.RaiseAsync(), await office.RaiseAsync(), await office.RaiseAsync() };
        await office.RestartAsync(() => OlderFile.Make(3, office.File.Path));
        foreach (var id in ids) await office.DoneAsync(id, OfficeDays.Asha, new Command.Withdraw("A misunderstanding."));
        await office.RaiseAsync();
        Assert.That(await FirstCount.StepAsync((SqliteJournal)office.Journal, office.Rooms, 0, [], default, atOnce: 2), Is.Not.Null);
        await office.RestartAsync();
        Assert.That((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Complete, Is.False, "one is left");
        Assert.That(await FirstCount.AllAsync((SqliteJournal)office.Journal, office.Rooms, default, atOnce: 2), Is.Empty);
        var sums = new Sums((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Sums);
        Assert.That((sums.Total(Measure.Raised), sums.Of(Measure.Ended, Ends.Withdrawn), sums.Total(Measure.Open)), Is.EqualTo((4, 3, 1)));
    }

    [Test]
    public async Task A_folder_of_an_older_program_is_not_brought_up_while_a_service_runs_on_it()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RestartAsync(() =>
        {
            OlderFile.Make(3, office.File.Path);
            using (DataFolder.Claim(office.Folder))
            {
                Assert.That(() => DataFolder.OpenExisting(office.Folder), Throws.TypeOf<RefusedException>().With.Message.Contains("another service is running on this folder"));
                Assert.That(office.File.IsOlder(), Is.True);
            }

            DataFolder.OpenExisting(office.Folder).DisposeAsync().AsTask().GetAwaiter().GetResult();
            Assert.That(office.File.IsOlder(), Is.False);
        });
    }

    [Test]
    public async Task Two_processes_that_count_at_once_count_nothing_twice()
    {
        await using var office = await TestOffice.OpenAsync();
        for (var i = 0; i < 5; i++) await office.RaiseAsync();
        await office.RestartAsync(() => OlderFile.Make(3, office.File.Path));
        var journal = (SqliteJournal)office.Journal;
        var same = await journal.UncountedAsync(0, 10, default);
        Count[] counts = [new(First, Measure.Raised, "", 5)];
        Assert.That(await journal.CountAsync(same, [.. counts.Select(c => (TestOffice.Severnside, c))], default), Is.True);
        Assert.That(await journal.CountAsync(same, [.. counts.Select(c => (TestOffice.Severnside, c))], default), Is.False);
        Assert.That(new Sums((await journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Sums).Total(Measure.Raised), Is.EqualTo(5));
    }

    [Test]
    public async Task A_difference_whose_personal_data_was_erased_counts_like_the_others()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RaiseAsync();
        await office.RestartAsync(() => OlderFile.Make(3, office.File.Path));
        office.DoDirectly("update differences set key = null");
        Assert.That(await FirstCount.AllAsync((SqliteJournal)office.Journal, office.Rooms, default), Is.Empty);
        Assert.That(new Sums((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Sums).Total(Measure.Raised), Is.EqualTo(1));
    }

    [Test, CancelAfter(60_000)]
    public async Task One_that_cannot_be_read_is_named_and_the_others_are_counted_and_it_counts_too_once_it_can_be_read(CancellationToken cancel)
    {
        await using var office = await TestOffice.OpenAsync();
        var (damaged, elsewhere) = (await office.RaiseAsync(), await office.RaiseAsync(board: TestOffice.Moorland));
        for (var i = 0; i < 3; i++) await office.RaiseAsync();
        await office.RestartAsync(() => OlderFile.Make(3, office.File.Path));
        office.DoDirectly("create table sound as select place, open from lines");
        office.DoDirectly("update lines set open = x'7b7d' where difference = (select place from differences where id = ?1)", damaged);
        using var log = new LogBook();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var counting = new FirstCount((SqliteJournal)office.Journal, office.Rooms, office.Clock, loggers.CreateLogger<FirstCount>());
        await counting.StartAsync(cancel);
        await Eventually.TrueAsync(() => Task.FromResult(log.Lines.Any(l => l.Contains(damaged, StringComparison.Ordinal))), cancel);
        Assert.That(log.Lines, Has.None.Contains(elsewhere));
        var here = await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, cancel);
        var there = await office.Journal.CountsAsync(TestOffice.Moorland, First, Last, cancel);
        Assert.That((here.Complete, new Sums(here.Sums).Total(Measure.Raised)), Is.EqualTo((false, 3)), "those behind it count");
        Assert.That((there.Complete, new Sums(there.Sums).Total(Measure.Raised)), Is.EqualTo((true, 1)));
        Assert.That(counting.ExecuteTask!.IsCompleted, Is.False, "it is tried again");
        await counting.StopAsync(cancel);
        office.DoDirectly("update lines set open = (select open from sound where sound.place = lines.place)");
        Assert.That(await FirstCount.AllAsync((SqliteJournal)office.Journal, office.Rooms, cancel), Is.Empty);
        here = await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, cancel);
        Assert.That((here.Complete, new Sums(here.Sums).Total(Measure.Raised)), Is.EqualTo((true, 4)));
    }

    [Test]
    public async Task An_append_that_is_not_kept_counts_nothing()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        var head = (await office.Journal.FindHeadAsync(id, default))!;
        var late = new Append(head with { Length = head.Length - 1 }, head, [new Line(head.Length, [], [], head.Link)], [], office.Clock.GetUtcNow()) { Counts = [new(First, Measure.Raised, "", 9)] };
        Assert.That(await office.Journal.AppendAsync(late, default), Is.False);
        Assert.That(new Sums((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Sums).Total(Measure.Raised), Is.EqualTo(1));
    }

    [Test]
    public async Task One_boards_figures_have_nothing_of_another_board()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RaiseAsync(board: TestOffice.Moorland);
        Assert.That((await office.Journal.CountsAsync(TestOffice.Severnside, First, Last, default)).Sums, Is.Empty);
    }

    private static async Task<List<string>> SumsAsync(TestOffice office)
    {
        var all = new List<string>();
        foreach (var board in new[] { TestOffice.Severnside, TestOffice.Moorland })
            foreach (var days in new[] { (First, Last), (new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 20)) })
                all.AddRange((await office.Journal.CountsAsync(board, days.Item1, days.Item2, default)).Sums.Where(s => s.Number != 0).Select(s => $"{board} {days} {s}"));
        return all;
    }
}
