namespace Escalation.Service.Access;

/// <summary>Who presents a bearer credential: a key of ours, or a token of the issuer where one is configured.</summary>
public sealed class Callers(Keys keys, Tokens? tokens = null)
{
    /// <param name="presented">What stands behind "Bearer ".</param>
    public async ValueTask<Finding> FindAsync(string presented, CancellationToken cancel)
    {
        if (presented.StartsWith("esk_", StringComparison.Ordinal)) return await keys.FindAsync(presented, cancel);
        return tokens is null ? new Finding.NotKnown(WhyNot.Malformed) : await tokens.FindAsync(presented, cancel);
    }
}
