using System.CommandLine;
using Escalation.Core.Calendar;
using Escalation.Server.Demo;
using Escalation.Service.Api.Admission;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Escalation.Server.Commands;

/// <summary><c>escalation serve [--data DIR] [--urls URLS] [--demo]</c>: runs until it is told to stop.</summary>
public static class ServeCommand
{
    private const string UsualUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"The data folder; {DataFolder.Variable} or 'escalation-data' unless said. With --demo, one that is thrown away.", HelpName = "DIR",
        };
        var urls = new Option<string>("--urls")
        {
            Description = $"Where it listens, parted by semicolons; {UsualUrls} unless said.", HelpName = "URLS", DefaultValueFactory = _ => UsualUrls,
        };
        var demo = new Option<bool>("--demo") { Description = "Invented boards, differences in progress, and a clock that can be moved." };
        var command = new Command("serve", "Run the service.") { data, urls, demo };
        command.SetAction((line, cancel) => line.GetValue(demo)
            ? DemoAsync(line.GetValue(data), line.GetRequiredValue(urls), line.InvocationConfiguration.Output, cancel)
            : RunAsync(line.GetValue(data) ?? DataFolder.Usual, line.GetRequiredValue(urls), line.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string urls, TextWriter says, CancellationToken cancel)
    {
        var (seal, outgoing, proxies) = ReadSettings();
        using var claim = DataFolder.Claim(folder);
        await using var store = DataFolder.Open(folder, claim);
        await using var app = EmbeddedHost.Build(store, seal, TimeProvider.System, urls, outgoing: outgoing, proxies: proxies);
        await app.StartAsync(cancel);
        await says.WriteLineAsync($"Serving {string.Join(", ", app.Urls)} from {Path.GetFullPath(folder)}. Stop it with Ctrl+C.");
        if ((await app.Services.GetRequiredService<BoardRooms>().AllAsync(cancel)).Count == 0)
            await says.WriteLineAsync("There is no board yet. Bring one with 'escalation board set BOARD.json --procedure PROCEDURE.json', its agencies with "
                + "'escalation directory import', and give a system its key with 'escalation key create'; docs/operations.md has the steps.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <exception cref="RefusedException">Something is missing or wrong; all of it is said, a line each.</exception>
    private static (Seal Seal, Outgoing Outgoing, TrustedProxies Proxies) ReadSettings()
    {
        var surroundings = new Surroundings(Environment.GetEnvironmentVariable);
        var (seal, problem) = ReadSecret();
        var (outgoing, proxies) = (OutgoingSettings.Of(surroundings), ProxySettings.Of(surroundings));
        if (seal is not null && surroundings.Problems.Count == 0) return (seal, outgoing, proxies);
        throw new RefusedException(string.Join('\n', surroundings.Problems.Prepend(problem).OfType<string>()));
    }

    private static (Seal? Seal, string? Problem) ReadSecret()
    {
        try
        {
            return (DeploymentSecret.Read(), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused.Message);
        }
    }

    private static async Task<int> DemoAsync(string? folder, string urls, TextWriter says, CancellationToken cancel)
    {
        using var throwaway = folder is null ? new ThrowawayFolder() : null;
        var at = folder ?? throwaway!.Path;
        using var claim = DataFolder.Claim(at);
        await using var store = DataFolder.Open(at, claim);
        var clock = new DemoClock(at);
        await using var app = EmbeddedHost.Build(store, DeploymentSecret.OfTheDemo, clock, urls);
        await says.WriteLineAsync("Setting the scene: two boards, their agencies, and differences in progress…");
        await SetSceneAsync(app.Services, clock, cancel);
        await app.StartAsync(cancel);
        foreach (var line in DemoWords.Of(app.Urls.First())) await says.WriteLineAsync(line);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task SetSceneAsync(IServiceProvider services, DemoClock clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rooms = services.GetRequiredService<BoardRooms>();
        if ((await rooms.AllAsync(cancel)).Count == 0)
        {
            await rooms.ChangeAsync(DemoBoards.Papers(LondonTime.DayOf(now)), [], cancel);
            await new DemoDifferences(clock, services.GetRequiredService<DemoTime>(), services.GetRequiredService<DifferenceDesk>()).HappenAsync(now, cancel);
        }

        await services.GetRequiredService<DemoKeys>().MakeAsync(cancel);
    }

    private sealed class ThrowawayFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("escalation-demo-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
