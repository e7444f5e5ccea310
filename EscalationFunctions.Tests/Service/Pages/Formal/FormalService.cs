using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>A difference at a formal stage of one of the two boards, and the people who come to its pages.</summary>
internal sealed class FormalService : IAsyncDisposable
{
    private readonly TestService service;
    private readonly TestFolder letters;
    private readonly string board;

    private FormalService(TestService service, TestFolder letters, string board, string id) =>
        (this.service, this.letters, this.board, Id) = (service, letters, board, id);

    public TestService Service => service;

    public string Id { get; }

    /// <summary>The address of the difference's page.</summary>
    public string Page => $"/{board}/differences/{Id}";

    /// <summary>North Council has raised it; at Severnside on 1 April 2026 the clock has taken it up, at Moorland people have.</summary>
    /// <param name="stage">Of the procedure, "1" to "4".</param>
    public static async Task<FormalService> StartAsync(string board = TestOffice.Severnside, string stage = "3", params string[] responding)
    {
        var letters = new TestFolder();
        var service = await TestService.StartAsync(change: (services, office) =>
            services.AddSingleton<IPostbox>(new FolderPostbox(letters.Path, "no-reply@post.example.org", office.Clock)));
        await service.Office.NameAsync();
        var raise = new Command.Raise("", new Concern("N-1234", "The package of care was ended.", "Care goes on until a review."),
            responding.Length == 0 ? [TestService.Trust] : [.. responding], [], service.Office.Clock.GetUtcNow(),
            new Person("Asha Worker", "social worker", "asha@example.org"), []);
        var raised = (Reply.Done)await Desk(service).RaiseAsync(board, OfficeDays.Asha, raise, null, default);
        var one = new FormalService(service, letters, board, raised.Opened.Head.Id);
        await one.ToStageAsync(stage);
        return one;
    }

    public Task TimePassesAsync(string at) => service.TimePassesAsync(Id, at);

    /// <summary>By the service's own rooms: what another process changes it sees only after a while.</summary>
    public async Task FillPostAsync(string officer, Reach reach)
    {
        var rooms = service.Services.GetRequiredService<BoardRooms>();
        var paper = (await rooms.PapersAsync(default))[(board, Drawers.Board, board)];
        var filled = paper.As<Board>() with { Officers = [new OfficerInPost(officer, reach)] };
        Assert.That(await rooms.ChangeAsync([filled.ToPaper(board, Drawers.Board, board, paper.Edition)], [], default), Is.True);
    }

    /// <summary>Signs somebody in by their address, as the code from their mailbox would.</summary>
    public async Task<Guest> GuestAsync(string email)
    {
        var (token, _, pass) = service.Services.GetRequiredService<SignIns>().Begin(board, email, service.Office.Clock.GetUtcNow());
        Assert.That(await service.Office.Passes.ChangeAsync([pass], [], default), Is.True);
        return new Guest(service.Address, token);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Guest Stranger() => new(service.Address, "");

    /// <summary>Who acts for the agency at the stage.</summary>
    public Task<Guest> ManagerAsync(string agency, string stage = "3") => GuestAsync($"{agency}-{stage}@example.org");

    public Task<Guest> OfficeAsync() => GuestAsync($"office@{board}.example.org");

    public async Task<IReadOnlyList<Fact>> FactsAsync() => [.. (await EntriesAsync()).Select(e => e.Fact)];

    public async Task<IReadOnlyList<Entry>> EntriesAsync() => (await Desk(service).ReadAsync(Id, default))!.Entries;

    public async Task<T> LastAsync<T>() where T : Fact => (await FactsAsync()).OfType<T>().Last();

    public async Task<Reply.Done> AskAsync(Actor by, Command command) =>
        await Desk(service).AskAsync(new Question(Id, by, command), default) as Reply.Done ?? throw new AssertionException($"{command} was refused.");

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        letters.Dispose();
    }

    private async Task ToStageAsync(string stage)
    {
        if (board == TestOffice.Severnside)
            foreach (var at in new[] { "2026-04-02T17:00", "2026-04-07T17:00", "2026-04-08T17:00" }.Take(int.Parse(stage, null) - 1)) await TimePassesAsync(at);
        else
            for (var at = 1; at < int.Parse(stage, null); at++)
                await AskAsync(OfficeDays.Asha, new Command.Escalate($"{at}", "It could not be settled."));
        // Late enough for the stage to have begun, early enough in its last day.
        if (board == TestOffice.Severnside && stage != "1") service.Office.Clock.MoveTo(stage == "2" ? "2026-04-07T10:00" : stage == "3" ? "2026-04-08T10:00" : "2026-04-09T10:00");
    }

    private static DifferenceDesk Desk(TestService service) => service.Services.GetRequiredService<DifferenceDesk>();
}

internal static class OfficeNames
{
    /// <summary>Gives the agencies' contacts names of their own: signatures come from different people.</summary>
    public static async Task NameAsync(this TestOffice office)
    {
        foreach (var board in new[] { TestOffice.Severnside, TestOffice.Moorland })
        {
            var papers = await office.Rooms.PapersAsync(default);
            foreach (var (agency, name) in new[] { (TestService.Council, "Nora North"), (TestService.Trust, "Tess Trust"), (TestService.Care, "Cai Carer") })
            {
                var paper = papers[(board, Drawers.Agency, agency)];
                var kept = paper.As<Escalation.Service.Directory.DirectoryAgency>();
                var named = kept with { Contacts = kept.Contacts.Select(c => c with { Name = name }).ToValueList() };
                await office.Rooms.ChangeAsync([named.ToPaper(board, Drawers.Agency, agency, paper.Edition)], [], default);
            }
        }
    }
}
