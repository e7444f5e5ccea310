namespace Escalation.Core.Procedures;

/// <summary>How ids and versions are written. They are plain text in the model, since facts and addresses carry them as such.</summary>
internal static class IdForm
{
    private static readonly TextFormAttribute Id =
        new("^[a-z0-9]+(-[a-z0-9]+)*$", "small letters and figures, with single hyphens between them");

    private static readonly TextFormAttribute StageId =
        new("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", "letters and figures, with single hyphens between them");

    private static readonly TextFormAttribute Version =
        new("^[A-Za-z0-9][A-Za-z0-9.-]*$", "letters, figures, dots and hyphens, beginning with a letter or figure");

    /// <summary>The form of a member that is an id or a version; none for other members.</summary>
    public static TextFormAttribute? Of(Member member) => (member.Name, member.Property.DeclaringType) switch
    {
        ("id", var type) => type == typeof(Stage) ? StageId : Id,
        ("version", _) => Version,
        _ => null,
    };
}
