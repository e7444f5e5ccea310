using System.Security.Cryptography;
using System.Text;
using Escalation.Core.Calendar;

namespace Escalation.Service.Desk;

/// <summary>Makes the names by which differences and questions are known. None of them holds anything personal.</summary>
public static class Names
{
    /// <summary>Without letters and figures that are taken for one another when they are read out or written down.</summary>
    private const string Plain = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int LengthOfReference = 5;

    /// <summary>An id that cannot be guessed: 128 random bits as 32 hexadecimal digits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same id whenever the same question is asked again.</summary>
    public static string IdFor(Once once) => Convert.ToHexStringLower(Digest("difference", once).AsSpan(0, 16));

    /// <summary>The id of an instruction: of the question where it has a name, so that the record itself knows it again.</summary>
    public static string RequestFor(Once? once) => once is null ? NewId() : Convert.ToHexStringLower(Digest("request", once).AsSpan(0, 16));

    /// <summary>A reference such as "SG-26-K4T9Q", for subjects and the telephone. It is a new one with near certainty; the journal makes sure.</summary>
    public static string NewReference(string prefix, DateTimeOffset now) =>
        $"{prefix}-{LondonTime.DayOf(now).Year % 100:00}-{RandomNumberGenerator.GetString(Plain, LengthOfReference)}";

    // The parts are told apart by their lengths: what one asker calls "a/b" is not what asker "…/a" calls "b".
    private static byte[] Digest(string of, Once once) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{of}:{once.Asker.Length}:{once.Asker}:{once.Key}"));
}
