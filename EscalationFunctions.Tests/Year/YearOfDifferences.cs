using Escalation.Core.Calendar;
using Escalation.Server.Waking;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service;
using EscalationFunctions.Tests.Service.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Year;

/// <summary>
/// A year at two boards, on a fast clock over the real desk, the real clock that escalates and a real database: invented people raise
/// differences and act on them in time, late or never. The seed makes the year; what the service answers is its own business.
/// </summary>
internal sealed class YearOfDifferences : IAsyncDisposable
{
    public static readonly DateOnly FirstDay = new(2026, 1, 1), LastDay = new(2026, 12, 31);

    private static readonly WorkingDays Days = new(Nation.EnglandAndWales);

    /// <summary>Half hours at which people act; the rest of the time is the clock's.</summary>
    private static readonly TimeOnly[] OfficeHours = [.. Enumerable.Range(0, 17).Select(i => new TimeOnly(9, 0).AddMinutes(30 * i))];

    private readonly ReportRoom reports;

    private YearOfDifferences(TestOffice office) => (Office, reports) = (office, new ReportRoom(office));

    public TestOffice Office { get; }

    /// <summary>The reports on schedule that went out to the board's office, by their ids and in their order.</summary>
    public IEnumerable<string> ReportsTo(string board) => reports.Post.Of(board).Select(l => l.Id).Where(id => id.EndsWith("/post/board-office", StringComparison.Ordinal));

    public static IEnumerable<DateOnly> WorkingDaysOfIt { get; } = Enumerable.Range(0, 365).Select(FirstDay.AddDays).Where(Days.IsWorkingDay);

    /// <summary>How often somebody was refused: people try what they may not, and it must not be counted.</summary>
    public int Refusals => lives.Sum(l => l.Refusals);

    private readonly List<Life> lives = [];

    public static async Task<YearOfDifferences> OpenAsync()
    {
        var office = await TestOffice.OpenAsync("2026-01-01T00:00");
        // A year of syncs is no part of what is asked here; that an answer outlives the loss of power is asked elsewhere.
        office.File.OnOpening = "pragma synchronous = off;";
        await office.RestartAsync();
        // Somebody left: the board office hears of it whenever a difference comes to that rung.
        await office.ChangeAgencyAsync("riverside-care", contacts => contacts.Without(c => c.Stage == "3"));
        // Each agency's part on each day is asked elsewhere; here it would take longer than the year.
        foreach (var board in new[] { TestOffice.Severnside, TestOffice.Moorland })
            await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(To: ReportTo.Board) }, board);
        return new YearOfDifferences(office);
    }

    public async Task LiveAsync(int many, int seed, CancellationToken cancel)
    {
        var chance = new Random(seed);
        var waiting = new PriorityQueue<Life, DateTimeOffset>();
        for (var i = 0; i < many; i++)
        {
            var life = new Life(Office, new Random(seed * 100_000 + i), i);
            lives.Add(life);
            waiting.Enqueue(life, SomeTime(chance, LondonTime.At(FirstDay.AddDays(chance.Next(365)), new TimeOnly(8, 0))));
        }

        var clock = new DueRound(Office.Journal, Office.Desk, Office.Clock, WakingPace.Usual, NullLogger.Instance);
        var end = LondonTime.At(LastDay.AddDays(1), TimeOnly.MinValue).AddTicks(-1);
        var report = reports.Begin();
        var nextReport = await report.HandleAsync(cancel);
        while (await NextAsync(waiting, nextReport, cancel) is { } next && next <= end)
        {
            cancel.ThrowIfCancellationRequested();
            Office.Clock.MoveTo(next);
            await ActAsync(waiting, next, cancel);
            while (await clock.HandleAsync(cancel)) { }
            if (clock.SetAside > 0) throw new InvalidOperationException("The clock could not handle something.");
            if (nextReport <= next) nextReport = await report.HandleAsync(cancel);
        }
    }

    /// <summary>Some time after then at which somebody is at work; now and then at night, or on a day off.</summary>
    public static DateTimeOffset SomeTime(Random chance, DateTimeOffset after)
    {
        var day = LondonTime.DayOf(after);
        if (chance.Next(40) == 0) return LondonTime.At(day.AddDays(1), new TimeOnly(0, 30));
        for (day = chance.Next(50) == 0 ? day : Days.OnOrAfter(day); ; day = Days.OnOrAfter(day.AddDays(1)))
        {
            var left = OfficeHours.Where(h => LondonTime.At(day, h) > after).ToList();
            if (left.Count > 0) return LondonTime.At(day, left[chance.Next(left.Count)]);
        }
    }

    private async Task<DateTimeOffset?> NextAsync(PriorityQueue<Life, DateTimeOffset> waiting, DateTimeOffset? report, CancellationToken cancel)
    {
        var due = await Office.Journal.NextDueAsync(cancel);
        DateTimeOffset? act = waiting.TryPeek(out _, out var at) ? at : null;
        return new[] { due, act, report }.Min();
    }

    private static async Task ActAsync(PriorityQueue<Life, DateTimeOffset> waiting, DateTimeOffset now, CancellationToken cancel)
    {
        var acting = new List<Life>();
        while (waiting.TryPeek(out _, out var at) && at <= now) acting.Add(waiting.Dequeue());
        await Parallel.ForEachAsync(acting, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancel }, async (life, _) => await life.ActAsync(now));
        foreach (var life in acting)
            if (life.Next is { } next) waiting.Enqueue(life, next);
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
