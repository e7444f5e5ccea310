using System.Text;
using Escalation.Service.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Records;

/// <summary>A table as a file for a spreadsheet.</summary>
internal static class RecordSheet
{
    public static FileContentResult Of(string name, IEnumerable<string> titles, IEnumerable<IEnumerable<string>> rows) =>
        new(Encoding.UTF8.GetBytes(Csv.Of(titles, rows)), Csv.Type) { FileDownloadName = name };
}
