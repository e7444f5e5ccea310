using System.Globalization;
using System.Text.RegularExpressions;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>An answer of the server: its code, and its lines without the code.</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    /// <summary>
    /// Whether it is about this letter or its address and will not change. Codes of policy (X.7.X, RFC 3463), such as that nobody may send from
    /// here, hit every letter alike: somebody mends that, and then they can go.
    /// </summary>
    public bool IsForGood => Code is >= 500 and < 600 and not (530 or 535) && Status?.StartsWith("5.7.", StringComparison.Ordinal) != true;

    /// <summary>The codes alone: what the server says beside them can quote an address.</summary>
    public string InShort => string.Create(CultureInfo.InvariantCulture, $"{Code} {Status}").TrimEnd();

    private string? Status => Lines.Count > 0 && EnhancedStatus().Match(Lines[^1]) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}(?=\s|\z)")]
    private static partial Regex EnhancedStatus();
}
