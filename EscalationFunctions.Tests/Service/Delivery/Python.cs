using System.Diagnostics;
using System.Text;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>
/// Programs that others wrote, which take and read our letters as a mail server and a mail program do: what only we can read proves nothing.
/// Without them the tests fail and say what to install.
/// </summary>
internal static class Python
{
    // The system's own, for there its packages are; another that stands before it in the path does not have them.
    private static readonly string Program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public static Process Start(string script, params string[] arguments)
    {
        var path = Repository.PathTo($"EscalationFunctions.Tests/Service/Delivery/{script}");
        return Process.Start(new ProcessStartInfo(Program, [path, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    /// <summary>What a script says about a text.</summary>
    public static async Task<string> SaysAsync(string script, string about, CancellationToken cancel)
    {
        using var process = Start(script);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(about), cancel);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(cancel);
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.That(process.ExitCode, Is.Zero, $"{await error}\n{Missing}");
        return said;
    }

    public const string Missing = "If a module is missing: apt-get install python3-aiosmtpd python3-icalendar";
}
