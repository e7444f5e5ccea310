using System.Globalization;
using System.Text;

namespace Escalation.Service.Delivery;

/// <summary>
/// A letter as an Internet message (RFC 5322), all of it ASCII. Its Message-ID is made of the notice's id, so that one sent again is known again.
/// </summary>
internal static class EmailMessage
{
    /// <summary>So many bytes of text make an encoded word that fits into its 75 characters (RFC 2047).</summary>
    private const int BytesPerWord = 42;

    public const string NoAddress = "The address on file is no email address.";

    private const string Special = "<>,;:\"()[]\\";

    /// <exception cref="NotPostedException">The address is none that a letter can be sent to.</exception>
    public static string Of(Letter letter, string sender, DateTimeOffset now)
    {
        if (!IsAddress(letter.To)) throw new NotPostedException(NoAddress, forGood: true);
        string[] headers =
        [
            $"Date: {now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)}",
            $"From: {Name(letter.From)} <{sender}>",
            $"To: <{letter.To}>",
            $"Subject: {Subject(letter.Subject)}",
            $"Message-ID: <{NameOf(letter.Id)}@{sender[(sender.LastIndexOf('@') + 1)..]}>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ];
        return $"{string.Join("\r\n", headers)}\r\n{Content(letter)}";
    }

    // The words first, as whoever reads without pictures or by ear gets them. The calendar file is attached and no third way of saying the
    // same: Outlook would then show the meeting in place of the letter, and the link and what to do in an emergency would be gone.
    private static MimePart Content(Letter letter)
    {
        var text = MimePart.Text("text/plain", letter.Text);
        var words = letter.Html is { } html ? MimePart.Together("alternative", text, MimePart.Text("text/html", html)) : text;
        List<MimePart> parts = [words];
        if (letter.Calendar is { } calendar) parts.Add(MimePart.Text($"text/calendar; method={calendar.Method}", calendar.Text, attachedAs: calendar.Name));
        if (letter.Attached is { } file) parts.Add(MimePart.Text(file.Type, file.Text, attachedAs: file.Name));
        return parts is [var only] ? only : MimePart.Together("mixed", [.. parts]);
    }

    /// <summary>The notice's id with points for strokes, fit for a file's name and a Message-ID.</summary>
    public static string NameOf(string notice) => notice.Replace('/', '.');

    // Enough that no address can bring in a second line or a second address; whether anybody is there, only sending shows.
    internal static bool IsAddress(string text) =>
        text.Length <= 254 && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(c => c <= ' ' || c > '~' || Special.Contains(c));

    private static string Subject(string text) => IsPlain(text) ? text : string.Join("\r\n ", Words(text));

    // In a name, a comma would make it two.
    private static string Name(string text) => IsPlain(text) && !text.Any(Special.Contains) ? text : string.Join("\r\n ", Words(text));

    private static bool IsPlain(string text) => text.Length < 200 && text.All(c => c is >= ' ' and <= '~');

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > BytesPerWord)
            {
                yield return Word(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        yield return Word(word.ToString());
    }

    private static string Word(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
