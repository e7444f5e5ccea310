using System.Text.Json;
using System.Text.Json.Nodes;
using Escalation.Core.Calendar;
using FactJson = Escalation.Core.Differences.FactJson;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>A board's file as it was brought. The board office changes some members at its pages too; a file can leave those out.</summary>
/// <param name="Board">What the file says; what it leaves out is empty.</param>
/// <param name="Said">Names of the members that the file has.</param>
internal sealed record BoardText(Board Board, IReadOnlySet<string> Said)
{
    private static readonly JsonDocumentOptions NoDoubles = new() { AllowDuplicateProperties = false };

    private const string Officers = "officers", Closures = "closures", Report = "overdueReport";

    /// <summary>The file; none if it cannot be read or has a mistake, which has then been told.</summary>
    public static BoardText? Read(string file, TextWriter reasons)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file), documentOptions: NoDoubles) is not JsonObject board) throw new JsonException("It is no JSON object.");
            var said = board.Select(member => member.Key).ToHashSet();
            board.TryAdd(Officers, new JsonArray());
            board.TryAdd(Closures, new JsonArray());
            return new BoardText(board.Deserialize<Board>(FactJson.Options)!, said);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException)
        {
            reasons.WriteLine($"{file}: cannot be read: {broken.Message}");
            return null;
        }
    }

    /// <summary>The board as it is by the file: what is left out stays as it is.</summary>
    /// <param name="there">The board as it was until now; none for a new one.</param>
    public Board Over(Board? there) => there is null ? Board : Board with
    {
        Officers = Said.Contains(Officers) ? Board.Officers : there.Officers,
        Closures = Said.Contains(Closures) ? Board.Closures : there.Closures,
        OverdueReport = Said.Contains(Report) ? Board.OverdueReport : there.OverdueReport,
    };

    /// <summary>What is to be remembered of the file, so that what the office changes from now on is known for that.</summary>
    public BoardBrought Remembered(BoardBrought? before, bool isNew) => new(
        Said.Contains(Officers) || isNew ? Board.Officers : before?.Officers,
        Said.Contains(Closures) || isNew ? Board.Closures : before?.Closures,
        Said.Contains(Report) || isNew ? Board.OverdueReport ?? ReportSettings.Usual : before?.OverdueReport);

    /// <summary>What the office has set since a file was brought last, and this file has otherwise: a line each, with its place in the file.</summary>
    /// <param name="before">What was remembered then; none where nothing was, and all that is there may be the office's.</param>
    public IEnumerable<string> Against(Board there, BoardBrought? before)
    {
        if (Said.Contains(Officers) && (before?.Officers is not { } officers || OfficersOf(there.Officers, officers).Any()))
            foreach (var line in OfficersOf(there.Officers, Board.Officers)) yield return line;
        if (Said.Contains(Closures) && (before?.Closures is not { } closures || ClosuresOf(there.Closures, closures).Any()))
            foreach (var line in ClosuresOf(there.Closures, Board.Closures)) yield return line;
        if (Said.Contains(Report) && (before?.OverdueReport is not { } report || ReportOf(there.OverdueReport, report).Any()))
            foreach (var line in ReportOf(there.OverdueReport, Board.OverdueReport)) yield return line;
    }

    private static IEnumerable<string> OfficersOf(IReadOnlyList<OfficerInPost> there, IReadOnlyList<OfficerInPost> said) =>
        Differing($"$.{Officers}", there, said, o => o.Officer, o => $"{o.Officer}: {o.Reach.Name}, {o.Reach.Email}{(o.Reach.Phone is { } phone ? $", {phone}" : "")}");

    private static IEnumerable<string> ClosuresOf(IReadOnlyList<ClosureDay> there, IReadOnlyList<ClosureDay> said) =>
        Differing($"$.{Closures}", there, said, c => $"{c.Date:yyyy-MM-dd}", c => $"{c.Date:yyyy-MM-dd}: {c.Name}");

    private static IEnumerable<string> ReportOf(ReportSettings? there, ReportSettings? said) => (there ?? ReportSettings.Usual) == (said ?? ReportSettings.Usual)
        ? []
        : [Line($"$.{Report}", Written(there), Written(said))];

    // Their order says nothing: the pages keep days by date and posts as the procedure has them.
    private static IEnumerable<string> Differing<T>(string path, IReadOnlyList<T> there, IReadOnlyList<T> said, Func<T, string> key, Func<T, string> words)
    {
        foreach (var gone in there.Where(t => said.All(s => key(s) != key(t)))) yield return Line(path, words(gone), null);
        for (var i = 0; i < said.Count; i++)
        {
            var before = there.FirstOrDefault(t => key(t) == key(said[i]));
            if (!Equals(before, said[i])) yield return Line($"{path}[{i}]", before is null ? null : words(before), words(said[i]));
        }
    }

    private static string Line(string path, string? there, string? said) =>
        $"{path}: the board office has {Quoted(there)} now; the file has {Quoted(said)}.";

    private static string Quoted(string? words) => words is null ? "nothing" : $"\"{words}\"";

    private static string Written(ReportSettings? settings) => settings is null || settings == ReportSettings.Usual ? "as usual" : JsonSerializer.Serialize(settings, FactJson.Options);
}

/// <summary>What the board's file said last of what the board office changes at its pages; a member is missing where no file has said it yet.</summary>
internal sealed record BoardBrought(
    Core.ValueList<OfficerInPost>? Officers = null, Core.ValueList<ClosureDay>? Closures = null, ReportSettings? OverdueReport = null);
