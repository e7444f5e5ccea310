using System.Security.Cryptography;
using System.Text;
using Escalation.Core.Differences;
using Escalation.Service;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using EscalationFunctions.Tests.Service.Api;
using EscalationFunctions.Tests.Service.Pages.Formal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EscalationFunctions.Tests.Service.Retention;

/// <summary>A board's records over the years: the whole service with its post, all of it in one folder, and people who come to its pages.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    public const string Chair = "chair@example.org", Office = "office@severnside.example.org", Manager = "county-trust-1@example.org";

    private Shelf(TestService service) => Service = service;

    public TestService Service { get; }

    public TestOffice Kept => Service.Office;

    public string Mail => Path.Combine(Kept.Folder, "mail");

    public Disposals Disposals => Get<Disposals>();

    public Holds Holds => Get<Holds>();

    public T Get<T>() where T : notnull => Service.Services.GetRequiredService<T>();

    public static async Task<Shelf> OpenAsync() => new(await TestService.StartAsync(change: (services, office) => services
        .AddSingleton<IPostbox>(new FolderPostbox(Path.Combine(office.Folder, "mail"), "no-reply@post.example.org", office.Clock))
        .AddSingleton(new PublicAddress(new Uri("https://differences.example.org/"))).AddSingleton(DeliveryPace.Usual).AddHostedService<OutboxPump>()));

    public async ValueTask DisposeAsync()
    {
        // The post is put down first: it writes into the folder.
        await Get<IHost>().StopAsync();
        await Service.DisposeAsync();
    }

    public Task<BoardRoom> RoomAsync() => Get<BoardRooms>().OfAsync(TestOffice.Severnside, default).AsTask();

    /// <summary>Raised with marked words, talked about, settled and closed.</summary>
    public async Task<string> ClosedAsync(Marks? marks = null)
    {
        var id = await RaisedAsync(marks);
        await AskAsync(id, By(marks), new Command.ProposeOutcome("p-1", marks?.New() ?? "Care goes on.", marks?.New() ?? "None.", [], []));
        await AskAsync(id, OfficeDays.Ben, new Command.ConfirmOutcome("p-1", []));
        await UntilClosedAsync(id);
        return id;
    }

    /// <summary>Until the letters have told everybody, so that it is closed, and the last of them has gone out.</summary>
    public async Task UntilClosedAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(async () => (await HeadAsync(id)).Card.State == CardState.Closed
            && (await Kept.Journal.NoticesOfAsync(id, patience.Token)).All(o => o.State == DeliveryState.Sent), patience.Token);
    }

    public async Task<string> RaisedAsync(Marks? marks = null, string adult = "N-1234")
    {
        var raise = new Command.Raise("", new Concern(marks?.New() ?? adult, marks?.New() ?? "The package of care was ended.", marks?.New() ?? "It goes on."),
            [TestService.Trust], [], Kept.Clock.GetUtcNow(), new Person(marks?.New() ?? "Asha Worker", "social worker", marks is null ? "asha@example.org" : $"{marks.New()}@example.org"), []);
        var raised = (Reply.Done)await Get<DifferenceDesk>().RaiseAsync(TestOffice.Severnside, By(marks), raise, null, default);
        var id = raised.Opened.Head.Id;
        await AskAsync(id, By(marks), new Command.RecordDiscussion("d-1", marks?.New() ?? "Ben", marks?.New() ?? "Both views.", marks?.New() ?? "No agreement."));
        return id;
    }

    public async Task<Reply.Done> AskAsync(string id, Actor by, Command command) =>
        await Get<DifferenceDesk>().AskAsync(new Question(id, by, command), default) as Reply.Done ?? throw new AssertionException($"{command} was refused.");

    /// <summary>Nine years on, when the time of every closed one is over.</summary>
    public void YearsPass() => Kept.Clock.MoveTo("2035-04-02T10:00");

    public async Task<Head> HeadAsync(string id) => (await Kept.Journal.FindHeadAsync(id, default))!;

    public async Task ChangeBoardAsync(Func<Board, Board> change)
    {
        var rooms = Get<BoardRooms>();
        var paper = (await rooms.PapersAsync(default))[(TestOffice.Severnside, Drawers.Board, TestOffice.Severnside)];
        var changed = change(paper.As<Board>()).ToPaper(paper.Board, paper.Drawer, paper.Id, paper.Edition);
        Assert.That(await rooms.ChangeAsync([changed], [], default), Is.True);
    }

    /// <summary>Somebody beside the office is in post.</summary>
    public Task ChairComesAsync() => ChangeBoardAsync(b => b with { Officers = [new OfficerInPost("chair", new Reach("Chris Chair", Chair))] });

    public async Task<Visitor> VisitorAsync(string email) => (await Get<Visitors>().OfAsync(TestOffice.Severnside, email, default))!;

    /// <summary>Signs somebody in by their address, as the code from their mailbox would.</summary>
    public async Task<Guest> GuestAsync(string email)
    {
        var (token, _, pass) = Get<SignIns>().Begin(TestOffice.Severnside, email, Kept.Clock.GetUtcNow());
        Assert.That(await Kept.Passes.ChangeAsync([pass], [], default), Is.True);
        return new Guest(Service.Address, token);
    }

    /// <summary>Prepared by the office and approved by the office or, where there is one, the chair.</summary>
    public async Task<DisposalList> DisposeOfAllAsync(bool byChair = false)
    {
        var (room, office) = (await RoomAsync(), await VisitorAsync(Office));
        var list = (await Disposals.PrepareAsync(room, office, default))!;
        await Disposals.ApproveAsync(room, list.Id, byChair ? await VisitorAsync(Chair) : office, default);
        return (await Disposals.FindAsync(TestOffice.Severnside, list.Id, default))!;
    }

    private static Actor.Worker By(Marks? marks) => marks is null ? OfficeDays.Asha : OfficeDays.Asha with { Name = marks.New() };
}

