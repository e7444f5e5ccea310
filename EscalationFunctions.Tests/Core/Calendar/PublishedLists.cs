using System.Globalization;
using System.Runtime.CompilerServices;
using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

/// <summary>The bank holidays as published, from the files beside this one: facts that our rules did not make.</summary>
internal static class PublishedLists
{
    public const int FirstYear = 1995;
    public const int LastYear = 2028;

    public static IEnumerable<object[]> EveryYearOfEveryNation =>
        from nation in Enum.GetValues<Nation>()
        from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        select new object[] { nation, year };

    public static IReadOnlyList<BankHoliday> Of(Nation nation, int year) =>
    [
        .. from line in File.ReadLines(Path.Combine(Folder(), $"{Nations.IdOf(nation)}.tsv"))
           where !line.StartsWith('#')
           let cells = line.Split('\t')
           let date = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)
           where date.Year == year
           select new BankHoliday(date, cells[1]),
    ];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "published");
}
