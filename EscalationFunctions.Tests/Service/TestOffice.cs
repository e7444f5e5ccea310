using Escalation.Core;
using Escalation.Core.Procedures;
using Escalation.Server.Sqlite;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Escalation.Service.Passes;

namespace EscalationFunctions.Tests.Service;

/// <summary>A desk over a real database in a folder of its own, for two boards with invented agencies; can be stopped and started again.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    public const string Severnside = "severnside";
    public const string Moorland = "moorland";
    public const string Secret = "a secret that only tests know, 32 or more";

    private readonly TestFolder folder = new();
    private Writer? writer;
    private Readers? readers;

    private TestOffice(MovableClock clock) => Clock = clock;

    public MovableClock Clock { get; }

    public string Folder => folder.Path;

    /// <summary>The database; what it does on opening outlives a restart.</summary>
    public SqliteFile File { get; private set; } = null!;

    public IJournal Journal { get; private set; } = null!;

    public IPapers Papers { get; private set; } = null!;

    public IPasses Passes { get; private set; } = null!;

    public BoardRooms Rooms { get; private set; } = null!;

    public Bookkeeping Books { get; } = new(new Seal(Secret));

    public DeskBell Bell { get; private set; } = null!;

    public DifferenceDesk Desk { get; private set; } = null!;

    /// <param name="at">Local time, as "2026-04-01T10:00".</param>
    public static async Task<TestOffice> OpenAsync(string at = "2026-04-01T10:00")
    {
        var office = new TestOffice(new MovableClock(at));
        office.Start();
        await office.Papers.ChangeAsync([.. PapersOf(Severnside, "Severnside Safeguarding Adults Board", "SV", "south-gloucestershire-sab.v2021-06"),
            .. PapersOf(Moorland, "Moorland Safeguarding Adults Board", "ML", "somerset-sab.v1")], [], default);
        return office;
    }

    /// <summary>What is in memory is gone, what was kept is there.</summary>
    /// <param name="meanwhile">What happens to the folder while nobody uses it.</param>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Dispose();
    }

    private void Start()
    {
        File = new SqliteFile(folder.Path) { OnOpening = File?.OnOpening ?? "" };
        File.Prepare();
        (writer, readers) = (new Writer(File), new Readers(File));
        (Journal, Papers, Bell) = (new SqliteJournal(writer, readers), new SqlitePapers(writer, readers), new DeskBell());
        Passes = new SqlitePasses(writer, readers);
        Rooms = new BoardRooms(Papers, Clock);
        Desk = new DifferenceDesk(Journal, Rooms, Books, new RecentRecords(), Bell, Clock);
    }

    private async Task StopAsync()
    {
        Rooms.Dispose();
        await writer!.DisposeAsync();
        readers!.Dispose();
    }

    private static IEnumerable<Paper> PapersOf(string id, string name, string prefix, string file)
    {
        var text = System.IO.File.ReadAllText(Repository.PathTo($"procedures/{file}.json"));
        var procedure = ((Reading.Sound)ProcedureFile.Read(text)).Procedure;
        yield return new Board(id, name, procedure.Id, procedure.Version, prefix, new Reach("Board Office", $"office@{id}.example.org"), [], [])
            .ToPaper(id, Drawers.Board, id);
        yield return new Paper(id, Drawers.Procedure, BoardRoom.NameOf(procedure.Id, procedure.Version), 0, text);
        foreach (var (agency, title, sector) in Agencies)
            yield return new DirectoryAgency(agency, title, sector, ContactsOf(agency, procedure)).ToPaper(id, Drawers.Agency, agency);
    }

    private static readonly (string Id, string Name, string Sector)[] Agencies =
    [
        ("north-council", "North Council", "local-authority"), ("riverside-care", "Riverside Care", "care-provider"),
        ("county-trust", "County Trust", "secondary-health"), ("county-police", "County Police", "police"),
    ];

    private static ValueList<DirectoryContact> ContactsOf(string agency, Procedure procedure) => procedure.Stages
        .Select(s => new DirectoryContact($"{agency}-{s.Id}", s.Id, "Pat Example", "manager", $"{agency}-{s.Id}@example.org", new DateOnly(2020, 1, 1)))
        .ToValueList();
}
