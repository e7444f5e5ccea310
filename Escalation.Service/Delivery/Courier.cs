using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Delivery;

/// <summary>
/// Takes one notice to its recipient and notes what became of it. What is noted comes last: a notice can go out twice, never not at all.
/// </summary>
internal sealed partial class Courier(
    IJournal journal, DifferenceDesk desk, BoardRooms rooms, IPostbox postbox, TimeProvider clock, DeliveryPace pace, LinkOfLetter? links, GivenUp givenUp,
    ILogger log)
{
    private readonly Metronome metronome = new(pace.PerSecond, clock);

    /// <exception cref="JournalUnavailableException">It may or may not have gone out; it is still owed.</exception>
    public async Task DeliverAsync(Owed owed, CancellationToken cancel)
    {
        using var span = Telemetry.Span("deliver", owed.Difference);
        Desk.Delivery became;
        try
        {
            became = await TryAsync(owed, cancel);
        }
        catch (NotPostedException refused)
        {
            became = Failed(owed, refused.Message, refused.ForGood);
        }
#pragma warning disable CA1031 // Whatever is wrong with this notice is noted with it, and the post goes on with the others.
        catch (Exception problem) when (problem is not JournalUnavailableException && !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // The kind of problem and not its message, which can quote what is personal.
            became = Failed(owed, $"It could not be sent ({problem.GetType().Name}).", forGood: false);
        }

        await journal.NoteAsync([became], cancel);
        Count(became);
        span?.SetTag("escalation.notice", owed.Notice.Id).SetTag("escalation.kind", KebabCase.Of(owed.Notice.Kind)).SetTag("escalation.became", KebabCase.Of(became.State));
    }

    private async Task<Desk.Delivery> TryAsync(Owed owed, CancellationToken cancel)
    {
        if (await desk.OpenAsync(owed.Difference, cancel) is not { } opened) return Dead(owed, GivenUp.Gone);
        if (opened.Head.Key is null) return Dead(owed, GivenUp.Erased);
        var room = await rooms.OfAsync(owed.Board, cancel);
        var addressee = Addressee.Of(owed.Notice.To, opened, room, clock.GetUtcNow());
        if (addressee.Email is null) return Dead(owed, $"There is no address for {addressee.InPlaceOf}, nor for the board office.");
        var siblings = await SiblingsAsync(owed, cancel);
        if (HasItAlready(addressee, siblings, opened, room)) return await SentAsync(owed, addressee, opened, cancel);
        var message = Wording.ToMessage(owed, opened, room);
        if (await HeldUntilAsync(owed, message.Urgent, opened, room, cancel) is { } opening) return Held(owed, opening);
        await metronome.NextAsync(cancel);
        // Who stands by the worker is theirs to tell.
        var others = siblings.Select(o => o.Notice.To).Where(to => to is not Recipient.Supporter);
        var alsoTold = others.Select(to => Addressee.Titled(to, opened, room)).Distinct().ToList();
        var link = links is null ? null : await links(owed, addressee, opened, cancel);
        await postbox.PostAsync(Wording.ToLetter(owed, message, addressee, opened, room, clock.GetUtcNow(), link, alsoTold), cancel);
        return await SentAsync(owed, addressee, opened, cancel);
    }

    /// <summary>The notices of the same to others.</summary>
    private async Task<IReadOnlyList<Owed>> SiblingsAsync(Owed owed, CancellationToken cancel) =>
    [
        .. (await journal.NoticesOfAsync(owed.Difference, owed.Notice.Entry, cancel))
            .Where(o => o.Notice.Kind == owed.Notice.Kind && o.Notice.Id != owed.Notice.Id),
    ];

    // Most who raise a difference are their agency's contact as well. What they were asked in their post they are not told again as the worker.
    private bool HasItAlready(Addressee addressee, IReadOnlyList<Owed> siblings, Opened opened, BoardRoom room) =>
        addressee is { InPlaceOf: null, To: Recipient.TheRaiser or Recipient.Supporter }
        && siblings.Any(o => o is { State: DeliveryState.Sent, Notice.To: Recipient.Rung or Recipient.Officer }
            && Addressee.Of(o.Notice.To, opened, room, clock.GetUtcNow()) is { InPlaceOf: null } post
            && string.Equals(post.Email, addressee.Email, StringComparison.OrdinalIgnoreCase));

    private async Task<Desk.Delivery> SentAsync(Owed owed, Addressee addressee, Opened opened, CancellationToken cancel)
    {
        // Before it is noted as sent: after a crash in between it goes out again and is reported then.
        if (addressee.InPlaceOf is null && ToldBy(owed.Notice, opened.Standing) is { } told) await ReportAsync(owed.Difference, told, cancel);
        return new Desk.Delivery(owed.Difference, owed.Notice.Id, DeliveryState.Sent, owed.Attempts + 1, clock.GetUtcNow());
    }

    /// <summary>When it goes out, if it can wait. What has been tried before does not wait again.</summary>
    private async ValueTask<DateTimeOffset?> HeldUntilAsync(Owed owed, bool urgent, Opened opened, BoardRoom room, CancellationToken cancel)
    {
        if (pace.Hours is not { } hours || owed.Attempts > 0) return null;
        var (now, days) = (clock.GetUtcNow(), new WorkingDays(opened.Terms.Procedure.WorkingTime.NationOf(), room.Board.Closures));
        if (hours.AreOpen(now, days)) return null;
        // Not only its own: whoever could still settle it has to hear of every step while there is time.
        var nearest = opened.Standing.Pending.Select(d => d.DueAt).Append(owed.Notice.DueAt).Where(due => due > now).Min();
        var until = hours.HeldUntil(now, days, urgent, nearest);
        // What could wait an hour ago cannot where the risk has become immediate or a date was brought forward: it is looked at again.
        if (until is null) await LetGoAsync(owed, now, cancel);
        return until;
    }

    private async Task LetGoAsync(Owed owed, DateTimeOffset now, CancellationToken cancel)
    {
        var held = (await journal.NoticesOfAsync(owed.Difference, cancel))
            .Where(o => o is { State: DeliveryState.Waiting, Attempts: 0 } && o.At > now && o.Notice.Id != owed.Notice.Id).ToList();
        if (held.Count > 0) await journal.NoteAsync([.. held.Select(o => Held(o, now))], cancel);
    }

    /// <summary>Who has now been told the outcome, as the rules name them; none if the notice is not about that.</summary>
    private static string? ToldBy(Notice notice, Standing s) => (notice.Kind, notice.To) switch
    {
        (NoticeKind.Outcome, Recipient.TheRaiser) => "raiser",
        (NoticeKind.Outcome, Recipient.Rung rung) when s.PartyOf(rung.Agency) is not null => rung.Agency,
        _ => null,
    };

    // A refusal says that nobody waits for it any more: it was opened again, or has ended otherwise.
    private Task<Reply> ReportAsync(string difference, string told, CancellationToken cancel) =>
        desk.AskAsync(new Question(difference, Actor.Post, new Command.ConfirmTold([told])), cancel);

    // No try, and nothing went wrong: it begins anew when the hour has come, also after a restart.
    private static Desk.Delivery Held(Owed owed, DateTimeOffset until) => new(owed.Difference, owed.Notice.Id, DeliveryState.Waiting, owed.Attempts, until);

    private Desk.Delivery Failed(Owed owed, string why, bool forGood)
    {
        var attempts = owed.Attempts + 1;
        DeliveryMeters.Failed.Add(1);
        if (forGood) return Dead(owed, why);
        if (attempts >= pace.MostAttempts) return Dead(owed, $"Given up after {attempts} tries: {why}");
        return new Desk.Delivery(owed.Difference, owed.Notice.Id, DeliveryState.Waiting, attempts, clock.GetUtcNow() + pace.Retry.After(attempts), why);
    }

    private Desk.Delivery Dead(Owed owed, string why) =>
        new(owed.Difference, owed.Notice.Id, DeliveryState.Dead, owed.Attempts + 1, clock.GetUtcNow(), why);

    private void Count(Desk.Delivery became)
    {
        if (became.State == DeliveryState.Sent) DeliveryMeters.Sent.Add(1);
        if (became is { State: DeliveryState.Waiting, Problem: { } problem }) LogFailed(became.Notice, became.Attempts, problem);
        if (became.State != DeliveryState.Dead) return;
        DeliveryMeters.Dead.Add(1);
        LogDead(became.Notice, became.Problem!);
        givenUp.LookAgain();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} was not sent, try {Attempt}: {Problem}")]
    private partial void LogFailed(string notice, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notice {Notice} is given up: {Problem}")]
    private partial void LogDead(string notice, string problem);
}
