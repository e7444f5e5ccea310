using Escalation.Core;

namespace Escalation.Service.Access;

/// <summary>What a caller may do. The texts, such as "differences:read", are stable: partner systems ask for them.</summary>
public enum Scope
{
    [Meaning("Read the differences to which the caller's agency is a party.")] DifferencesRead,
    [Meaning("Raise differences and act in those to which the caller's agency is a party.")] DifferencesWrite,
    [Meaning("Read the board's agencies and who acts for them.")] DirectoryRead,
    [Meaning("Change who acts for the caller's agency, or for the board office anybody.")] DirectoryWrite,
    [Meaning("Read the overdue report and the monitoring figures, each agency its own part.")] ReportsRead,
    [Meaning("Read which notices went out, and which failed.")] NoticesRead,
    [Meaning("Send notices again.")] NoticesWrite,
    [Meaning("See the board's keys, without their secrets; for the board office.")] KeysRead,
    [Meaning("Revoke the board's keys; for the board office.")] KeysWrite,
}

public static class Scopes
{
    private static readonly Dictionary<string, Scope> ByText = Enum.GetValues<Scope>().ToDictionary(TextOf);

    public static IReadOnlyList<string> AllTexts { get; } = [.. ByText.Keys];

    public static string TextOf(this Scope scope) => KebabCase.Of(scope).Replace('-', ':');

    public static bool TryParse(string text, out Scope scope) => ByText.TryGetValue(text, out scope);
}
