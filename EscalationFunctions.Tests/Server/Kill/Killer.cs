using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>
/// Puts questions to a service, kills it, looks at what it left behind and starts it again on the same folder. What was not answered is
/// asked again under its name, as a client would. The same seed asks the same questions; when each kill hits, the machine decides.
/// </summary>
internal sealed class Killer(int seed)
{
    /// <summary>Each of them is chased and written to for ever, and every letter is synced.</summary>
    private const int MostDifferences = 30;

    private const int MostAnswersPerLife = 60;

    private readonly Random random = new(seed);
    private readonly DateTimeOffset began = TimeProvider.System.GetUtcNow();
    private readonly Dictionary<Asked, Told> acknowledged = [];
    private readonly Dictionary<string, Asked> unanswered = [];
    private readonly List<string> differences = [];
    private int asked;
    private int raised;

    public int Kills { get; private set; }

    public int Answered => acknowledged.Count;

    public List<string> Findings { get; } = [];

    /// <summary>The last look at the folder.</summary>
    public RecordCheck? Last { get; private set; }

    public async Task RunAsync(int kills)
    {
        using var folder = new TestFolder();
        await using (var office = Open(folder)) await office.FoundBoardAsync();
        for (Kills = 1; Kills <= kills && Findings.Count == 0; Kills++)
        {
            await using (var victim = await Victim.StartAsync(folder.Path, began)) await TormentAsync(victim);
            await CheckAsync(folder, rest: null);
        }

        Kills--;
        await using var last = await Victim.StartAsync(folder.Path, began);
        foreach (var left in unanswered.Values.ToList()) await last.AskAsync(left);
        await Eventually.TrueAsync(() => Task.FromResult(last.Heard.Count >= unanswered.Count), default);
        var rest = await last.StandStillAsync();
        await KillAsync(last);
        await CheckAsync(folder, rest);
    }

    /// <summary>
    /// Questions, many at once, and in the middle of them the kill: after so many answers, for on a busy machine a time says little of how
    /// far it has come, and at any moment after.
    /// </summary>
    private async Task TormentAsync(Victim victim)
    {
        var (answers, then) = (random.Next(MostAnswersPerLife), TimeSpan.FromMilliseconds(random.Next(100)));
        foreach (var again in unanswered.Values.ToList()) await victim.AskAsync(again);
        while (victim.Heard.Count < answers) await victim.AskAsync(Next());
        await Task.Delay(then);
        await KillAsync(victim);
    }

    private async Task KillAsync(Victim victim)
    {
        await victim.KillAsync();
        foreach (var told in victim.Heard) Acknowledge(told);
    }

    private Asked Next()
    {
        var what = differences.Count == 0 ? "raise" : Asked.Kinds[random.Next(Asked.Kinds.Count)];
        if (what == "raise" && raised++ >= MostDifferences) what = differences.Count == 0 ? what : "talk";
        var next = new Asked($"k{++asked}", what, what == "raise" ? null : differences[^random.Next(1, Math.Min(differences.Count, 20) + 1)]);
        unanswered[next.Key] = next;
        return next;
    }

    private void Acknowledge(Told told)
    {
        if (!unanswered.Remove(told.Key, out var question)) return;
        acknowledged[question] = told;
        if (question.What == "raise" && told.Done) differences.Add(told.Difference);
    }

    /// <param name="rest">When the clock stood still and everything was handled; none after a kill.</param>
    private async Task CheckAsync(TestFolder folder, DateTimeOffset? rest)
    {
        await using var office = Open(folder);
        Last = new RecordCheck(office, $"seed {seed}, kill {Kills}");
        await Last.RunAsync(acknowledged, unanswered.Values);
        if (rest is { } time) await Last.RequireRestAsync(time);
        Findings.AddRange(Last.Findings);
    }

    private KillOffice Open(TestFolder folder) => new(folder.Path, new FastClock(began));
}
