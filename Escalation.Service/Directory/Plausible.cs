using System.Text.RegularExpressions;

namespace Escalation.Service.Directory;

/// <summary>
/// Whether a text can be what it says it is. An address is not asked whether somebody reads it; it only must not be a slip of the
/// keyboard, nor carry a line break or a bracket into the head of a mail.
/// </summary>
public static partial class Plausible
{
    public const int LongestId = 80;

    public const int LongestText = 160;

    private const string Accented = "âêîôûŵŷáéíóúýàèìòùẁäëïöüẅÿçñ", Plain = "aeiouwyaeiouyaeiouwaeiouwycn";

    private const int LongestEmail = 254;

    private const int LongestLocalPart = 64;

    public static bool Id(string text) => text.Length <= LongestId && IdForm().IsMatch(text);

    /// <summary>The nearest id to a name; empty where the name has nothing that an id can hold.</summary>
    public static string IdOf(string name)
    {
        var plain = name.ToLowerInvariant().Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Plain[i] : c).Where(char.IsAscii);
        var id = NoId().Replace(string.Concat(plain), "-").Trim('-');
        return id.Length <= LongestId ? id : id[..LongestId].TrimEnd('-');
    }

    /// <summary>One line of text that is neither empty nor longer than anybody's name or post.</summary>
    public static bool Text(string text) => text.Length <= LongestText && text.Trim().Length > 0 && !text.Any(char.IsControl);

    public static bool Email(string text) =>
        text.Length <= LongestEmail && text.IndexOf('@', StringComparison.Ordinal) <= LongestLocalPart && EmailForm().IsMatch(text);

    /// <summary>What stands behind the @ of an address, in small letters.</summary>
    public static bool Domain(string text) => !text.Any(char.IsAsciiLetterUpper) && Email($"name@{text}");

    public static bool Phone(string text) => text.Count(char.IsAsciiDigit) >= 3 && PhoneForm().IsMatch(text);

    /// <summary>Within a lifetime of work; anything else is a slip in the year.</summary>
    public static bool Day(DateOnly day) => day.Year is >= 1990 and <= 2100;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoId();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"\A\+?[0-9 ().x-]{3,40}\z")]
    private static partial Regex PhoneForm();
}
