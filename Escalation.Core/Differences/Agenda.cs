using Escalation.Core.Procedures;

namespace Escalation.Core.Differences;

/// <summary>What will happen of itself if nobody does anything, earliest first.</summary>
internal static class Agenda
{
    public abstract record Item(DateTimeOffset At)
    {
        public sealed record Reminder(DateTimeOffset At, Deadline Deadline) : Item(At);

        public sealed record Passing(DateTimeOffset At, Deadline Deadline) : Item(At);

        public sealed record Chasing(DateTimeOffset At, Fact.ChaseSet Chase) : Item(At);

        public sealed record ChasingAction(DateTimeOffset At, AgreedAction Action) : Item(At);
    }

    /// <summary>The next item; a reminder is left out once its deadline is over by <paramref name="now"/>, for it would come too late.</summary>
    public static Item? Next(Standing standing, DateTimeOffset now)
    {
        Item? next = null;
        foreach (var item in Items(standing, now))
            if (next is null || Comes(item, next) < 0) next = item;
        return next;
    }

    private static IEnumerable<Item> Items(Standing standing, DateTimeOffset now)
    {
        foreach (var deadline in standing.Deadlines)
        {
            if (!deadline.IsPending || deadline.DueAt is not { } due) continue;
            if (deadline.RemindAt is { } remind && remind < due && now < due) yield return new Item.Reminder(remind, deadline);
            yield return new Item.Passing(due, deadline);
        }

        if (standing.Chase is { } chase) yield return new Item.Chasing(chase.DueAt, chase);
        foreach (var action in standing.Actions)
            if (!action.Done) yield return new Item.ChasingAction(action.ChaseAt, action);
    }

    // At the same instant what changes least comes first, so that an escalation does not swallow what was due with it, and a stage is
    // entered before the promise to reach it is broken.
    private static int Comes(Item one, Item other) => (one.At, Weight(one)).CompareTo((other.At, Weight(other)));

    private static int Weight(Item item) => item switch
    {
        Item.Reminder or Item.ChasingAction => 0,
        Item.Chasing => 1,
        Item.Passing(_, { IsCap: true }) => 4,
        Item.Passing(_, { Set.OnExpiry: OnExpiry.Escalate }) => 3,
        _ => 2,
    };
}
