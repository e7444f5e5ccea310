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
        if (visitor.IsBoardOffice)
        {
            yield return ("Figures", $"{home}/figures");
            yield return ("Agencies", $"{home}/agencies");
            yield return ("Calendar", $"{home}/calendar");
            yield return ("Records", $"{home}/records");
        }

        yield return ("Procedure", $"{home}/procedure");
    }
}
