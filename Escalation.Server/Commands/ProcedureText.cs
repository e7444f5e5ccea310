using Escalation.Core.Procedures;

namespace Escalation.Server.Commands;

internal static class ProcedureText
{
    /// <summary>No more of a file than shows that it is too long: the name can be that of a device that never ends.</summary>
    public static string Of(string file)
    {
        using var reader = new StreamReader(file);
        var characters = new char[ProcedureFile.LongestText + 1];
        return new(characters, 0, reader.ReadBlock(characters));
    }
}
