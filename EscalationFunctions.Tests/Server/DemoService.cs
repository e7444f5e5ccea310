using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace EscalationFunctions.Tests.Server;

/// <summary><c>escalation serve --demo</c> as a newcomer starts it, on a port of its own, until it is thrown away.</summary>
internal sealed partial class DemoService : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task<int> running;

    private DemoService(Task<int> running, CancellationTokenSource stop, string url) => (this.running, this.stop, Url) = (running, stop, url);

    public string Url { get; }

    public HttpClient Client => new() { BaseAddress = new Uri(Url) };

    public static async Task<DemoService> StartAsync(params string[] more)
    {
        var stop = new CancellationTokenSource();
        using var says = new Lines();
        var running = Task.Run(() => Escalation.Server.Program.RunAsync(["serve", "--demo", "--urls", "http://127.0.0.1:0", .. more], says, says, stop.Token));
        await foreach (var line in says.AllAsync(running))
            if (Ready().Match(line) is { Success: true } ready) return new DemoService(running, stop, ready.Groups[1].Value);
        throw new InvalidOperationException($"It stopped with {await running}.");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    [GeneratedRegex(@"Ready at (http://\S+?)\. ")]
    private static partial Regex Ready();

    /// <summary>What a command says, line by line as it says it.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

        public override Task WriteLineAsync(string? value)
        {
            lines.Writer.TryWrite(value ?? "");
            return Task.CompletedTask;
        }

        public async IAsyncEnumerable<string> AllAsync(Task until)
        {
            _ = until.ContinueWith(_ => lines.Writer.TryComplete(), TaskScheduler.Default);
            await foreach (var line in lines.Reader.ReadAllAsync()) yield return line;
        }
    }
}
