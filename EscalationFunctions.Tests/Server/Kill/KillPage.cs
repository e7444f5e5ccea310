using System.Globalization;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>Many kills, fifty to a folder, and the page that is committed.</summary>
internal static class KillPage
{
    private const int KillsPerFolder = 50;

    /// <summary>Folders at a time: most of a kill is waiting for the next process to start.</summary>
    private const int Lanes = 6;

    public static async Task<int> RunAsync(int kills, int seed)
    {
        var began = TimeProvider.System.GetTimestamp();
        var killers = Enumerable.Range(0, (kills + KillsPerFolder - 1) / KillsPerFolder).Select(round => new Killer(seed + round)).ToList();
        await Parallel.ForEachAsync(killers, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, async (killer, _) =>
        {
            await killer.RunAsync(Math.Min(KillsPerFolder, kills - KillsPerFolder * killers.IndexOf(killer)));
            foreach (var finding in killer.Findings) Console.WriteLine(finding);
            Console.WriteLine($"{killer.Kills} kills, {killer.Answered} answers, {killer.Last!.Entries} entries, {killer.Last.Notices} notices");
        });
        if (killers.Any(k => k.Findings.Count > 0)) return 1;
        await WriteAsync(kills, seed, killers, TimeProvider.System.GetElapsedTime(began).TotalMinutes);
        return 0;
    }

    private static async Task WriteAsync(int kills, int seed, List<Killer> killers, double minutes)
    {
        var (done, answered, differences) = (killers.Sum(k => k.Kills), killers.Sum(k => k.Answered), killers.Sum(k => k.Last!.Differences));
        var (entries, notices) = (killers.Sum(k => k.Last!.Entries), killers.Sum(k => k.Last!.Notices));
        await File.WriteAllTextAsync(Repository.PathTo("bench/results/kills.md"), string.Create(CultureInfo.InvariantCulture, $"""
            # A service that is killed

            Written by `dotnet run --project EscalationFunctions.Tests -- kills {kills} {seed}`; do not edit.

            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, .NET {Environment.Version}, {minutes:0} minutes on cores shared with other work. A service over a real folder
            (journal, desk, clock, post) was asked many things at once while days went by in seconds, killed (SIGKILL) at a random moment, looked
            at, and started again on what it left behind.

            | Kills | Questions answered | Differences | Entries | Notices | Findings |
            |--:|--:|--:|--:|--:|--:|
            | {done:#,0} | {answered:#,0} | {differences:#,0} | {entries:#,0} | {notices:#,0} | 0 |

            After each kill it was required of every record that what was answered is in it exactly once and what was refused is not; that nothing
            else is in it twice, also when it was asked again; that no deadline passed twice and nobody was told twice; that the chain holds; that
            length, link, due time and card are those of the record; that its notices are exactly those that its entries ask for; that each one
            noted as sent is in the folder of letters, and no letter tells of what never happened. Every fifty kills the clock was made to stand
            still: then nothing was left due and nothing unsent.

            """));
    }
}
