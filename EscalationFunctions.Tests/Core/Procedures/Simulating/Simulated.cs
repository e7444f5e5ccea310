using System.Runtime.CompilerServices;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Simulating;
using EscalationFunctions.Tests.Core.Differences;

namespace EscalationFunctions.Tests.Core.Procedures.Simulating;

/// <summary>Procedure files of the repository, simulated from a local time.</summary>
internal static class Simulated
{
    public const string SouthGloucestershire = "procedures/south-gloucestershire-sab.v2021-06.json", Somerset = "procedures/somerset-sab.v1.json";

    private const string OtherBoardsFolder = "EscalationFunctions.Tests/Core/Procedures/other-boards";

    public static string OtherBoard(string name) => Path.GetRelativePath(Root(), Directory.GetFiles(Path.Combine(Root(), OtherBoardsFolder), $"{name}*").Single());

    public static IEnumerable<string> EveryFile() =>
        Directory.GetFiles(Path.Combine(Root(), OtherBoardsFolder)).Select(f => Path.GetRelativePath(Root(), f)).Order().Append(SouthGloucestershire).Append(Somerset);

    public static ValueList<SimulationEntry> Run(string file, string outset) => Run(Procedure(file), outset);

    public static ValueList<SimulationEntry> Run(Procedure procedure, string outset) => Simulation.Run(procedure, Story.Instant(outset), Days(procedure));

    public static string Text(string file, string outset) => SimulationText.Text(Procedure(file), Story.Instant(outset), Days(Procedure(file)));

    public static Procedure Procedure(string file) => ((Reading.Sound)ProcedureFile.Read(File.ReadAllText(PathOf(file)))).Procedure;

    public static string PathOf(string file) => Path.Combine(Root(), file);

    /// <summary>Ids of the stages in the order in which they begin.</summary>
    public static string Stages(this IEnumerable<SimulationEntry> entries) =>
        string.Join(' ', entries.Where(e => e.Event == "stage-entered").Select(e => e.Stage));

    private static WorkingDays Days(Procedure procedure) => new(procedure.WorkingTime.NationOf());

    private static string Root([CallerFilePath] string here = "") => Enumerable.Range(0, 5).Aggregate(here, (path, _) => Path.GetDirectoryName(path)!);
}
