using Escalation.Service;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>What sends an office's reports, over its real database, and the letters that it has posted.</summary>
internal sealed class ReportRoom(TestOffice office, FaultyPost? post = null)
{
    private static readonly DeliveryPace Pace = new(10_000, 3, new Backoff(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)), DeliveryPace.Usual.Store);

    public FaultyPost Post { get; } = post ?? new FaultyPost();

    /// <summary>As a process does that has just begun: it remembers nothing.</summary>
    public ReportRound Begin() => new(
        new OverdueLookup(office.Journal), office.Rooms, Post, new PublicAddress(new Uri("https://differences.example.org/")), office.Clock,
        NullLogger<ReportRound>.Instance, Pace);

    public async Task<Overdue> LookAsync(DateTimeOffset since, string? agency = null) => await new OverdueLookup(office.Journal).LookAsync(
        await office.Rooms.OfAsync(TestOffice.Severnside, default), agency, ReportWindow.Today(office.Clock.GetUtcNow(), since), default);
}

/// <summary>A mailbox that can be out of order, and after which the power can go.</summary>
internal sealed class FaultyPost : IPostbox
{
    public List<Letter> Posted { get; } = [];

    /// <summary>Why it takes no letter to this address, if it does not.</summary>
    public Dictionary<string, NotPostedException> Refuses { get; } = [];

    /// <summary>What happens before a letter is taken.</summary>
    public Action<Letter>? Before { get; set; }

    /// <summary>What happens once it was.</summary>
    public Action<Letter>? After { get; set; }

    /// <summary>To the people of one board, in the order in which they went out.</summary>
    public IReadOnlyList<Letter> Of(string board) => [.. Posted.Where(l => l.Board == board)];

    public Task PostAsync(Letter letter, CancellationToken cancel)
    {
        Before?.Invoke(letter);
        if (Refuses.TryGetValue(letter.To, out var refused)) throw refused;
        Posted.Add(letter);
        After?.Invoke(letter);
        return Task.CompletedTask;
    }
}
