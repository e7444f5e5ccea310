using Escalation.Core;
using System.Globalization;
using Escalation.Core.Figures;
using Escalation.Service.Api.Reading;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages.Figures;

/// <summary>The days that somebody asked for, from a link or from the form: as they typed them, what is wrong with them, and what they are.</summary>
internal sealed class PeriodForm
{
    public static readonly IReadOnlyList<string> Parts = ["day", "month", "year"];

    private readonly List<(string Sentence, string? Where)> errors = [];

    public PeriodForm(IQueryCollection query, Period usual)
    {
        IsAsked = query.ContainsKey("from") || query.ContainsKey("to") || Parts.Any(p => query.ContainsKey($"from-{p}") || query.ContainsKey($"to-{p}"));
        (From, To) = IsAsked ? (Typed("from", query), Typed("to", query)) : (Written(usual.From), Written(usual.To));
        var (first, last) = (Read(From, "from", "the first day"), Read(To, "to", "the last day"));
        if (first > last) errors.Add(("The last day must not be before the first day", "#to-day"));
        Period = errors.Count == 0 ? new Period(first!.Value, last!.Value) : null;
    }

    public bool IsAsked { get; }

    /// <summary>Day, month and year as they were typed.</summary>
    public string[] From { get; }

    public string[] To { get; }

    public IReadOnlyList<(string Sentence, string? Where)> Errors => errors;

    /// <summary>None where they cannot be read.</summary>
    public Period? Period { get; }

    public string? ErrorOf(string field) => errors.Where(e => e.Where == $"#{field}-day").Select(e => e.Sentence).FirstOrDefault();

    /// <summary>The address of a period, behind that of the page.</summary>
    public static string QueryOf(Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"from={period.From:yyyy-MM-dd}&to={period.To:yyyy-MM-dd}");

    // Links carry whole days; the form, which anybody can fill in without a calendar beside it, three fields for each.
    private static string[] Typed(string field, IQueryCollection query) => query[field].ToString() is { Length: > 0 } whole
        ? BodyText.Day(whole) is { } day ? Written(day) : [whole[..Math.Min(whole.Length, Limits.Line)], "", ""]
        : [.. Parts.Select(p => query[$"{field}-{p}"].ToString() is var text && text.Length > Limits.Line ? text[..Limits.Line] : text.Trim())];

    private DateOnly? Read(string[] typed, string field, string what)
    {
        if (typed is [var day, var month, var year] && Number(day) is { } d && Number(month) is { } m && Number(year) is { } y
            && BodyText.Day(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}")) is { } read) return read;
        errors.Add((typed.All(t => t.Length == 0) ? $"Enter {what}" : $"{Sentences.Capital(what)} must be a real date, like 31 3 2026", $"#{field}-day"));
        return null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Written(DateOnly day) => [.. new[] { day.Day, day.Month, day.Year }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
}
