using System.Globalization;

namespace Escalation.Service.Settings;

/// <summary>Settings as the environment has them. What is missing or wrong is gathered, so that whoever sets them up hears of everything at once.</summary>
/// <param name="find">The value of a variable; null if it is not set.</param>
public sealed class Surroundings(Func<string, string?> find)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public string? Find(string name) => find(name)?.Trim() is { Length: > 0 } said ? said : null;

    /// <returns>Empty, and a problem, if it is not set.</returns>
    public string Need(string name, string what)
    {
        if (Find(name) is { } said) return said;
        problems.Add($"{name} is missing: {what}.");
        return "";
    }

    public void Wrong(string name, string why) => problems.Add($"{name}: {why}.");

    public int Number(string name, int usual, int least, int most)
    {
        if (Find(name) is not { } said) return usual;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"has to be a number from {least} to {most}"));
        return usual;
    }

    /// <summary>One of several words; the first of them where nothing is said.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> words)
    {
        if (Find(name) is not { } said) return words[0];
        if (words.Contains(said)) return said;
        Wrong(name, $"has to be one of {string.Join(", ", words.ToArray())}");
        return words[0];
    }

    /// <summary>A secret: what <paramref name="name"/> says, or what is in the file that the same name with _FILE says.</summary>
    public string? Secret(string name)
    {
        var file = $"{name}_FILE";
        return Find(name) ?? (Find(file) is { } path ? Read(file, path) : null);
    }

    /// <returns>Null, and a problem, if the file cannot be read or is empty.</returns>
    public string? Read(string name, string path)
    {
        try
        {
            if (File.ReadAllText(path).Trim() is { Length: > 0 } text) return text;
            Wrong(name, $"{path} is empty");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            Wrong(name, $"{path} cannot be read ({broken.GetType().Name})");
        }

        return null;
    }
}
