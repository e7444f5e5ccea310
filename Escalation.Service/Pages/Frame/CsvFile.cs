using System.Globalization;
using System.Text;
using Escalation.Core.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Frame;

/// <summary>A page's table as a file, at the page's address with "?format=csv".</summary>
internal static class CsvFile
{
    public const string Format = "csv";

    /// <param name="name">Of the file, without its ending.</param>
    public static FileContentResult Of(string name, string text) =>
        new(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8; header=present") { FileDownloadName = $"{name}.csv" };

    /// <param name="name">What it is a table of; the day is added.</param>
    public static FileContentResult Of(string name, string text, DateTimeOffset now) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{name}-{LondonTime.DayOf(now):yyyy-MM-dd}"), text);
}
