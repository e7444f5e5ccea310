using Escalation.Core;

namespace Escalation.Service.Directory.Import;

/// <summary>What came of reading a directory file: what would change, or every mistake at once.</summary>
public abstract record DirectoryReading
{
    private DirectoryReading()
    {
    }

    public sealed record Sound(DirectoryChange Change) : DirectoryReading;

    /// <summary>At least one problem, in the order of the lines.</summary>
    public sealed record Unsound(ValueList<ImportProblem> Problems) : DirectoryReading;
}

/// <summary>One mistake in a directory file.</summary>
/// <param name="Line">The line of the file on which the row begins, counted from 1; 0 where it is about the whole.</param>
/// <param name="Column">The column's name; none where it is about the whole line.</param>
public sealed record ImportProblem(int Line, string? Column, string What)
{
    /// <summary>Where it is, as people say it.</summary>
    public string Place => (Line, Column) switch
    {
        (0, _) => "file",
        (_, null) => $"line {Line}",
        _ => $"line {Line}, {Column}",
    };

    public override string ToString() => $"{Place}: {What}";
}
