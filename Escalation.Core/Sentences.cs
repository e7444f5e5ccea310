namespace Escalation.Core;

/// <summary>What every sentence needs that is put together.</summary>
public static class Sentences
{
    /// <summary>Begins with a capital letter.</summary>
    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
