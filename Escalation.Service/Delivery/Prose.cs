using System.Text;

namespace Escalation.Service.Delivery;

/// <summary>What a letter says, paragraph by paragraph, from which both its parts are made.</summary>
/// <param name="Opening">Before the link.</param>
/// <param name="Closing">After it.</param>
/// <param name="Signature">Who sends it and where they are reached, a line each.</param>
internal sealed record Prose(string Subject, IReadOnlyList<string> Opening, Uri? Link, IReadOnlyList<string> Closing, IReadOnlyList<string> Signature)
{
    public const string LinkSays = "Open this difference";

    public const string LinkIsYours = "The link opens for you alone; do not pass it on.";

    public const string Automatic = "This message was sent automatically. A reply to it decides nothing.";

    /// <summary>What stands before the link, and on its button.</summary>
    public string LinkWords { get; init; } = LinkSays;

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var paragraph in Opening) Append(paragraph);
        if (Link is { } link) Append($"{LinkWords}: {link.AbsoluteUri}\n{LinkIsYours}");
        foreach (var paragraph in Closing) Append(paragraph);
        Append(string.Join('\n', Signature));
        return text.Append(Automatic).Append('\n').ToString();

        void Append(string paragraph) => text.Append(paragraph).Append("\n\n");
    }
}
