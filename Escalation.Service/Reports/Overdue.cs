using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Service.Reports;

/// <summary>What waits in a board, or in one agency's part of it, at one moment.</summary>
/// <param name="Agency">Whose part it is; all of the board if none.</param>
/// <param name="Late">Something asked of somebody is past its time; late longest first.</param>
/// <param name="Due">The next act is due in the window; due first in front.</param>
/// <param name="Moved">Open differences that the clock took to another stage in the window, the latest first.</param>
/// <param name="WithoutContact">Rungs that the board office would have to hold.</param>
/// <param name="Failed">Notices that were given up and that nobody has dealt with, newest first.</param>
public sealed record Overdue(
    string Board,
    string? Agency,
    ReportWindow Window,
    Part<Head> Late,
    Part<Head> Due,
    Part<Moved> Moved,
    Part<EmptyRung> WithoutContact,
    Part<Owed> Failed)
{
    public bool IsEmpty => Late.Count + Due.Count + Moved.Count + WithoutContact.Count + Failed.Count == 0;
}

/// <summary>A difference, and how the clock took it further: from where it was first to where it came last, and when it came there.</summary>
public sealed record Moved(Head Head, ClockMove Move);

/// <summary>What is listed of something, and how much more there is of it.</summary>
public sealed record Part<T>(IReadOnlyList<T> Listed, int More)
{
    public int Count => Listed.Count + More;

    /// <summary>Of all that there is, so many are listed.</summary>
    internal static Part<T> Of(IReadOnlyList<T> all, int most) => all.Count <= most ? new(all, 0) : new([.. all.Take(most)], all.Count - most);
}