/// <summary>Words that chance cannot make, and where any of them is left in a folder.</summary>
internal sealed class Marks
{
    private readonly List<string> words = [];
    private readonly List<(string What, byte[] Bytes)> more = [];

    public string New()
    {
        words.Add($"marked{RandomNumberGenerator.GetHexString(20, lowercase: true)}");
        return words[^1];
    }

    /// <summary>Something that is looked for byte by byte.</summary>
    public void Add(string what, byte[] bytes) => more.Add((what, bytes));

    /// <summary>What is found, with the file that it is in: as UTF-8, as UTF-16 either way round, as base64 wherever it begins, as hexadecimal.</summary>
    public IReadOnlyList<string> FoundIn(string folder)
    {
        var looked = words.SelectMany(w => Guises(w).Select(g => (w, g))).Concat(more.SelectMany(m => Base64s(m.Bytes).Append(m.Bytes)
            .Append(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(m.Bytes))).Select(g => (m.What, g)))).ToList();
        return [.. System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file =>
        {
            var bytes = Read(file);
            return looked.Where(l => bytes.AsSpan().IndexOf(l.Item2) >= 0).Select(l => $"{l.Item1} in {Path.GetFileName(file)}");
        }).Distinct()];
    }

    public IReadOnlyList<string> FoundIn(IEnumerable<string> lines) => [.. words.Where(w => lines.Any(l => l.Contains(w, StringComparison.Ordinal)))];

    private static IEnumerable<byte[]> Guises(string word) => Base64s(Encoding.UTF8.GetBytes(word)).Append(Encoding.UTF8.GetBytes(word))
        .Append(Encoding.Unicode.GetBytes(word)).Append(Encoding.BigEndianUnicode.GetBytes(word));

    /// <summary>The middle, which is the same whatever stands before and after, for each of the three places at which it can begin.</summary>
    private static IEnumerable<byte[]> Base64s(byte[] bytes) => Enumerable.Range(0, 3).Select(before =>
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        return Encoding.ASCII.GetBytes(text[4..^4]);
    });

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
