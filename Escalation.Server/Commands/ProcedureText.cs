using Escalation.Core.Procedures;

namespace Escalation.Server.Commands;

/// <summary>Procedure files as the commands take them: every reason why one cannot be used goes to standard error, a line each.</summary>
internal static class ProcedureText
{
    /// <summary>The procedure; none if its file cannot be read or has mistakes, which have then been told.</summary>
    public static Procedure? Read(string file, TextWriter reasons)
    {
        try
        {
            var reading = ProcedureFile.Read(TextOf(file));
            if (reading is Reading.Unsound(var problems))
                foreach (var problem in problems) reasons.WriteLine($"{file}: {problem}");
            return (reading as Reading.Sound)?.Procedure;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException)
        {
            reasons.WriteLine($"{file}: cannot be read: {broken.Message}");
            return null;
        }
    }

    /// <summary>No more of it than shows that it is too long: the name can be that of a device that never ends.</summary>
    private static string TextOf(string file)
    {
        using var reader = new StreamReader(file);
        var characters = new char[ProcedureFile.LongestText + 1];
        return new(characters, 0, reader.ReadBlock(characters));
    }
}
