using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>A service in a process of its own, from its start until it is killed.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private const int AtOnce = 16;

    private readonly Process process;
    private readonly Task reading;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DateTimeOffset> idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Told> heard = new();
    private readonly SemaphoreSlim free = new(AtOnce);

    private Victim(Process process)
    {
        this.process = process;
        reading = Task.Run(ReadAsync);
    }

    /// <summary>All that it answered, complete once it is dead.</summary>
    public IReadOnlyCollection<Told> Heard => heard;

    public static async Task<Victim> StartAsync(string folder, DateTimeOffset began)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "EscalationFunctions.Tests.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", dll, KillChild.Name, folder, began.UtcTicks.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var victim = new Victim(Process.Start(start)!);
        await victim.ready.Task;
        return victim;
    }

    /// <summary>Asks, as soon as fewer than so many questions wait for their answer.</summary>
    public async Task AskAsync(Asked asked)
    {
        await free.WaitAsync();
        await SayAsync(asked.Line);
    }

    /// <summary>Waits until it has handled and sent everything up to the time at which its clock now stands.</summary>
    /// <returns>That time.</returns>
    public async Task<DateTimeOffset> StandStillAsync()
    {
        await SayAsync(KillChild.StandStill);
        return await idle.Task;
    }

    /// <summary>Kills it as the machine would (SIGKILL): nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    private async Task SayAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line) Hear(line);
        ready.TrySetException(new InvalidOperationException("It died before it was ready."));
        idle.TrySetException(new InvalidOperationException("It died before it was idle."));
    }

    private void Hear(string line)
    {
        if (line == KillChild.Ready) ready.TrySetResult();
        else if (line.Split(' ') is [KillChild.Idle, var time])
            idle.TrySetResult(new DateTimeOffset(long.Parse(time, CultureInfo.InvariantCulture), TimeSpan.Zero));
        else if (Told.Parse(line) is { } told)
        {
            heard.Enqueue(told);
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        free.Dispose();
    }
}
