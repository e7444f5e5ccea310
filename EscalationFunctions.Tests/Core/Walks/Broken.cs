namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>A promise of the rules did not hold.</summary>
internal sealed class BrokenException(string promise) : Exception(promise)
{
    public static void Unless(bool holds, string promise)
    {
        if (!holds) throw new BrokenException(promise);
    }
}
