using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages.Journeys;

/// <summary>A question that is put to somebody.</summary>
/// <param name="Id">Where the answer becomes a member of a command, that member's name: what the rules refuse is then shown beside it.</param>
/// <param name="Label">The question itself, or what is wanted.</param>
internal abstract record Question(string Id, string Label)
{
    public string? Hint { get; init; }

    /// <summary>What is said where an answer is needed and none was given: "Enter …", "Select …".</summary>
    public string Missing { get; init; } = "Enter an answer";

    public bool Optional { get; init; }

    /// <summary>The element that the summary of what is wrong leads to.</summary>
    public virtual string FocusId => Id;

    /// <summary>What is wrong with the answer, in a sentence without its full stop; none if nothing is.</summary>
    public string? ProblemOf(Answers answers) => answers[Id].Length == 0 ? Optional ? null : Missing : ProblemOfGiven(answers);

    /// <summary>The answer as it is read back to the person.</summary>
    public virtual string InWords(Answers answers) => answers[Id];

    /// <summary>The answer in a form that was sent, as it was typed.</summary>
    public virtual string Read(IFormCollection form) => form[Id].ToString();

    protected abstract string? ProblemOfGiven(Answers answers);
}

/// <summary>A name, a role, a place: one line.</summary>
/// <param name="Autocomplete">What a browser may fill in, by the names of WCAG 1.3.5.</param>
internal sealed record Line(string Id, string Label, string? Autocomplete = null) : Question(Id, Label)
{
    private const int Longest = Api.Reading.Limits.Line;

    /// <summary>How wide the box is: "20", "10", or as wide as there is room.</summary>
    public string? Width { get; init; }

    public bool IsEmail { get; init; }

    protected override string? ProblemOfGiven(Answers answers) => answers[Id] switch
    {
        { Length: > Longest } => $"{Label} must be {Longest} characters or fewer",
        var text when text.Any(char.IsControl) => $"{Label} must be one line of text",
        var text when IsEmail && !Directory.Plausible.Email(text) => "Enter an email address in the correct format, like name@example.org",
        _ => null,
    };
}

/// <summary>What somebody tells at length.</summary>
internal sealed record Prose(string Id, string Label) : Question(Id, Label)
{
    private const int Longest = Api.Reading.Limits.Narrative;

    public int Rows { get; init; } = 6;

    protected override string? ProblemOfGiven(Answers answers) =>
        answers[Id].Length > Longest ? $"Your answer must be {Longest:N0} characters or fewer" : null;
}

/// <summary>Something that can be chosen.</summary>
internal sealed record Option(string Value, string Label, string? Hint = null);

/// <summary>One of several.</summary>
internal sealed record Choice(string Id, string Label, IReadOnlyList<Option> Options) : Question(Id, Label)
{
    public const string Yes = "yes", No = "no";

    public override string FocusId => $"{Id}-1";

    public static Choice YesNo(string id, string label) => new(id, label, [new Option(Yes, "Yes"), new Option(No, "No")]) { Missing = "Select yes or no" };

    public override string InWords(Answers answers) => Options.FirstOrDefault(o => o.Value == answers[Id])?.Label ?? "";

    protected override string? ProblemOfGiven(Answers answers) => Options.Any(o => o.Value == answers[Id]) ? null : Missing;
}

/// <summary>Any of several.</summary>
internal sealed record Choices(string Id, string Label, IReadOnlyList<Option> Options) : Question(Id, Label)
{
    public override string FocusId => $"{Id}-1";

    /// <summary>Whether all have to be ticked, as statements that are affirmed.</summary>
    public bool Every { get; init; }

    /// <summary>Values that have to be among those ticked; they are so from the beginning.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    public bool IsTicked(Answers answers, string value) => (answers.Given.ContainsKey(Id) ? answers.All(Id) : Needed).Contains(value);

    public override string InWords(Answers answers) =>
        answers[Id].Length == 0 ? "None" : string.Join("; ", Options.Where(o => answers.All(Id).Contains(o.Value)).Select(o => o.Label));

    public override string Read(IFormCollection form) => string.Join('\n', form[Id].Where(v => !string.IsNullOrEmpty(v)));

    protected override string? ProblemOfGiven(Answers answers)
    {
        var ticked = answers.All(Id);
        if (ticked.Any(t => Options.All(o => o.Value != t))) return Missing;
        return (Every && ticked.Count < Options.Count) || Needed.Except(ticked).Any() ? Missing : null;
    }
}

/// <summary>A day, in three boxes.</summary>
internal sealed record Day(string Id, string Label) : Question(Id, Label)
{
    public override string FocusId => $"{Id}-day";

    /// <summary>What is wrong with a day that is one; none if nothing is.</summary>
    public Func<DateOnly, string?> Wrong { get; init; } = _ => null;

    public override string InWords(Answers answers) => answers.Day(Id) is { } day ? Core.Calendar.DateWords.Of(day) : answers[Id];

    public override string Read(IFormCollection form)
    {
        string[] parts = [.. Parts.Select(part => form[$"{Id}-{part}"].ToString().Trim())];
        return parts.All(p => p.Length == 0) ? "" : string.Join('/', parts);
    }

    /// <summary>Day, month and year as they were typed.</summary>
    public IReadOnlyList<string> Typed(Answers answers) => answers[Id].Split('/') is { Length: 3 } parts ? parts : ["", "", ""];

    public static IReadOnlyList<string> Parts { get; } = ["day", "month", "year"];

    protected override string? ProblemOfGiven(Answers answers) => answers.Day(Id) is { } day
        ? Directory.Plausible.Day(day) ? Wrong(day) : "The year must be between 1990 and 2100"
        : "Enter a real date with a day, a month and a year, like 8 10 2026";
}

/// <summary>A time of day.</summary>
internal sealed record Time(string Id, string Label) : Question(Id, Label)
{
    public override string InWords(Answers answers) => answers.Time(Id) is { } time ? Core.Calendar.DateWords.Of(time) : answers[Id];

    protected override string? ProblemOfGiven(Answers answers) => answers.Time(Id) is null ? "Enter a time, like 10:30am or 14:00" : null;
}
