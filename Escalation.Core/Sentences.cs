namespace Escalation.Core;

/// <summary>What every sentence needs that is put together.</summary>
public static class Sentences
{
    /// <summary>"A, B and C"; "nobody" where there is none.</summary>
    public static string And(IReadOnlyList<string> names) => names switch
    {
        [] => "nobody",
        [var only] => only,
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>Begins with a capital letter.</summary>
    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
