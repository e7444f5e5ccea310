using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Escalation.Core.Procedures;

/// <summary>
/// Somebody whom a procedure names without knowing the person: a side of the difference, the worker who raised it, the board office or
/// one of the board's officers. A side is held by its rung at the present stage, or at the stage after the <c>@</c>.
/// </summary>
[TextForm("^[a-z0-9]+(-[a-z0-9]+)*(@[A-Za-z0-9-]+)?$",
    "\"raiser\", \"raising-agency\", \"responding-agency\", \"every-party\", \"board-office\" or the id of an officer; a side can name "
    + "another stage's rung, as in \"every-party@4\"")]
[JsonConverter(typeof(TextFormJson<Who>))]
public sealed partial record Who(string Name, string? AtStage = null) : IParsable<Who>
{
    /// <summary>The worker who raised the difference.</summary>
    public static readonly Who Raiser = new("raiser");

    public static readonly Who RaisingAgency = new("raising-agency");

    public static readonly Who RespondingAgency = new("responding-agency");

    /// <summary>Every agency that is a party: raising, responding and otherwise involved.</summary>
    public static readonly Who EveryParty = new("every-party");

    /// <summary>The people who run the procedure for the board.</summary>
    public static readonly Who BoardOffice = new("board-office");

    /// <summary>Held by agencies, so that what is asked is asked of each of them.</summary>
    public bool IsSide => Name is "raising-agency" or "responding-agency" or "every-party";

    /// <summary>Names an officer of the board, whom the procedure must list.</summary>
    public bool IsOfficer => !IsSide && Name is not ("raiser" or "board-office");

    public override string ToString() => AtStage is null ? Name : $"{Name}@{AtStage}";

    public static Who Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var who) ? who : throw new FormatException($"'{s}' names nobody.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Who result)
    {
        result = s is not null && Form().IsMatch(s) ? s.Split('@') is [var name, var stage] ? new Who(name, stage) : new Who(s) : null;
        return result is not null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(@[A-Za-z0-9-]+)?$")]
    private static partial Regex Form();
}
