using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Overview;

/// <summary>How a point of the timeline is drawn. The words beside it say the same.</summary>
internal enum Mark { Done, Late, Now, ToCome, PassedOver }

/// <summary>A stage on the timeline.</summary>
/// <param name="State">What it is, in a word or two.</param>
internal sealed record TimelineStage(string Title, Mark Mark, string State, IReadOnlyList<string> Sentences, IReadOnlyList<TimelinePromise> Promises);

/// <summary>A deadline on it.</summary>
internal sealed record TimelinePromise(Mark Mark, string Text);

/// <summary>The stages of one difference: those it went through, the present one, and those that may come.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineStage> Of(Standpoint at)
    {
        var visits = Course.Of(at.Entries).Visits;
        if (visits.Count == 0) return [];
        List<TimelineStage> stages = [];
        var before = -1;
        foreach (var visit in visits)
        {
            var rank = at.Procedure.RankOf(visit.Stage);
            stages.AddRange(at.Procedure.Stages.Take(Math.Max(rank, 0)).Skip(before + 1).Where(s => visits.All(v => v.Stage != s.Id)).Select(PassedOver));
            stages.Add(Seen(visit, visit == visits[^1], at));
            before = Math.Max(before, rank);
        }

        return [.. stages, .. at.IsOpen ? at.Procedure.Stages.Skip(before + 1).Select(s => ToCome(s, at)) : []];
    }

    /// <summary>The promises over the whole procedure.</summary>
    public static IReadOnlyList<TimelinePromise> Caps(Standpoint at) => [.. Course.Of(at.Entries).Caps.Select(cap => PromiseWords.Of(cap, isOver: !at.IsOpen))];

    private static TimelineStage Seen(Visit visit, bool isLast, Standpoint at)
    {
        var isNow = isLast && at.IsOpen;
        var promises = visit.Promises.Values.Select(p => PromiseWords.Of(p, isOver: !isNow)).ToList();
        var title = at.TitleOf(visit.Stage);
        if (isNow) return new(title, Mark.Now, at.Standing.Settlement is null ? "Now" : "Settled here", [$"Since {DateWords.Of(visit.Entered)}."], promises);
        if (isLast && at.Opened.State is Difference.Ended ended)
            return new(title, Mark.Done, "Ended here", [$"From {DateWords.Of(visit.Entered)}.", NextWords.HowItEnded(ended)], promises);
        var how = visit.Left?.ByTheClock == true ? "Its time ended, so it moved on automatically." : "Somebody took it further.";
        return new(title, Mark.Done, "Passed", [$"From {DateWords.Of(visit.Entered)} to {DateWords.Of(visit.Left!.At)}. {how}"], promises);
    }

    private static TimelineStage PassedOver(Stage stage) => new(TitleOf(stage), Mark.PassedOver, "Not used", [], []);

    private static TimelineStage ToCome(Stage stage, Standpoint at)
    {
        string[] sentences = stage.Optional ? ["People can choose this stage. It does not come here automatically."]
            : GoesByItself(at) is var (to, due) && to == stage.Id ? [$"If it is not settled first, it comes here automatically at {DateWords.Of(due)}."]
            : [];
        return new(TitleOf(stage), Mark.ToCome, "To come", sentences, []);
    }

    /// <summary>Where the clock takes it, and when, if nothing happens.</summary>
    private static (string To, DateTimeOffset At)? GoesByItself(Standpoint at) =>
        at.Standing.PendingAtStage.Where(d => d.Set.OnExpiry == OnExpiry.Escalate).Min(d => d.DueAt) is { } due && at.Procedure.ClockGoesTo(at.Stage) is { } next
            ? (next, due)
            : null;

    private static string TitleOf(Stage stage) => $"Stage {stage.Id}: {stage.Title}";
}

/// <summary>A promise on the timeline, in words.</summary>
internal static class PromiseWords
{
    /// <param name="isOver">Whether what it belongs to is over: then it is no longer waited for.</param>
    public static TimelinePromise Of(Promise promise, bool isOver)
    {
        var (title, due) = (Sentences.Capital(promise.Title), promise.DueAt is { } at ? $"by {DateWords.Of(at)}" : "without delay");
        return promise switch
        {
            { Status: DeadlineStatus.Met, WasLate: true } => new(Mark.Done, $"{title}: done at {DateWords.Of(promise.KeptAt!.Value)}. It was asked {due}."),
            { Status: DeadlineStatus.Met } => new(Mark.Done, $"{title}: done at {DateWords.Of(promise.KeptAt!.Value)}{(promise.DueAt is null ? "" : $", in time ({due})")}."),
            { Status: DeadlineStatus.Passed } when isOver => new(Mark.Late, $"{title}: the time for it ended at {DateWords.Of(promise.DueAt!.Value)}."),
            { Status: DeadlineStatus.Passed } => new(Mark.Late, $"{title}: the time for it ended at {DateWords.Of(promise.DueAt!.Value)}. It is still needed."),
            { Status: DeadlineStatus.Dropped } => new(Mark.PassedOver, $"{title}: no longer asked."),
            _ when isOver => new(Mark.PassedOver, $"{title}: it was asked {due}, and no longer is."),
            _ => new(Mark.ToCome, $"{title}: {due}."),
        };
    }
}
