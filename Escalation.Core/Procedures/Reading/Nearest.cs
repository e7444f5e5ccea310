namespace Escalation.Core.Procedures;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>
    /// The closest known word that is no more than a third of its letters away, large and small letters being the same: so a short
    /// id, of which any other is one letter away, is never guessed.
    /// </summary>
    public static string? To(string word, IEnumerable<string> known) =>
        known.Where(k => Math.Abs(k.Length - word.Length) <= k.Length / 3)
            .Select(k => (Known: k, Slips: Slips(word.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(n => n.Slips <= n.Known.Length / 3)
            .OrderBy(n => n.Slips)
            .Select(n => n.Known)
            .FirstOrDefault();

    /// <summary>How many letters were left out, put in, mistaken or swapped with the next one (Damerau and Levenshtein).</summary>
    private static int Slips(string word, string known)
    {
        var slips = new int[word.Length + 1, known.Length + 1];
        for (var i = 0; i <= word.Length; i++) slips[i, 0] = i;
        for (var j = 0; j <= known.Length; j++) slips[0, j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            for (var j = 1; j <= known.Length; j++)
            {
                var mistaken = slips[i - 1, j - 1] + (word[i - 1] == known[j - 1] ? 0 : 1);
                slips[i, j] = Math.Min(mistaken, 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]));
                if (i > 1 && j > 1 && word[i - 1] == known[j - 2] && word[i - 2] == known[j - 1])
                    slips[i, j] = Math.Min(slips[i, j], 1 + slips[i - 2, j - 2]);
            }
        }

        return slips[word.Length, known.Length];
    }
}
