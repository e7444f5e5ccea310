namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>A handful of kills. A thousand: <c>dotnet run --project EscalationFunctions.Tests -- kills 1000</c>.</summary>
[Category("Kill")]
public class KillTests
{
    [TestCase(1)]
    public async Task What_was_answered_survives_a_kill_and_nothing_happens_twice(int seed)
    {
        var killer = new Killer(seed);
        await killer.RunAsync(kills: 5);
        Assert.That(killer.Findings, Is.Empty);
        Assert.That(killer.Answered, Is.Positive);
        Assert.That(killer.Last!.Notices, Is.Positive);
    }
}
