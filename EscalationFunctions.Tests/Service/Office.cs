using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Server.Demo;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace EscalationFunctions.Tests.Service;

/// <summary>The two invented boards of the demonstration, over papers in memory and a clock that the test moves.</summary>
internal sealed class Office : IDisposable
{
    public const string Severnside = "severnside", Moorland = "moorland", Council = "severnside-council", Surgery = "harbour-street-surgery";

    public static readonly DateOnly Today = new(2026, 4, 1);

    public Office()
    {
        Papers = new PapersInMemory(DemoBoards.Papers(Today));
        Rooms = new BoardRooms(Papers, Clock);
        Registrar = new Registrar(Rooms, Clock);
    }

    public SetClock Clock { get; } = new(LondonTime.At(Today, new TimeOnly(10, 0)));

    public PapersInMemory Papers { get; }

    public BoardRooms Rooms { get; }

    public Registrar Registrar { get; }

    public async Task<BoardRoom> Room(string board = Severnside) => await Rooms.OfAsync(board, default);

    public async Task<DirectoryAgency> Agency(string id, string board = Severnside) => (await Room(board)).FindAgency(id)!;

    public async Task<long> EditionOf(string agency, string board = Severnside) =>
        (await Rooms.PapersAsync(default))[(board, Drawers.Agency, agency)].Edition;

    public static Procedure FourStages { get; } =
        ProcedureFile.Read(File.ReadAllText(Repository.PathTo("procedures/south-gloucestershire-sab.v2021-06.json"))) is Reading.Sound(var sound)
            ? sound
            : throw new InvalidOperationException("The procedure is not sound.");

    public void Dispose() => Rooms.Dispose();
}

/// <summary>A clock that shows what it was set to.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    // What was read stays fresh until the clock is moved, as it would within a second.
    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => now += by;
}
