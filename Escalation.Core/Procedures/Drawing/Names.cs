namespace Escalation.Core.Procedures.Drawing;

/// <summary>How those who act are called in the middle of a sentence.</summary>
internal static class Names
{
    public static string InSentence(this Procedure procedure, Who who)
    {
        var name = who.IsSide || who == Who.Raiser ? procedure.TitleOf(who) : WithArticle(procedure.TitleOf(who with { AtStage = null }));
        return who.AtStage is { } stage ? $"the stage {stage} contact of {name}" : name;
    }

    public static string InSentence(this Procedure procedure, IEnumerable<Who> all) => Joined(all.Select(w => procedure.InSentence(w)));

    public static string Joined(IEnumerable<string> names, string and = "and") => names.ToList() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} {and} {last}",
    };

    /// <summary>For the middle of a sentence; words with capitals inside, such as "NHS England", keep theirs.</summary>
    public static string Uncapital(string words) => words.Skip(1).Any(char.IsUpper) ? words : words.ToLowerInvariant();

    /// <summary>Without the full stop or other closing mark that a sentence of the file may or may not have.</summary>
    public static string Unstopped(string sentence) => sentence.TrimEnd(' ', '.', ';');

    private static string WithArticle(string title)
    {
        if (title.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) return char.ToLowerInvariant(title[0]) + title[1..];
        return $"the {Uncapital(title)}";
    }
}
