namespace Escalation.Service.Access;

/// <summary>What came of asking for a code. It is the same whether or not anybody knows the address.</summary>
public abstract record CodeAsked
{
    private CodeAsked()
    {
    }

    /// <summary>If the address is known, a code is on its way.</summary>
    /// <param name="Challenge">For the browser that asked, in a cookie: the code is good together with it only.</param>
    public sealed record Asked(string Challenge, DateTimeOffset Until) : CodeAsked;

    /// <summary>Too many were asked for. The last one stays as good as it was.</summary>
    /// <param name="Again">When another can be asked for.</param>
    public sealed record TooMany(DateTimeOffset Again) : CodeAsked;
}

/// <summary>What came of entering a code.</summary>
public abstract record CodeTried
{
    private CodeTried()
    {
    }

    /// <param name="Token">Shown once, for a cookie.</param>
    public sealed record SignedIn(string Token, SignIn SignIn) : CodeTried;

    /// <param name="TriesLeft">At least one.</param>
    public sealed record Wrong(int TriesLeft) : CodeTried;

    public sealed record TooManyTries : CodeTried;

    public sealed record Expired : CodeTried;

    /// <summary>It was used, or this browser never asked for one.</summary>
    public sealed record NoLonger : CodeTried;
}
