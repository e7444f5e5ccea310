using Escalation.Core;

namespace Escalation.Service.Directory;

/// <summary>What came of a change to the directory.</summary>
public abstract record Registered<T>
{
    private Registered()
    {
    }

    /// <summary>It is as asked: changed now, or as it was already, for asking twice is asking once.</summary>
    /// <param name="Edition">Of the paper as it is now, or as it was where it was removed; 0 where several papers were changed.</param>
    public sealed record Done(T Value, long Edition) : Registered<T>;

    /// <summary>Every problem at once; nothing was changed.</summary>
    public sealed record Refused(ValueList<FieldProblem> Problems) : Registered<T>;

    /// <summary>The board has no such agency or contact.</summary>
    public sealed record NotFound(string Sentence) : Registered<T>;

    /// <summary>Somebody else changed it since the caller looked, or keeps changing it.</summary>
    public sealed record Conflict(string Sentence) : Registered<T>;
}
