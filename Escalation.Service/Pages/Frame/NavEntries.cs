using Escalation.Service.Access;

namespace Escalation.Service.Pages.Frame;

/// <summary>Where somebody who has signed in can go from every page.</summary>
internal static class NavEntries
{
    /// <param name="home">Where the board's pages begin.</param>
    public static IEnumerable<(string Words, string Address)> Of(Visitor visitor, string home)
    {
        if (visitor.IsBoardOffice) yield return ("Today", home);
        yield return (visitor.IsBoardOffice ? "Differences" : "Your differences", $"{home}/differences");
        // Pages that only the board office has come here.
        if (visitor.IsBoardOffice) yield return ("What waits", $"{home}/overdue");
        if (visitor.IsBoardOffice) yield return ("Undelivered", $"{home}/undelivered");
        if (visitor.IsBoardOffice) yield return ("Keys", $"{home}/keys");
        if (visitor.IsBoardOffice) yield return ("Sign-ins", $"{home}/sign-ins");
        yield return ("Procedure", $"{home}/procedure");
    }
}
