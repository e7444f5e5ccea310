using System.CommandLine;

namespace Escalation.Server.Commands;

/// <summary>The option by which commands are told where the data is.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = $"The data folder; {DataFolder.Variable} or 'escalation-data' unless said.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DataFolder.Usual,
    };
}
