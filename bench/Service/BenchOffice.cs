using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Server.Sqlite;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Benchmarks.Service;

/// <summary>The service's desk over a real database in a folder, as the embedded host puts it together.</summary>
internal sealed class BenchOffice : IAsyncDisposable
{
    public const string Board = "severnside";

    private static readonly Actor Asha = new Actor.Worker("Asha Worker", "social worker", "council");

    public static readonly DateTimeOffset Start = LondonTime.At(new DateOnly(2026, 4, 1), new TimeOnly(10, 0));

    public static readonly Seal Seal = new("a secret that only benchmarks know, 32");

    private readonly Readers readers;

    public BenchOffice(string folder)
    {
        var file = new SqliteFile(folder);
        file.Prepare();
        (Writer, readers) = (new Writer(file), new Readers(file));
        Clock.MoveTo(Start);
        Journal = new SqliteJournal(Writer, readers);
        Rooms = new BoardRooms(new SqlitePapers(Writer, readers), Clock);
        Desk = new DifferenceDesk(Journal, Rooms, new Bookkeeping(Seal), new RecentRecords(), Bell, Clock);
    }

    public Writer Writer { get; }

    public SqliteJournal Journal { get; }

    public BoardRooms Rooms { get; }

    public DifferenceDesk Desk { get; }

    public DeskBell Bell { get; } = new();

    public ShiftedClock Clock { get; } = new(TimeProvider.System);

    public async Task FoundBoardAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "procedures/south-gloucestershire-sab.v2021-06.json"));
        var procedure = ((Reading.Sound)ProcedureFile.Read(text)).Procedure;
        var board = new Board(Board, "Severnside", procedure.Id, procedure.Version, "SV", new Reach("Office", "office@example.org"), [], []);
        Paper[] papers =
        [
            board.ToPaper(Board, Drawers.Board, Board),
            new(Board, Drawers.Procedure, BoardRoom.NameOf(procedure.Id, procedure.Version), 0, text),
            AgencyOf("council", "local-authority", procedure), AgencyOf("hospital", "secondary-health", procedure),
        ];
        await Rooms.ChangeAsync(papers, [], default);
    }

    /// <summary>Raises so many at one instant, so that they fall due at one.</summary>
    /// <param name="outset">When the concern was first considered.</param>
    public async Task<IReadOnlyList<string>> RaiseAsync(int many, DateTimeOffset? outset = null)
    {
        var ids = new string[many];
        await Parallel.ForAsync(0, many, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, cancel) => ids[i] = await RaiseOneAsync(outset ?? Start, cancel));
        return ids;
    }

    public Task<Reply> TalkAsync(string id, int number) =>
        Desk.AskAsync(new Question(id, Asha, new Command.RecordDiscussion($"d-{number}", "the ward manager", "We see it differently.", "To talk again.")), default);

    private async Task<string> RaiseOneAsync(DateTimeOffset outset, CancellationToken cancel)
    {
        var raise = new Command.Raise(
            "", new Concern("A-1", "Discharged without a plan.", "A plan before the weekend.", "not-safe"), ["hospital"], [], outset,
            new Person("Asha Worker", "social worker", "asha@example.org"), []);
        return ((Reply.Done)await Desk.RaiseAsync(Board, Asha, raise, null, cancel)).Opened.Head.Id;
    }

    private static Paper AgencyOf(string id, string sector, Procedure procedure)
    {
        var contacts = procedure.Stages.Select(s => new DirectoryContact($"{id}-{s.Id}", s.Id, "Pat", "manager", $"{id}-{s.Id}@example.org", new DateOnly(2020, 1, 1)));
        return new DirectoryAgency(id, id, sector, [.. contacts]).ToPaper(Board, Drawers.Agency, id);
    }

    public async ValueTask DisposeAsync()
    {
        Rooms.Dispose();
        await Writer.DisposeAsync();
        readers.Dispose();
    }
}
