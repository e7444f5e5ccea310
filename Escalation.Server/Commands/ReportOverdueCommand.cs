using System.CommandLine;
using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Reports;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation report overdue [--data DIR] [--board ID] [--agency ID] [--from DATE --to DATE] [--format text|json|csv|html]</c>: "What waits, for
/// whom, since when?" As it is now; the days limit what is listed as due and as taken further by the clock.
/// </summary>
public static class ReportOverdueCommand
{
    public static Command Create()
    {
        var (data, board) = (DataOption.Create(), BoardPapers.BoardOption());
        var agency = new Option<string?>("--agency") { Description = "Only the part of this agency.", HelpName = "ID" };
        var from = DayOption(
            "--from", "The first day of what is listed as due and as taken further by the clock; today, and since the last report, unless said.");
        var to = DayOption("--to", "The last day; the first one or today, whichever is later, unless said.");
        var format = new Option<string>("--format") { Description = "How it is written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "csv", "html");
        var command = new Command("overdue", "Print what waits past its time, what is due, and what keeps people from being reached.")
        {
            data, board, agency, from, to, format,
        };
        command.SetAction((line, cancel) => RunAsync(
            new Asked(
                line.GetValue(board), line.GetValue(agency), line.GetValue(from), line.GetValue(to),
                Enum.Parse<ReportFormat>(line.GetRequiredValue(format), ignoreCase: true)),
            line.GetRequiredValue(data), line.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Asked asked, string folder, InvocationConfiguration said, CancellationToken cancel)
    {
        await using var store = DataFolder.OpenExisting(folder);
        using var rooms = new BoardRooms(store.Papers, TimeProvider.System);
        if (await BoardPapers.BoardAsync(rooms, asked.Board, _ => true, "is there", said.Error, cancel) is not { } board) return 1;
        var room = await rooms.OfAsync(board, cancel);
        if (asked.Agency is { } agency && room.FindAgency(agency) is null) throw new RefusedException($"Board \"{board}\" has no agency \"{agency}\".");
        var report = await new OverdueLookup(store.Journal).LookAsync(room, asked.Agency, WindowOf(asked, room), cancel);
        await said.Output.WriteAsync(OverdueText.Write(report, room, asked.Format));
        return 0;
    }

    private static ReportWindow WindowOf(Asked asked, BoardRoom room)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = LondonTime.DayOf(now);
        if (asked is { From: null, To: null }) return ReportWindow.Today(now, ReportTimes.Of(room).BeforeToday(now));
        var first = asked.From ?? (asked.To < today ? asked.To.Value : today);
        var last = asked.To ?? (first > today ? first : today);
        return last < first ? throw new RefusedException("--to lies before --from.") : ReportWindow.Between(now, first, last);
    }

    private static Option<DateOnly?> DayOption(string name, string meaning) => new(name)
    {
        Description = meaning,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name}: '{result.Tokens[0].Value}' is no date such as 2026-04-02.");
            return null;
        },
    };

    private sealed record Asked(string? Board, string? Agency, DateOnly? From, DateOnly? To, ReportFormat Format);
}
