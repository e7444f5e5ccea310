using CsvHelper;
using Escalation.Core.Procedures;

namespace Escalation.Service.Directory.Import;

/// <summary>
/// The rows of a file as spreadsheets write it: commas, semicolons or tabs between cells, whichever the first line has; quotes around
/// cells that need them; any line ends; with or without a byte order mark.
/// </summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    public const int MostRows = 10_000;

    public static Sheet Read(string text, ICollection<ImportProblem> problems)
    {
        text = text.TrimStart('\uFEFF');
        if (text.Length > DirectoryImport.LongestText)
        {
            problems.Add(new(0, null, $"is longer than {DirectoryImport.LongestText} characters; import it in parts"));
            return new([]);
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            problems.Add(new(0, null, "has characters that are not UTF-8; save it as \"CSV UTF-8\""));
        return new([.. Read(text, SeparatorOf(text), problems)]);
    }

    private static List<SheetRow> Read(string text, char separator, ICollection<ImportProblem> problems)
    {
        using var reader = CsvReader.FromText(text, OptionsFor(separator, problems));
        List<SheetRow> rows = [];
        string[]? header = null;
        while (reader.Read())
        {
            var (line, cells) = ((int)reader.LineNumber, reader.Current.ToArray());
            if (header is null) header = HeaderOf(cells, line, problems);
            else if (!cells.All(string.IsNullOrWhiteSpace)) rows.Add(RowOf(header, cells, line, problems));
            if (rows.Count <= MostRows) continue;
            problems.Add(new(line, null, $"is beyond the {MostRows} rows that can be imported at once; import it in parts"));
            break;
        }

        if (header is null) problems.Add(new(0, null, $"is empty; its first line names the columns: {string.Join(", ", Columns.All)}"));
        return rows;
    }

    /// <summary>No cell of a directory has two lines, so one quotation mark too many spoils its own line and not the rest of the file.</summary>
    private static CsvReaderOptions OptionsFor(char separator, ICollection<ImportProblem> problems) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        OnMalformedRecord = bad => problems.Add(new((int)bad.LineNumber, null, bad.Reason switch
        {
            CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote => "has a quotation mark that is not closed on its line",
            _ => "has a quotation mark inside a cell; write it twice, and put the whole cell in quotation marks",
        })),
    };

    private static string[] HeaderOf(string[] cells, int line, ICollection<ImportProblem> problems)
    {
        string[] header = [.. cells.Select(c => c.ToLowerInvariant().Replace(' ', '-').Replace('_', '-'))];
        foreach (var unknown in header.Where(h => h.Length > 0 && !Columns.All.Contains(h)))
            problems.Add(new(line, null, $"there is no column {Sentence.Quoted(unknown)}{Sentence.Suggestion(unknown, Columns.All)}"));
        foreach (var twice in header.Where(h => h.Length > 0).CountBy(h => h).Where(h => h.Value > 1))
            problems.Add(new(line, null, $"has the column {Sentence.Quoted(twice.Key)} twice"));
        if (!header.Contains(Columns.Agency)) problems.Add(new(line, null, "lacks the column \"agency\"; the first line names the columns"));
        return header;
    }

    private static SheetRow RowOf(string[] header, string[] cells, int line, ICollection<ImportProblem> problems)
    {
        Dictionary<string, string> row = [];
        for (var i = 0; i < cells.Length; i++)
        {
            if (i < header.Length && header[i].Length > 0) row.TryAdd(header[i], cells[i]);
            else if (cells[i].Length > 0) problems.Add(new(line, null, $"has {Sentence.Quoted(cells[i])} where there is no column"));
        }

        return new(line, row);
    }

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : ',';
    }
}

/// <param name="Line">The line on which the row begins, counted from 1.</param>
internal sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Empty where the cell or the whole column is left out.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
