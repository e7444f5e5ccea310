using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Api.Reading;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Office;

/// <summary>
/// "Whom did we not reach?" Messages that were given up, with what went wrong; each, or all of them, can be sent again, and each marked as dealt with.
/// </summary>
internal sealed partial class UndeliveredPage(Reception reception, Outbox outbox, ILogger<UndeliveredPage> log) : OfficePage(reception)
{
    public const string DealtWith = "dealt-with";

    private const int MostListed = 100;

    public override string Title => AreDealtWith ? "Messages that could not be delivered, and were dealt with" : "Messages that could not be delivered";

    public IReadOnlyList<FailedMessage> Failed { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Whether those are shown that were dealt with.</summary>
    public bool AreDealtWith { get; private set; }

    /// <summary>What was done just now.</summary>
    public string? Done { get; private set; }

    /// <param name="show">"dealt-with", or what somebody has still to see to.</param>
    /// <param name="again">How many were sent again just now.</param>
    /// <param name="dealt">How many were marked as dealt with just now.</param>
    public async Task<IActionResult> OnGetAsync(string? format, string? show, int? again, int? dealt)
    {
        AreDealtWith = show == DealtWith;
        Done = again is { } sent ? SentAgain(sent) : dealt switch
        {
            null => null,
            0 => "It was no longer among these messages.",
            _ => "The message is marked as dealt with.",
        };
        var all = AreDealtWith
            ? await outbox.DealtWithAsync(Room.Board.Id, HttpContext.RequestAborted)
            : await outbox.DeadAsync(Room.Board.Id, HttpContext.RequestAborted);
        var isTable = format == CsvFile.Format;
        List<FailedMessage> failed = [];
        foreach (var owed in isTable ? all : all.Take(MostListed)) failed.Add(await OfAsync(owed));
        (Failed, Count) = (failed, all.Count);
        return isTable ? CsvFile.Of(AreDealtWith ? "undelivered-dealt-with" : "undelivered", FailedMessage.ToCsv(failed, AreDealtWith), Now) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? difference, string? notice, string? all)
    {
        var wanted = all is null
            ? [(Difference: difference ?? "", Notice: notice ?? "")]
            : (await outbox.DeadAsync(Room.Board.Id, HttpContext.RequestAborted)).Select(o => (o.Difference, Notice: o.Notice.Id)).ToList();
        var again = 0;
        foreach (var one in wanted.Where(w => BodyText.IsId(w.Difference)))
            if (await outbox.ResendAsync(Room.Board.Id, one.Difference, one.Notice, HttpContext.RequestAborted)) again++;
        LogResent(again, Room.Board.Id);
        return LocalRedirect($"{Home}/undelivered?again={again}");
    }

    /// <summary>"I have rung them": or it has been overtaken by what happened since.</summary>
    public async Task<IActionResult> OnPostDealtWithAsync(string? difference, string? notice)
    {
        var done = BodyText.IsId(difference ?? "")
            && await outbox.DealWithAsync(Room.Board.Id, difference!, notice ?? "", Visitor.Name, HttpContext.RequestAborted);
        if (done) LogDealtWith(difference!, Room.Board.Id);
        return LocalRedirect($"{Home}/undelivered?dealt={(done ? 1 : 0)}");
    }

    private static string SentAgain(int count) => count switch
    {
        0 => "Nothing was left to send again.",
        1 => "1 message is on its way again.",
        _ => $"{count} messages are on their way again.",
    };

    private async Task<FailedMessage> OfAsync(Owed owed)
    {
        // What was erased, or cannot be read, has no words any more.
        var message = await GivenUpLetter.OpenedAsync(owed, Reception.Desk, HttpContext.RequestAborted) is { } opened
            ? Wording.ToMessage(owed, opened, Room).Subject
            : NoticeLabels.KindOf(owed.Notice.Kind);
        return new FailedMessage(
            owed.Difference, owed.Notice.Id, NoticeLabels.ReferenceOf(owed.Notice), message, NoticeLabels.WhomOf(owed.Notice.To, Room), owed.Problem ?? "",
            DateWords.Of(owed.At));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} notices of board {Board} are sent again, as the board office asked at the pages")]
    private partial void LogResent(int count, string board);

    [LoggerMessage(Level = LogLevel.Information, Message = "A notice of difference {Difference} of board {Board} is marked as dealt with by the board office")]
    private partial void LogDealtWith(string difference, string board);
}

/// <summary>A message that reached nobody.</summary>
/// <param name="Message">Its subject.</param>
/// <param name="For">The post or place, never a name.</param>
/// <param name="When">It was given up, or dealt with.</param>
internal sealed record FailedMessage(string Difference, string Notice, string Reference, string Message, string For, string Problem, string When)
{
    public static string ToCsv(IEnumerable<FailedMessage> failed, bool areDealtWith) => Csv.Of(
        ["Reference", "Message", "For", "What went wrong", areDealtWith ? "Dealt with at" : "Given up at"], failed.Select(f => (string[])[f.Reference, f.Message, f.For, f.Problem, f.When]));
}
