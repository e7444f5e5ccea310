using System.Text.Json;
using System.Text.Json.Serialization;

namespace Escalation.Core.Calendar;

/// <summary>
/// The text of <c>calendars/proclaimed.json</c>, read strictly: a day that is misread here would move everybody's deadlines, so anything
/// unknown, missing, doubled or impossible is an error and nothing is guessed.
/// </summary>
public static class Proclamations
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The days that ship with this version of the product.</summary>
    public static IReadOnlyList<Proclamation> Shipped { get; } = Parse(ShippedText());

    /// <exception cref="FormatException">The text is not of the form, with the place and what is wrong.</exception>
    public static IReadOnlyList<Proclamation> Parse(string json)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<List<Entry>>(json, Strict)
                ?? throw new FormatException("A list is asked for, not null.");
            return [.. entries.Select(Read)];
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{problem.Path ?? "$"}: {problem.Message}", problem);
        }
    }

    private static Proclamation Read(Entry entry, int place)
    {
        if (Problem(entry) is { } problem) throw new FormatException($"$[{place}]: {problem}");
        var day = entry.Move is { } move
            ? new BankHoliday(move.To, move.Name)
            : new BankHoliday(entry.Add!.Date, entry.Add.Name);
        return new([.. entry.Nations.Select(id => NationOf(id, place))], entry.Move?.From, day, entry.Source);
    }

    private static string? Problem(Entry entry) => entry switch
    {
        null => "an entry cannot be null",
        { Nations.Count: 0 } => "nations is empty",
        _ when entry.Nations.Distinct().Count() < entry.Nations.Count => "a nation is named twice",
        { Add: null, Move: null } or { Add: not null, Move: not null } => "either add or move is asked for, and not both",
        _ when string.IsNullOrWhiteSpace(entry.Source) => "source is blank",
        _ => ProblemOfDay(entry.Add?.Date ?? entry.Move!.To, entry.Add?.Name ?? entry.Move!.Name, entry.Move?.From),
    };

    private static string? ProblemOfDay(DateOnly day, string name, DateOnly? from) => day switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "name is blank",
        _ when Weekend.Has(day) => $"{day:yyyy-MM-dd} is at a weekend: give the day that is kept",
        _ when from is { } old && old.Year != day.Year => "a holiday moves within its year",
        _ => null,
    };

    private static Nation NationOf(string id, int place) =>
        Nations.TryParse(id, out var nation) ? nation : throw new FormatException($"$[{place}]: '{id}' is not a nation");

    private static string ShippedText()
    {
        using var resource = typeof(Proclamations).Assembly.GetManifestResourceStream("proclaimed.json")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    private sealed record Entry
    {
        public required IReadOnlyList<string> Nations { get; init; }
        public Added? Add { get; init; }
        public Moved? Move { get; init; }
        public required string Source { get; init; }
    }

    private sealed record Added
    {
        public required DateOnly Date { get; init; }
        public required string Name { get; init; }
    }

    private sealed record Moved
    {
        public required DateOnly From { get; init; }
        public required DateOnly To { get; init; }
        public required string Name { get; init; }
    }
}
