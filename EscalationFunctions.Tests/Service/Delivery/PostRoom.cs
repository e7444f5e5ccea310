using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>The post of an office, running, with a folder for letters; impatient, so that what goes wrong is tried again soon.</summary>
internal sealed class PostRoom : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly OutboxPump pump;

    public PostRoom(
        TestOffice office, double perSecond = 10_000, int mostAttempts = 3, PostingHours? hours = null, LinkOfLetter? links = null,
        Func<IPostbox, IPostbox>? through = null)
    {
        Outbox = new Outbox(office.Journal, office.Clock);
        var soon = new Backoff(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
        var pace = new DeliveryPace(perSecond, mostAttempts, new Backoff(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)), soon, Hours: hours);
        IPostbox box = new FolderPostbox(Path, "no-reply@post.example.org", office.Clock);
        pump = new OutboxPump(
            office.Journal, office.Desk, office.Rooms, through?.Invoke(box) ?? box, Outbox, office.Bell, office.Clock,
            NullLogger<OutboxPump>.Instance, pace, links);
    }

    public string Path => System.IO.Path.Combine(folder.Path, "letters");

    public Outbox Outbox { get; }

    public static async Task<PostRoom> OpenAsync(TestOffice office, CancellationToken cancel, PostingHours? hours = null, LinkOfLetter? links = null)
    {
        var room = new PostRoom(office, hours: hours, links: links);
        await room.StartAsync(cancel);
        return room;
    }

    public Task StartAsync(CancellationToken cancel) => pump.StartAsync(cancel);

    /// <summary>The letters' headers and text, by their file's name.</summary>
    public IReadOnlyDictionary<string, string> Letters => System.IO.Directory.Exists(Path)
        ? System.IO.Directory.GetFiles(Path, "*.eml").ToDictionary(f => System.IO.Path.GetFileName(f), File.ReadAllText)
        : new Dictionary<string, string>();

    /// <summary>The one letter with these words in it.</summary>
    public string Letter(params string[] words) => Letters.Values.Single(text => words.All(w => text.Contains(w, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        await pump.StopAsync(default);
        pump.Dispose();
        Outbox.Dispose();
        folder.Dispose();
    }
}

/// <summary>What an office comes to.</summary>
internal static class Posted
{
    public static Task HasNoneWaitingAsync(this TestOffice office, CancellationToken cancel) =>
        Eventually.TrueAsync(async () => (await office.Journal.BacklogAsync(cancel)).Waiting == 0, cancel);

    public static Task HasAsync(this TestOffice office, string id, Func<Owed, bool> seen, CancellationToken cancel) =>
        Eventually.TrueAsync(async () => (await office.Journal.NoticesOfAsync(id, cancel)).Any(seen), cancel);
}
