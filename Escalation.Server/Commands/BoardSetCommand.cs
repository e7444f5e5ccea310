using System.CommandLine;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation board set BOARD.json [--procedure FILE…] [--overwrite] [--data DIR]</c>: brings a board, or its changed settings, and publishes
/// procedures. A published version is never changed (domain O3): differences stay on the version under which they were opened. What the board office has
/// set at its pages meanwhile is not set back unless that is asked for: a closure day that went would move people's dates.
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
        var overwrite = new Option<bool>("--overwrite") { Description = "Set back what the board office has set at its pages since, to what the file says." };
        var data = DataOption.Create();
        var command = new Command("set", "Bring a board or change its settings, and publish procedures to it.") { file, procedures, overwrite, data };
        command.SetAction((line, cancel) => RunAsync(
            line, line.GetRequiredValue(file), line.GetRequiredValue(procedures), line.GetValue(overwrite), line.GetRequiredValue(data), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, string file, string[] procedures, bool overwrite, string folder, CancellationToken cancel)
    {
        var (answers, reasons) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        var said = BoardText.Read(file, reasons);
        var texts = procedures.Select(p => (File: p, Procedure: ProcedureText.Read(p, reasons))).ToList();
        if (said is null || texts.Any(t => t.Procedure is null)) return 1;

        await using var store = DataFolder.Open(folder);
        var papers = (await store.Papers.AllAsync(cancel)).Where(p => p.Board == said.Board.Id).ToDictionary(p => (p.Drawer, p.Id));
        var published = texts.Select(t => Publish(said.Board.Id, t.Procedure!, File.ReadAllText(t.File), papers, reasons)).ToList();
        if (published.Contains(null)) return 1;
        var (there, brought) = (papers.GetValueOrDefault((Drawers.Board, said.Board.Id)), papers.GetValueOrDefault((Drawers.Brought, said.Board.Id)));
        var board = said.Over(there?.As<Board>());
        var remembered = brought?.As<BoardBrought>();
        if (ProblemsOf(board, texts.Select(t => t.Procedure!), published, papers).Concat(SetBack()).ToList() is { Count: > 0 } problems)
        {
            foreach (var problem in problems) await reasons.WriteLineAsync($"{file}: {problem}");
            return 1;
        }

        List<Paper> kept =
        [
            board.ToPaper(board.Id, Drawers.Board, board.Id, there?.Edition ?? 0),
            said.Remembered(remembered, there is null).ToPaper(board.Id, Drawers.Brought, board.Id, brought?.Edition ?? 0),
            .. published.OfType<Paper>().Where(p => p.Edition == 0),
        ];
        if (!await store.Papers.ChangeAsync(kept, [], cancel)) throw new RefusedException("Somebody else is changing this board's papers just now; try again.");
        await answers.WriteLineAsync($"{board.Id}: ok");
        return 0;

        IEnumerable<string> SetBack() => there is null || overwrite ? [] : said.Against(there.As<Board>(), remembered)
            .Select(difference => $"{difference} Leave the member out to keep what is there, or say --overwrite.");
    }

    private static IEnumerable<string> ProblemsOf(
        Board board, IEnumerable<Procedure> brought, IReadOnlyList<Paper?> published, Dictionary<(string, string), Paper> papers)
    {
        var inForce = BoardRoom.NameOf(board.Procedure, board.Version);
        foreach (var problem in RetentionRule.ProblemsOf(board)) yield return problem;
        if (published.All(p => p!.Id != inForce) && !papers.ContainsKey((Drawers.Procedure, inForce)))
            yield return $"$.procedure: {inForce} has not been published to this board; add it with --procedure FILE.";
        else if (board.OverdueReport?.Stage is { } stage && !HasStage(stage, inForce, brought, papers))
            yield return $"$.overdueReport.stage: {inForce} has no stage \"{stage}\".";
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
}
