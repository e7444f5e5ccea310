using System.CommandLine;
using System.Globalization;
using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;
using Escalation.Server.Counting;
using Escalation.Service.Boards;
using Escalation.Service.Figures;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation report monitoring [--data DIR] [--from DATE --to DATE] [--format text|json|csv|html] [--smallest N] [--board ID]</c>:
/// "How does our procedure work?" Also while the service runs. Without a board, all boards one after the other: in JSON a list where there
/// are several. Without days, what each board's procedure reports by.
/// </summary>
public static class ReportMonitoringCommand
{
    private static readonly Dictionary<string, Func<IReadOnlyList<MonitoringFigures>, string>> Formats = new()
    {
        ["text"] = boards => string.Join('\n', boards.Select(FiguresText.Of)),
        ["json"] = boards => FiguresJson.Of(boards) + '\n',
        ["csv"] = boards => FiguresCsv.Of(boards),
        ["html"] = boards => FiguresHtml.Of(boards),
    };

    public static Command Create(TimeProvider clock)
    {
        var (data, board) = (DataOption.Create(), BoardPapers.BoardOption());
        var (from, to) = (DayOption("--from", "The first day."), DayOption("--to", "The last day, included."));
        var format = new Option<string>("--format") { Description = "How it is written.", HelpName = string.Join('|', Formats.Keys), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var smallest = new Option<int>("--smallest") { Description = $"Leave out numbers above zero and below this, {FiguresAsked.MostSmallest} at most; 0 leaves out none.", HelpName = "N" };
        var command = new Command("monitoring", "Print monitoring figures, of the last quarter unless days are given.") { data, from, to, format, smallest, board };
        command.Validators.Add(line =>
        {
            var (first, last) = (line.GetValue(from), line.GetValue(to));
            if (first is null != last is null) line.AddError("Give both --from and --to, or neither.");
            else if (Day(last) < Day(first)) line.AddError("--to lies before --from.");
            if (line.GetValue(smallest) is < 0 or > FiguresAsked.MostSmallest) line.AddError($"--smallest is a number from 0 to {FiguresAsked.MostSmallest}.");
        });
        command.SetAction((line, cancel) => RunAsync(
            line, line.GetRequiredValue(data), line.GetValue(board),
            Day(line.GetValue(from)) is { } first && Day(line.GetValue(to)) is { } last ? new Period(first, last) : null,
            line.GetValue(smallest), Formats[line.GetRequiredValue(format)], clock, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult line, string folder, string? named, Period? period, int smallest, Func<IReadOnlyList<MonitoringFigures>, string> write, TimeProvider clock,
        CancellationToken cancel)
    {
        await using var store = DataFolder.OpenExisting(folder);
        using var rooms = new BoardRooms(store.Papers, clock);
        var all = (await rooms.AllAsync(cancel)).OrderBy(r => r.Board.Id, StringComparer.Ordinal).ToList();
        var wanted = all.Where(r => named is null || r.Board.Id == named).ToList();
        if (wanted.Count == 0)
        {
            await line.InvocationConfiguration.Error.WriteLineAsync(
                all.Count == 0 ? "There is no board yet." : $"There is no board \"{named}\". There are: {string.Join(", ", all.Select(r => r.Board.Id))}.");
            return 1;
        }

        // A report that says that it is too low would be of no use; what is left to count is counted first.
        foreach (var (difference, problem) in await FirstCount.AllAsync(store.Journal, rooms, cancel))
            await line.InvocationConfiguration.Error.WriteLineAsync($"Difference {difference} cannot be counted ({problem}).");
        var book = new FigureBook(store.Journal, rooms);
        var figures = new List<MonitoringFigures>();
        foreach (var room in wanted)
            figures.Add(await book.OfAsync(room.Board.Id, new FiguresAsked(period ?? FigureBook.UsualPeriod(room, clock.GetUtcNow()), smallest), cancel));
        await line.InvocationConfiguration.Output.WriteAsync(write(figures));
        return 0;
    }

    private static Option<string?> DayOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(given =>
        {
            if (given.GetValue(option) is { } text && Day(text) is null) given.AddError($"{name} is a day as yyyy-MM-dd, not '{text}'.");
        });
        return option;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
