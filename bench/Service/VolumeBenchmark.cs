using System.Diagnostics;
using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;

namespace Escalation.Benchmarks.Service;

/// <summary>What becomes of it all when there are many: a decision, the list of what is overdue, the disk, the memory.</summary>
internal sealed class VolumeBenchmark : IAsyncDisposable
{
    private const int Lates = 50;

    private static readonly Actor
        Council = new Actor.Worker("Asha Worker", "social worker", "council"),
        Hospital = new Actor.Worker("Hal Ward", "ward manager", "hospital");

    private readonly BenchFolder folder = new();
    private BenchOffice office = null!;
    private IReadOnlyList<string> ids = [];
    private int decided;

    public string Folder => folder.Path;

    public async Task StartAsync()
    {
        office = new BenchOffice(folder.Path);
        await office.FoundBoardAsync();
    }

    /// <summary>Closes so many as they are closed in practice: a few at once, most after talks, some at the second and third stage.</summary>
    /// <returns>Bytes on disk for each, everything included.</returns>
    public async Task<double> CloseAsync(int many)
    {
        var ids = await office.RaiseAsync(many);
        await Parallel.ForAsync(0, many, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await CloseOneAsync(ids[i], i));
        await DeliverAsync();
        return new FileInfo(await CompactAsync()).Length / (double)many;
    }

    /// <summary>Some that are open, beside whatever else there is.</summary>
    public async Task OpenAsync()
    {
        ids = await office.RaiseAsync(200);
        for (var i = 0; i < ids.Count; i++) await office.TalkAsync(ids[i], i);
    }

    /// <summary>Decisions a second on those that are open.</summary>
    public Task<Measured> DecideAsync(int many, int among) => Measured.OfAsync($"Decisions, 32 at once, among {among:#,0}", many, () => Parallel.ForAsync(
        0, many, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) => await office.TalkAsync(ids[i % ids.Count], Interlocked.Increment(ref decided))));

    /// <summary>
    /// Makes copies until there are so many, closed but for some that are late, with the first lines of their records: what lists and
    /// indexes have to bear. One in a thousand is late.
    /// </summary>
    public async Task FillAsync(int many)
    {
        await office.Writer.DoAsync(w =>
        {
            var from = w.Number("select max(place) from differences where state = 'closed'");
            var there = w.Number("select count(*) from differences") ?? 0;
            w.Do(
                """
                with recursive n(i) as (select ?2 union all select i + 1 from n where i + 1 < ?3)
                insert into differences (id, board, reference, length, link, key, due, state, stage, next_act, late_since, card)
                select lower(hex(randomblob(16))), board, 'SV-00-' || i, length, link, key, null,
                  case when i % 1000 = 0 then 'open' else state end, stage, null, case when i % 1000 = 0 then 1700000000000 + i end, card
                from n, differences where place = ?1
                """, from, there, (long)many);
            w.Do(
                """
                insert or ignore into parties (board, agency, difference)
                select p.board, p.agency, d.place from differences d, parties p where p.difference = ?1 and d.reference like 'SV-00-%'
                """, from);
            w.Do(
                """
                insert or ignore into lines (place, open, secret, link)
                select (d.place << 20) | l.number, l.open, l.secret, l.link from differences d, lines l
                where l.difference = ?1 and l.number <= 4 and d.reference like 'SV-00-%'
                """, from);
            return true;
        }, default);
        // They did not come all at once in practice: what is left of that in the log is no part of what a decision costs.
        await CompactAsync();
    }

    /// <summary>How long the first page of what is overdue takes.</summary>
    public async Task<IReadOnlyList<TimeSpan>> ListLateAsync(int times)
    {
        var taken = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var page = await office.Journal.ListAsync(new Query(BenchOffice.Board, Late: true, Limit: Lates), default);
            taken.Add(TimeProvider.System.GetElapsedTime(began));
            if (page.Heads.Count == 0) throw new InvalidOperationException("Nothing is late.");
        }

        return taken;
    }

    public Task WaitAsync(int many) => office.RaiseAsync(many);

    /// <summary>Resident memory of the service in a process of its own over this folder, once it has settled, in MB.</summary>
    public async Task<double> MemoryAsync()
    {
        await office.DisposeAsync();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Escalation.Benchmarks.dll"), "resident", folder.Path])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        process.Refresh();
        var resident = process.WorkingSet64 / 1e6;
        process.Kill();
        await process.WaitForExitAsync();
        office = new BenchOffice(folder.Path);
        return resident;
    }

    private async Task CloseOneAsync(string id, int i)
    {
        // Those of the second and third stage are taken there by a person, since the clock stands still.
        var stages = i % 10 < 5 ? 1 : i % 10 < 8 ? 2 : 3;
        await AskAsync(id, Hospital, new Command.Acknowledge());
        for (var stage = 1; stage <= stages; stage++)
        {
            await AskAsync(id, Council, new Command.RecordDiscussion($"talk-{stage}", "the ward manager", Text, Text));
            await AskAsync(id, Hospital, new Command.Respond($"answer-{stage}", Text, Text));
            if (stage < stages) await AskAsync(id, Council, new Command.Escalate($"{stage}", Text));
        }

        await AskAsync(id, Hospital, new Command.ProposeOutcome("plan", Text, "None.", [], []));
        await AskAsync(id, Council, new Command.ConfirmOutcome("plan", []));
        if (stages == 3) await SignAsync(id);
    }

    private async Task SignAsync(string id)
    {
        await AskAsync(id, Council, new Command.FillForm("monitoring", [new("service-user", "A-1"), new("summary", Text), new("outcome", Text)]));
        await AskAsync(id, Council, new Command.SignForm("monitoring", "initiating", "Manager", 1));
        await AskAsync(id, Hospital, new Command.SignForm("monitoring", "receiving", "Manager", 1));
    }

    /// <summary>What the post would do: every notice sent, every outcome reported.</summary>
    private async Task DeliverAsync()
    {
        for (var owed = await OwedAsync(); owed.Count > 0; owed = await OwedAsync())
        {
            foreach (var id in owed.Select(o => o.Difference).Distinct()) await office.Desk.AskAsync(
                new Question(id, Actor.Post, new Command.ConfirmTold(["council", "hospital", "raiser"])), default);
            await office.Journal.NoteAsync([.. owed.Select(o => new Delivery(o.Difference, o.Notice.Id, DeliveryState.Sent, 1, office.Clock.GetUtcNow()))], default);
        }
    }

    private Task<IReadOnlyList<Owed>> OwedAsync() => office.Journal.OwedAsync(office.Clock.GetUtcNow().AddDays(1), 5000, default);

    private async Task<string> CompactAsync()
    {
        var file = new SqliteFile(folder.Path);
        await using var connection = file.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
        return file.Path;
    }

    private async Task AskAsync(string id, Actor by, Command command)
    {
        if (await office.Desk.AskAsync(new Question(id, by, command), default) is Reply.Refused refused)
            throw new InvalidOperationException(string.Join(" ", refused.Refusals.Select(r => r.Sentence)));
    }

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>As long as what people write in practice: some sixty words.</summary>
    private const string Text = """
        We talked about the plan for her discharge and about what her niece had told the ward on Monday. The ward thinks that a call each
        morning and a visit by the community nurse twice a week would be enough. We think that nobody has looked into the concern itself,
        and that she should stay until somebody has spoken with her alone and at her own pace.
        """;
}
