using System.Diagnostics;

namespace EscalationFunctions.Tests.Server;

/// <summary>The real program once, for what only a process shows: its bytes and its exit code.</summary>
public sealed class EscalationProcessTests
{
    [Test]
    public async Task What_a_script_reads_is_UTF8_without_a_byte_order_mark_whatever_the_locale()
    {
        var (exitCode, bytes) = await Run("working-days", "list", "2026");

        Assert.That(exitCode, Is.Zero);
        Assert.That(bytes[..31], Is.EqualTo("2026-01-01\tNew Year’s Day\n202"u8.ToArray()));
    }

    [Test]
    public async Task What_is_refused_leaves_with_its_exit_code() =>
        Assert.That((await Run("working-days", "list", "1994")).ExitCode, Is.EqualTo(1));

    private static async Task<(int ExitCode, byte[] Output)> Run(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "escalation.dll"), .. args])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "en_GB.ISO-8859-1" },
        };
        using var process = Process.Start(start)!;
        using MemoryStream output = new();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray());
    }
}
