using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Closures;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Closures;

/// <summary>A day stops counting, or counts again, while differences are open.</summary>
public class CountingAgainTests
{
    private static readonly Actor Office = new Actor.Officeholder("Olive Office", Who.BoardOffice.Name);

    private static readonly ClosureChange Founders = Closed("2026-04-09"), Tomorrow = Closed("2026-04-01");

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenAsync("2026-03-31T10:00");

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    [CancelAfter(180_000)]
    public async Task A_holiday_nine_days_ahead_moves_in_a_thousand_differences_what_was_shown_before_though_the_process_dies_in_the_middle(CancellationToken cancel)
    {
        var all = await office.RaiseManyAsync(1_000);
        var before = await office.DatesAsync(all);
        var preview = await PreviewAsync(Founders);
        Assert.That((preview.Differences, preview.Moved), Is.EqualTo((1_000, 500)), "under one procedure five days reach the holiday, under the other no date does");
        Assert.That(preview.Moves.Select(m => m.Stage).Distinct(), Is.SupersetOf(new[] { "", "4" }));
        Assert.That(await office.DatesAsync(all), Is.EquivalentTo(before), "looking changes nothing");

        Assert.That(await office.Closures().ApplyAsync(TestOffice.Severnside, Founders, Office, preview.Edition, cancel), Is.InstanceOf<Registered<Board>.Done>());
        await DiesAfterAsync(200, cancel);
        await office.RestartAsync();
        var halfway = await office.DatesAsync(all);
        Assert.That(halfway.Count(d => before[d.Key] != d.Value), Is.InRange(200, preview.Moves.Count - 1), "it died in the middle");

        await CountedAsync(cancel);
        Assert.That(await office.DatesAsync(all), Is.EquivalentTo(before.With(preview.Moves)));
        await EachWasToldOnceAsync(all, preview);
        var (_, done) = await office.Closures().StateAsync(TestOffice.Severnside, cancel);
        Assert.That((done!.Open, done.Moved, done.Dates), Is.EqualTo((1_000, 500, preview.Moves.Count(m => m.Deadline is not null))), "what was moved before it died is among it");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_day_off_tomorrow_moves_dates_and_reminders_under_both_procedures_and_the_record_says_who_and_why(CancellationToken cancel)
    {
        var all = await office.RaiseManyAsync(24);
        var before = await office.DatesAsync(all);
        var preview = await PreviewAsync(Tomorrow);
        Assert.That(preview.Moved, Is.EqualTo(24));
        Assert.That(preview.Moves.Any(m => m.Deadline is null), Is.True, "reminders too");
        await office.Closures().ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, cancel);
        await CountedAsync(cancel);
        Assert.That(await office.DatesAsync(all), Is.EquivalentTo(before.With(preview.Moves)));
        await EachWasToldOnceAsync(all, preview);
        var entries = (await office.Desk.ReadAsync(all[0], cancel))!.Entries;
        var moved = entries.First(e => e.Fact is Fact.DeadlineMoved);
        Assert.That(moved.By, Is.EqualTo(Office));
        Assert.That(((Fact.DeadlineMoved)moved.Fact).Reason, Is.EqualTo("Wednesday 1 April 2026 (Founders’ day) is no working day for the board."));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_day_that_is_taken_back_moves_everything_to_where_it_was(CancellationToken cancel)
    {
        var all = await office.RaiseManyAsync(8);
        var before = await office.DatesAsync(all);
        await office.Closures().ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, cancel);
        await CountedAsync(cancel);
        var back = ClosureChange.Removing(new DateOnly(2026, 4, 1));
        var preview = await PreviewAsync(back);
        await office.Closures().ApplyAsync(TestOffice.Severnside, back, Office, null, cancel);
        await CountedAsync(cancel);
        Assert.That(await office.DatesAsync(all), Is.EquivalentTo(before));
        Assert.That(preview.Moves.Count, Is.GreaterThan(0));
        Assert.That(preview.Moves.Any(m => m.OverAtOnce), Is.False);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task What_is_changed_beside_the_service_is_noticed_and_counted_by_the_service_itself(CancellationToken cancel)
    {
        var id = await office.RaiseAsync();
        await CountedAsync(cancel);
        await office.ChangeBoardAsync(b => b with { Closures = [.. Tomorrow.Added] });
        Assert.That((await office.Closures().StateAsync(TestOffice.Severnside, cancel)).Counting, Is.True);
        await CountedAsync(cancel);
        var moved = (await office.Desk.ReadAsync(id, cancel))!.Entries.First(e => e.Fact is Fact.DeadlineMoved);
        Assert.That(moved.By, Is.EqualTo(Recounting.Itself));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task One_that_cannot_be_read_keeps_nothing_from_being_done_and_is_tried_by_itself_ever_less_often(CancellationToken cancel)
    {
        var all = await office.RaiseManyAsync(8);
        var before = await office.DatesAsync(all);
        var preview = await PreviewAsync(Tomorrow);
        office.DoDirectly("create table sound as select place, open from lines");
        office.DoDirectly("update lines set open = x'7b7d' where difference = (select place from differences where id = ?1)", all[3]);
        await office.RestartAsync();
        var without = await PreviewAsync(Tomorrow);
        Assert.That((without.Differences, without.Unread, without.Moves.Any(m => m.Difference == all[3])), Is.EqualTo((7, 1, false)));
        await office.Closures().ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, cancel);
        await CountedAsync(cancel);
        Assert.That((await LastAsync()).Open, Is.EqualTo(7));
        Assert.That((await LastAsync()).Left, Is.EqualTo(1));

        using var log = new LogBook();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var recounting = new Recounting(office.Journal, office.Desk, office.Rooms, office.Clock, loggers.CreateLogger<Recounting>());
        for (var minute = 0; minute < 60; minute++)
        {
            office.Clock.MoveTo(office.Clock.GetUtcNow().AddMinutes(1));
            Assert.That(await recounting.CountAllAsync(cancel), Is.True, "nothing is to be done soon");
        }

        var named = log.Lines.Where(l => l.Contains("could not be counted again", StringComparison.Ordinal)).ToList();
        Assert.That(named, Has.All.Contains(all[3]));
        Assert.That(named, Has.Count.InRange(2, 6), "twice as long each time");
        office.DoDirectly("update lines set open = (select open from sound where sound.place = lines.place) where place in (select place from sound)");
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddHours(2));
        while (!await office.Recounting().CountAllAsync(cancel)) cancel.ThrowIfCancellationRequested();
        Assert.That(((await LastAsync()).Open, (await LastAsync()).Left), Is.EqualTo((8, 0)));
        Assert.That((await office.DatesAsync(all)).Where(d => d.Key.Deadline is not null),
            Is.EquivalentTo(before.With(preview.Moves).Where(d => d.Key.Deadline is not null)), "its dates moved as had been shown");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_change_that_is_taken_back_before_all_was_counted_is_counted_all_the_same(CancellationToken cancel)
    {
        var all = await office.RaiseManyAsync(40);
        var before = await office.DatesAsync(all);
        await office.Closures().ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, cancel);
        await DiesAfterAsync(5, cancel);
        await office.RestartAsync();
        Assert.That(await office.DatesAsync(all), Is.Not.EquivalentTo(before));
        await office.ChangeBoardAsync(b => b with { Closures = [] });
        await CountedAsync(cancel);
        Assert.That(await office.DatesAsync(all), Is.EquivalentTo(before));
    }

