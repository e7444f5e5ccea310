using Escalation.Core.Differences;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Microsoft.Azure.Functions.Worker;

namespace EscalationFunctions.Orchestrations;

/// <summary>What an orchestration has done for it. Each can be done twice.</summary>
public sealed class DifferenceActivities(IJournal journal, DifferenceDesk desk, DifferencePost post, TimeProvider clock)
{
    public const string Look = "Look", LetTimePass = "LetTimePass", Send = "Send";

    private const string Office = "board-office";

    [Function(Look)]
    public async Task<Outlook> LookAsync([ActivityTrigger] string id, CancellationToken cancel)
    {
        if (await journal.FindHeadAsync(id, cancel) is not { } head) return new Outlook(0, Step.Nothing, TimeSpan.Zero, new Standing("", [], null));
        var waiting = (await journal.NoticesOfAsync(id, cancel)).Where(n => n.State == DeliveryState.Waiting).Select(n => (DateTimeOffset?)n.At);
        var (next, wait) = NextOf(head.Due, waiting.Min(), clock.GetUtcNow());
        var holders = head.Card.WaitingFor.Select(w => w.Agency ?? Office).Distinct();
        return new Outlook(head.Length, next, wait, new Standing(head.Card.Stage, [.. holders], head.Card.Due));
    }

    [Function(LetTimePass)]
    public async Task LetTimePassAsync([ActivityTrigger] string id, CancellationToken cancel)
    {
        var reply = await desk.AskAsync(new Question(id, Actor.Clock, new Command.LetTimePass()), cancel);
        // Asked again and again it would turn in circles without end; so it fails, is tried again ever less often, and is seen.
        if (reply is not Reply.Done done || done.Opened.State.NextDueAt <= clock.GetUtcNow())
            throw new InvalidOperationException($"Difference {id} stays due.");
    }

    [Function(Send)]
    public Task SendAsync([ActivityTrigger] string id, CancellationToken cancel) => post.SendAsync(id, cancel);

    /// <param name="due">When the clock has to look at it next.</param>
    /// <param name="owed">When the first of its notices is to be sent.</param>
    internal static (Step Next, TimeSpan Wait) NextOf(DateTimeOffset? due, DateTimeOffset? owed, DateTimeOffset now)
    {
        if (due <= now) return (Step.LetTimePass, TimeSpan.Zero);
        if (owed <= now) return (Step.Send, TimeSpan.Zero);
        if (due is null && owed is null) return (Step.Nothing, TimeSpan.Zero);
        var wait = (due < owed || owed is null ? due! : owed).Value - now;
        return (Step.Wait, wait < Outlook.Longest ? wait : Outlook.Longest);
    }
}
