using System.CommandLine;
using System.Text.Json;
using FactJson = Escalation.Core.Differences.FactJson;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation board set BOARD.json [--procedure FILE…] [--data DIR]</c>: brings a board, or its changed settings, and publishes
/// procedures. A published version is never changed (domain O3): differences stay on the version under which they were opened.
/// </summary>
public static class BoardSetCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("BOARD.json") { Description = "The board: id, name, procedure in force, office, officers, closure days." };
        var procedures = new Option<string[]>("--procedure")
        {
            Description = "A procedure file to publish to the board; can stand more than once.", HelpName = "FILE", DefaultValueFactory = _ => [],
        };
        var data = DataOption.Create();
        var command = new Command("set", "Bring a board or change its settings, and publish procedures to it.") { file, procedures, data };
        command.SetAction((line, cancel) => RunAsync(line, line.GetRequiredValue(file), line.GetRequiredValue(procedures), line.GetRequiredValue(data), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, string file, string[] procedures, string folder, CancellationToken cancel)
    {
        var (answers, reasons) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var board = Read(file, reasons);
        var texts = procedures.Select(p => (File: p, Procedure: ProcedureText.Read(p, reasons))).ToList();
        if (board is null || texts.Any(t => t.Procedure is null)) return 1;

        await using var store = DataFolder.Open(folder);
        var papers = (await store.Papers.AllAsync(cancel)).Where(p => p.Board == board.Id).ToDictionary(p => (p.Drawer, p.Id));
        var published = texts.Select(t => Publish(board.Id, t.Procedure!, File.ReadAllText(t.File), papers, reasons)).ToList();
        if (published.Contains(null)) return 1;
        var inForce = BoardRoom.NameOf(board.Procedure, board.Version);
        if (published.All(p => p!.Id != inForce) && !papers.ContainsKey((Drawers.Procedure, inForce)))
        {
            await reasons.WriteLineAsync($"{file}: $.procedure: {inForce} has not been published to this board; add it with --procedure FILE.");
            return 1;
        }

        var rules = RetentionRule.ProblemsOf(board).ToList();
        foreach (var problem in rules) await reasons.WriteLineAsync($"{file}: {problem}");
        if (rules.Count > 0) return 1;

        if (board.OverdueReport?.Stage is { } stage && !HasStage(stage, inForce, texts.Select(t => t.Procedure!), papers))
        {
            await reasons.WriteLineAsync($"{file}: $.overdueReport.stage: {inForce} has no stage \"{stage}\".");
            return 1;
        }

        var edition = papers.GetValueOrDefault((Drawers.Board, board.Id))?.Edition ?? 0;
        List<Paper> kept = [board.ToPaper(board.Id, Drawers.Board, board.Id, edition), .. published.OfType<Paper>().Where(p => p.Edition == 0)];
        if (!await store.Papers.ChangeAsync(kept, [], cancel)) throw new RefusedException("Somebody else is changing this board's papers just now; try again.");
        await answers.WriteLineAsync($"{board.Id}: ok");
        return 0;
    }

    private static bool HasStage(string stage, string inForce, IEnumerable<Procedure> brought, Dictionary<(string, string), Paper> papers)
    {
        var procedure = brought.FirstOrDefault(p => BoardRoom.NameOf(p.Id, p.Version) == inForce)
            ?? (ProcedureFile.Read(papers[(Drawers.Procedure, inForce)].Text) as Reading.Sound)?.Procedure;
        return procedure?.FindStage(stage) is not null;
    }

    /// <summary>The paper to keep, with edition 0 if it is new; none, and the reason told, if another text was published under this version.</summary>
    private static Paper? Publish(string board, Procedure procedure, string text, Dictionary<(string, string), Paper> papers, TextWriter reasons)
    {
        var name = BoardRoom.NameOf(procedure.Id, procedure.Version);
        if (!papers.TryGetValue((Drawers.Procedure, name), out var there)) return new Paper(board, Drawers.Procedure, name, 0, text);
        if (there.Text == text) return there;
        reasons.WriteLine($"{name}: was published to this board with other words. A published version is never changed: give the new one another version.");
        return null;
    }

    private static Board? Read(string file, TextWriter reasons)
    {
        try
        {
            return JsonSerializer.Deserialize<Board>(File.ReadAllText(file), FactJson.Options);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException)
        {
            reasons.WriteLine($"{file}: cannot be read: {broken.Message}");
            return null;
        }
    }
}