    [Test]
    public async Task What_stays_is_shown_with_the_reason()
    {
        var over = await office.RaiseAsync();
        foreach (var stage in new[] { "1", "2", "3" }) await office.DoneAsync(over, OfficeDays.Asha, new Command.Escalate(stage, "It could not be settled."));
        office.Clock.MoveTo("2026-04-10T10:00");
        await office.DoneAsync(over, Actor.Clock, new Command.LetTimePass());
        var preview = await PreviewAsync(Closed("2026-04-08"));
        Assert.That(preview.Stays.Select(s => (s.Difference, s.Deadline, s.Because)), Does.Contain((over, "resolve", StaysBecause.Over)));
        Assert.That(preview.Moves.Where(m => m.Deadline is not null), Is.Empty);
    }

    [Test]
    public async Task A_working_day_that_would_be_over_at_once_is_shown_as_that()
    {
        await office.Closures().ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, default);
        await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-02T09:00");
        var preview = await PreviewAsync(ClosureChange.Removing(new DateOnly(2026, 4, 1)));
        Assert.That(preview.Moves.Where(m => m.OverAtOnce).Select(m => (m.Deadline, DateWords.Of(m.To))), Is.EqualTo(new[] { ("resolve", "5pm on Wednesday 1 April 2026") }));
    }

    [TestCase("2026-04-04", "Saturday 4 April 2026 is not a working day already", TestName = "A_Saturday_is_no_closure_day")]
    [TestCase("2026-04-03", "Friday 3 April 2026 is not a working day already (Good Friday)", TestName = "Nor_is_a_bank_holiday")]
    [TestCase("2036-04-03", "The date must be in 2026 or 2027", TestName = "Nor_is_a_slip_in_the_year")]
    public async Task Refused(string day, string why)
    {
        var refused = (Registered<ClosurePreview>.Refused)await office.Closures().PreviewAsync(TestOffice.Severnside, Closed(day), default);
        Assert.That(refused.Problems, Is.EqualTo(new[] { new FieldProblem("date", why) }));
        Assert.That(await office.Closures().ApplyAsync(TestOffice.Severnside, Closed(day), Office, null, default), Is.InstanceOf<Registered<Board>.Refused>());
    }

    [Test]
    public async Task Whoever_looked_before_something_changed_has_to_look_again_and_asking_twice_is_asking_once()
    {
        var seen = (await PreviewAsync(Founders)).Edition;
        var closures = office.Closures();
        Assert.That(await closures.ApplyAsync(TestOffice.Severnside, Tomorrow, Office, seen, default), Is.InstanceOf<Registered<Board>.Done>());
        Assert.That(await closures.ApplyAsync(TestOffice.Severnside, Founders, Office, seen, default), Is.InstanceOf<Registered<Board>.Conflict>());
        var again = (Registered<Board>.Done)await closures.ApplyAsync(TestOffice.Severnside, Tomorrow, Office, null, default);
        Assert.That((again.Value.Closures.Count, again.Edition), Is.EqualTo((1, seen + 1)));
    }

    private static ClosureChange Closed(string day) =>
        ClosureChange.Adding(new ClosureDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "Founders’ day"));

    private async Task<CountingDone> LastAsync() => (await office.Closures().StateAsync(TestOffice.Severnside, default)).Last!;

    private async Task<ClosurePreview> PreviewAsync(ClosureChange change) =>
        ((Registered<ClosurePreview>.Done)await office.Closures().PreviewAsync(TestOffice.Severnside, change, default)).Value;

    /// <summary>The service counts until it has nothing left to count.</summary>
    private async Task CountedAsync(CancellationToken cancel)
    {
        using var recounter = office.Recounter(office.Recounting());
        await recounter.StartAsync(cancel);
        await Eventually.TrueAsync(async () => !(await office.Closures().StateAsync(TestOffice.Severnside, cancel)).Counting, cancel);
        await recounter.StopAsync(default);
    }

    /// <summary>The service counts, and is stopped in the middle of it.</summary>
    private async Task DiesAfterAsync(int decisions, CancellationToken cancel)
    {
        using var dies = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var made = 0;
        void Count(Append append)
        {
            if (Interlocked.Increment(ref made) == decisions) dies.Cancel();
        }

        office.Bell.Rang += Count;
        using var recounter = office.Recounter(office.Recounting());
        await recounter.StartAsync(dies.Token);
        await recounter.ExecuteTask!.WaitAsync(cancel);
        office.Bell.Rang -= Count;
    }

    private async Task EachWasToldOnceAsync(IReadOnlyList<string> all, ClosurePreview preview)
    {
        var told = await office.ToldAsync(all);
        Assert.That(told, Is.Unique);
        // What is promised over the whole procedure was asked of nobody, and is told to nobody.
        var asked = preview.Moves.Where(m => m is { Deadline: not null, Stage.Length: > 0 }).ToList();
        Assert.That(told.Select(t => (t.Difference, t.Deadline)).Distinct(), Is.EquivalentTo(asked.Select(m => (m.Difference, m.Deadline!))));
        var rungs = told.Where(t => t.To is Recipient.Rung).Select(t => (t.Difference, t.Deadline, ((Recipient.Rung)t.To).Agency)).ToHashSet();
        Assert.That(asked.SelectMany(m => m.Holders.Where(h => h.Agency is not null).Select(h => (m.Difference, m.Deadline!, h.Agency!))).Where(h => !rungs.Contains(h)), Is.Empty);
    }
}
