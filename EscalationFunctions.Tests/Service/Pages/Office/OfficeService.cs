using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service;
using Escalation.Service.Access;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service.Api;
using EscalationFunctions.Tests.Service.Pages.Formal;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Pages.Office;

/// <summary>A board with something of everything that its office has to look after, and the people who come to its pages.</summary>
internal sealed class OfficeService : IAsyncDisposable
{
    private readonly TestFolder letters;

    private OfficeService(TestService service, TestFolder letters) => (Service, this.letters) = (service, letters);

    public TestService Service { get; }

    /// <summary>Past its time at the last stage since 5pm on Friday 10 April 2026.</summary>
    public Head Late { get; private set; } = null!;

    /// <summary>At stage 2, where the clock took it, and due today.</summary>
    public Head Due { get; private set; } = null!;

    /// <summary>Monday 13 April 2026, 9am.</summary>
    public static async Task<OfficeService> StartAsync()
    {
        var letters = new TestFolder();
        var service = await TestService.StartAsync("2026-04-01T10:00", change: (services, office) => services
            .AddSingleton<IPostbox>(new FolderPostbox(letters.Path, "no-reply@post.example.org", office.Clock))
            .AddSingleton(new PublicAddress(new Uri("https://differences.example.org/"))));
        await service.Office.ChangeAgencyAsync("riverside-care", contacts => [.. contacts.Where(c => c.Stage != "3")]);
        var one = new OfficeService(service, letters);
        var late = await one.RaiseAsync(TestService.Trust);
        foreach (var at in new[] { "2026-04-02T17:00", "2026-04-07T17:00", "2026-04-08T17:00" }) await service.TimePassesAsync(late, at);
        service.Office.Clock.MoveTo("2026-04-09T10:00");
        var due = await one.RaiseAsync(TestService.Police);
        foreach (var id in new[] { late, due }) await service.TimePassesAsync(id, "2026-04-10T17:00");
        service.Office.Clock.MoveTo("2026-04-13T09:00");
        (one.Late, one.Due) = (await one.HeadAsync(late), await one.HeadAsync(due));
        return one;
    }

    public Task<Guest> OfficeAsync() => GuestAsync("office@severnside.example.org");

    /// <summary>Signs somebody in by their address, as the code from their mailbox would.</summary>
    public async Task<Guest> GuestAsync(string email, string board = TestOffice.Severnside)
    {
        var (token, _, pass) = Service.Services.GetRequiredService<SignIns>().Begin(board, email, Service.Office.Clock.GetUtcNow());
        Assert.That(await Service.Office.Passes.ChangeAsync([pass], [], default), Is.True);
        return new Guest(Service.Address, token);
    }

    /// <summary>Of the late difference that many notices were given up.</summary>
    public async Task<IReadOnlyList<Owed>> GiveUpAsync(int count)
    {
        var given = (await Service.Office.Journal.NoticesOfAsync(Late.Id, default)).Take(count).ToList();
        await Service.Office.Journal.NoteAsync(
            [.. given.Select(o => new Escalation.Service.Desk.Delivery(Late.Id, o.Notice.Id, DeliveryState.Dead, 10, Service.Office.Clock.GetUtcNow(), "The mailbox is full."))], default);
        return given;
    }

    /// <summary>A link as a letter would carry it, to whoever acts for an agency at the last stage.</summary>
    public Task<string> LinkAsync(string agency) => Service.Services.GetRequiredService<Links>().MakeAsync(
        new LinkFor(TestOffice.Severnside, Late.Id, "4", new LinkTask.Act("4"), new Recipient.Rung(agency, "4"), $"{agency}-4@example.org", $"{agency}-4"), default);

    public async Task<Head> HeadAsync(string id) => (await Service.Office.Journal.FindHeadAsync(id, default))!;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        letters.Dispose();
    }

    private async Task<string> RaiseAsync(string responding)
    {
        var raise = new Command.Raise("", new Escalation.Core.Differences.Concern("N-1234", "The package of care was ended.", "Care goes on until a review."), [responding], [],
            Service.Office.Clock.GetUtcNow(), new Person("Asha Worker", "social worker", "asha@example.org"), []);
        var reply = await Service.Services.GetRequiredService<DifferenceDesk>().RaiseAsync(TestOffice.Severnside, OfficeDays.Asha, raise, null, default);
        return ((Reply.Done)reply).Opened.Head.Id;
    }
}
