using System.CommandLine;

namespace Escalation.Server.Commands;

/// <summary><c>escalation report …</c>: a file for each report, and each report a line here.</summary>
public static class ReportCommand
{
    private static readonly Func<Command>[] Reports = [() => ReportMonitoringCommand.Create(TimeProvider.System), ReportOverdueCommand.Create];

    public static Command Create()
    {
        var command = new Command("report", "What waits, and how the procedure works; also while the service runs.");
        foreach (var report in Reports) command.Add(report());
        return command;
    }
}
