namespace Escalation.Core.Procedures;

/// <summary>One mistake in a procedure file: where it is, as a JSON path from <c>$</c>, and what is wrong there and what would be right.</summary>
public sealed record Problem(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}";
}

/// <summary>What came of reading a procedure file: the procedure, or every mistake at once.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    public sealed record Sound(Procedure Procedure) : Reading;

    /// <summary>At least one problem, none of them twice.</summary>
    public sealed record Unsound(ValueList<Problem> Problems) : Reading;
}
