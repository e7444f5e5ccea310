using Escalation.Core;
using Escalation.Core.Procedures;
using Escalation.Server.Sqlite;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>The real journal and desk over a folder that outlives its process.</summary>
internal sealed class KillOffice : IAsyncDisposable
{
    public const string Board = "severnside";

    private readonly Writer writer;
    private readonly Readers readers;

    public KillOffice(string folder, FastClock clock)
    {
        var file = new SqliteFile(folder);
        file.Prepare();
        (writer, readers, Clock, Letters) = (new Writer(file), new Readers(file), clock, Path.Combine(folder, "letters"));
        Journal = new SqliteJournal(writer, readers);
        Rooms = new BoardRooms(new SqlitePapers(writer, readers), clock);
        Desk = new DifferenceDesk(Journal, Rooms, Books, new RecentRecords(), Bell, clock);
    }

    public FastClock Clock { get; }

    /// <summary>The folder that letters are put into.</summary>
    public string Letters { get; }

    public IJournal Journal { get; }

    public BoardRooms Rooms { get; }

    public Bookkeeping Books { get; } = new(new Seal("a secret that only tests know, 32 or more"));

    public DeskBell Bell { get; } = new();

    public DifferenceDesk Desk { get; }

    /// <summary>A board with two agencies that have somebody at every stage.</summary>
    public async Task FoundBoardAsync()
    {
        var text = await File.ReadAllTextAsync(Repository.PathTo("procedures/south-gloucestershire-sab.v2021-06.json"));
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

    private static Paper AgencyOf(string id, string sector, Procedure procedure)
    {
        ValueList<DirectoryContact> contacts = [.. procedure.Stages
            .Select(s => new DirectoryContact($"{id}-{s.Id}", s.Id, "Pat", "manager", $"{id}-{s.Id}@example.org", new DateOnly(2020, 1, 1)))];
        return new DirectoryAgency(id, id, sector, contacts).ToPaper(Board, Drawers.Agency, id);
    }

    public async ValueTask DisposeAsync()
    {
        Rooms.Dispose();
        await writer.DisposeAsync();
        readers.Dispose();
        Clock.Dispose();
    }
}
