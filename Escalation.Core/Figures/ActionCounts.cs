using Escalation.Core.Differences;

namespace Escalation.Core.Figures;

/// <summary>
/// What becomes of agreed actions: told from how they stood before and after, so that a date that was moved, or an outcome that no longer
/// stands, takes back what was counted of it.
/// </summary>
internal static class ActionCounts
{
    public static void Add(Counting c)
    {
        var (before, after) = (c.ActionsBefore, c.After.Actions);
        if (ReferenceEquals(before, after)) return;
        foreach (var action in after)
            if (Find(before, action) is { } old) Change(old, action, c);
            else Agree(action, c);
        // What was done stays done, also where the outcome that asked for it is void.
        foreach (var gone in before.Where(a => !a.Done && Find(after, a) is null)) Drop(gone, c);
    }

    private static AgreedAction? Find(ValueList<AgreedAction> among, AgreedAction action) => among.FirstOrDefault(a => a.Action.Id == action.Action.Id);

    private static void Agree(AgreedAction action, Counting c)
    {
        c.Add(Measure.ActionsDue, day: action.Action.Due);
        c.Add(Measure.ActionsOpen);
    }

    private static void Change(AgreedAction old, AgreedAction action, Counting c)
    {
        if (old.Action.Due != action.Action.Due)
        {
            c.Add(Measure.ActionsDue, number: -1, day: old.Action.Due);
            c.Add(Measure.ActionsDue, day: action.Action.Due);
        }

        if (old.Done || !action.Done) return;
        c.Add(Measure.ActionsDone, c.Day <= action.Action.Due ? Keys.InTime : Keys.Late);
        c.Add(Measure.ActionsOpen, number: -1);
    }

    private static void Drop(AgreedAction action, Counting c)
    {
        c.Add(Measure.ActionsDue, number: -1, day: action.Action.Due);
        c.Add(Measure.ActionsOpen, number: -1);
    }
}
