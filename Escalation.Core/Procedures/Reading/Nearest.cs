namespace Escalation.Core.Procedures;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>The closest known word that differs in no more than a third of its letters, large and small letters being the same.</summary>
    public static string? To(string word, IEnumerable<string> known) =>
        known.Where(k => Math.Abs(k.Length - word.Length) <= Allowed(k))
            .Select(k => (Known: k, Changes: Changes(word.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(n => n.Changes <= Allowed(n.Known))
            .OrderBy(n => n.Changes)
            .Select(n => n.Known)
            .FirstOrDefault();

    private static int Allowed(string known) => Math.Max(1, known.Length / 3);

    /// <summary>How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein).</summary>
    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
