namespace Escalation.Service.Directory;

/// <summary>What is wrong with one member of what was handed in, and what would be right.</summary>
/// <param name="Field">The member in camel case.</param>
public sealed record FieldProblem(string Field, string Sentence)
{
    public override string ToString() => $"{Field}: {Sentence}";
}
