using Escalation.Service.Desk;

namespace Escalation.Service.Delivery;

/// <summary>Something in words to one person, addressed. Its subject holds nothing personal; its text names nobody whom it is about.</summary>
/// <param name="Id">Stable: a letter that is sent again has the same. Of a notice, the notice's.</param>
/// <param name="Board">The board's id.</param>
/// <param name="From">The name it is sent under: the board's.</param>
/// <param name="To">An email address.</param>
/// <param name="Text">Plain text; lines end with a line feed.</param>
public sealed record Letter(string Id, string Board, string From, string To, string Subject, string Text)
{
    /// <summary>The same words as a page; none where plain text is enough.</summary>
    public string? Html { get; init; }

    /// <summary>What the reader can put into their calendar, if anything.</summary>
    public CalendarFile? Calendar { get; init; }

    /// <summary>What comes along to be kept, if anything. Not every way of sending takes files: the words have to do without it.</summary>
    public LetterFile? Attached { get; init; }
}

/// <param name="Name">"overdue-2026-04-02.csv".</param>
/// <param name="Type">"text/csv"; the character set is added.</param>
public sealed record LetterFile(string Name, string Type, string Text);

/// <summary>An iCalendar file (RFC 5545).</summary>
/// <param name="Method">What its reader's program is asked to do with it (RFC 5546): REQUEST, CANCEL or PUBLISH.</param>
/// <param name="Name">"meeting.ics".</param>
public sealed record CalendarFile(string Method, string Name, string Text);

/// <summary>Makes the one link that a letter carries; none where it goes without. It is asked anew whenever the letter is tried again.</summary>
public delegate ValueTask<Uri?> LinkOfLetter(Owed owed, Addressee addressee, Opened opened, CancellationToken cancel);

/// <summary>Takes letters on their way.</summary>
public interface IPostbox
{
    /// <summary>Answers once the letter would not be lost any more. A letter that was taken before can come again under its id.</summary>
    /// <exception cref="NotPostedException">It was not taken.</exception>
    Task PostAsync(Letter letter, CancellationToken cancel);

    /// <summary>Throws away the letters about a difference that it still has. Most postboxes hand letters on and have none.</summary>
    Task ForgetAsync(string reference, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A letter was not taken. The message says why in words that are kept and shown: it holds no address and nobody's name.</summary>
/// <param name="forGood">Whether it is of no use to try again.</param>
public sealed class NotPostedException(string message, bool forGood = false, Exception? inner = null) : Exception(message, inner)
{
    public bool ForGood { get; } = forGood;
}
