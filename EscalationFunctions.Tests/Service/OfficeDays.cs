using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace EscalationFunctions.Tests.Service;

/// <summary>What happens in an office: a difference is raised, something comes to be recorded, somebody meddles with the file.</summary>
internal static class OfficeDays
{
    public static readonly Actor.Worker Asha = new("Asha Worker", "social worker", "north-council");

    public static readonly Actor.Worker Ben = new("Ben Ward", "ward manager", "county-trust");

    /// <param name="email">The raiser's; none if null.</param>
    public static async Task<string> RaiseAsync(this TestOffice office, string? email = "asha@example.org", string board = TestOffice.Severnside)
    {
        var raise = new Command.Raise(
            "", new Concern("N-1234", "The package of care was ended.", "Care goes on until a review."), ["county-trust"], [],
            office.Clock.GetUtcNow(), new Person("Asha Worker", "social worker", email), []);
        return ((Reply.Done)await office.Desk.RaiseAsync(board, Asha, raise, null, default)).Opened.Head.Id;
    }

    public static async Task<Reply.Done> DoneAsync(this TestOffice office, string id, Actor by, Command command) =>
        (Reply.Done)await office.Desk.AskAsync(new Question(id, by, command), default);

    /// <summary>The desk of another process over the same journal: neither knows what the other has in mind.</summary>
    public static DifferenceDesk AnotherDesk(this TestOffice office) =>
        new(office.Journal, office.Rooms, office.Books, new RecentRecords(), new DeskBell(), office.Clock);

    /// <summary>They talk, one side proposes and the other confirms.</summary>
    public static async Task AgreeAsync(this TestOffice office, string id)
    {
        await office.DoneAsync(id, Asha, new Command.ProposeOutcome("p-1", "Care goes on.", "None.", [], []));
        await office.DoneAsync(id, Ben, new Command.ConfirmOutcome("p-1", []));
    }

    public static Task ChangeAgencyAsync(this TestOffice office, string agency, Func<ValueList<DirectoryContact>, ValueList<DirectoryContact>> contacts) =>
        office.ChangeAsync<DirectoryAgency>(Drawers.Agency, agency, a => a with { Contacts = contacts(a.Contacts) });

    public static Task ChangeBoardAsync(this TestOffice office, Func<Board, Board> change, string board = TestOffice.Severnside) =>
        office.ChangeAsync(Drawers.Board, board, change, board);

    private static async Task ChangeAsync<T>(this TestOffice office, string drawer, string id, Func<T, T> change, string board = TestOffice.Severnside)
    {
        var paper = (await office.Rooms.PapersAsync(default))[(board, drawer, id)];
        await office.Rooms.ChangeAsync([change(paper.As<T>()).ToPaper(paper.Board, drawer, id, paper.Edition)], [], default);
    }

    public static Task HasRecordedAsync<T>(this TestOffice office, string id, CancellationToken cancel) where T : Fact =>
        Eventually.TrueAsync(async () => (await office.Desk.ReadAsync(id, cancel))!.Entries.Any(e => e.Fact is T), cancel);

    /// <summary>Writes to the database past the journal, as a fault or a curious operator would.</summary>
    public static void DoDirectly(this TestOffice office, string sql, params ReadOnlySpan<object?> values)
    {
        using var statements = new Statements(new SqliteFile(office.Folder).Open());
        statements.Do(sql, values);
    }
}
