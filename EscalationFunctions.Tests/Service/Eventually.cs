namespace EscalationFunctions.Tests.Service;

/// <summary>Looks again and again at what another thread brings about; it is the test's own time limit that ends it.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> holds, CancellationToken cancel)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await holds()) await looks.WaitForNextTickAsync(cancel);
    }
}
