using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Api.Reading;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Office;

/// <summary>"Whom did we not reach?" Messages that were given up, with what went wrong; each, or all of them, can be sent again.</summary>
internal sealed partial class UndeliveredPage(Reception reception, Outbox outbox, ILogger<UndeliveredPage> log) : OfficePage(reception)
{
    private const int MostListed = 100;

    public override string Title => "Messages that could not be delivered";

    public IReadOnlyList<FailedMessage> Failed { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>What was done just now.</summary>
    public string? SentAgain { get; private set; }

    /// <param name="again">How many were sent again just now.</param>
    public async Task<IActionResult> OnGetAsync(string? format, int? again)
    {
        SentAgain = again switch
        {
            null => null,
            0 => "Nothing was left to send again.",
            1 => "1 message is on its way again.",
            _ => $"{again} messages are on their way again.",
        };
        var dead = await outbox.DeadAsync(Room.Board.Id, int.MaxValue, HttpContext.RequestAborted);
        var isTable = format == CsvFile.Format;
        List<FailedMessage> failed = [];
        foreach (var owed in isTable ? dead : dead.Take(MostListed)) failed.Add(await OfAsync(owed));
        (Failed, Count) = (failed, dead.Count);
        return isTable ? CsvFile.Of("undelivered", FailedMessage.ToCsv(failed), Now) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? difference, string? notice, string? all)
    {
        var wanted = all is null
            ? [(Difference: difference ?? "", Notice: notice ?? "")]
            : (await outbox.DeadAsync(Room.Board.Id, int.MaxValue, HttpContext.RequestAborted)).Select(o => (o.Difference, Notice: o.Notice.Id)).ToList();
        var again = 0;
        foreach (var one in wanted.Where(w => BodyText.IsId(w.Difference)))
            if (await outbox.ResendAsync(Room.Board.Id, one.Difference, one.Notice, HttpContext.RequestAborted)) again++;
        LogResent(again, Room.Board.Id);
        return LocalRedirect($"{Home}/undelivered?again={again}");
    }

    private async Task<FailedMessage> OfAsync(Owed owed)
    {
        // What was erased, or cannot be read, has no words any more.
        var message = await GivenUpLetter.OpenedAsync(owed, Reception.Desk, HttpContext.RequestAborted) is { } opened
            ? Wording.ToMessage(owed, opened, Room).Subject
            : OverdueRow.KindOf(owed.Notice.Kind);
        return new FailedMessage(
            owed.Difference, owed.Notice.Id, OverdueRow.ReferenceOf(owed.Notice), message, OverdueRow.WhomOf(owed.Notice.To, Room), owed.Problem ?? "",
            DateWords.Of(owed.At));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} notices of board {Board} are sent again, as the board office asked at the pages")]
    private partial void LogResent(int count, string board);
}

/// <summary>A message that reached nobody.</summary>
/// <param name="Message">Its subject.</param>
/// <param name="For">The post or place, never a name.</param>
internal sealed record FailedMessage(string Difference, string Notice, string Reference, string Message, string For, string Problem, string When)
{
    public static string ToCsv(IEnumerable<FailedMessage> failed) => Csv.Of(
        ["Reference", "Message", "For", "What went wrong", "Given up at"], failed.Select(f => (string[])[f.Reference, f.Message, f.For, f.Problem, f.When]));
}
