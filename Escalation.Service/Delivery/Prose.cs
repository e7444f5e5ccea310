using System.Text;

namespace Escalation.Service.Delivery;

/// <summary>What a letter says, paragraph by paragraph, from which both its parts are made.</summary>
/// <param name="Opening">Before the link.</param>
/// <param name="Closing">After it.</param>
/// <param name="Signature">Who sends it and where they are reached, a line each.</param>
internal sealed record Prose(string Subject, IReadOnlyList<string> Opening, Uri? Link, IReadOnlyList<string> Closing, IReadOnlyList<string> Signature)
{
    public const string LinkSays = "Open this difference";

    public const string LinkIsYours = "This link is for you alone. Please do not forward it.";

    /// <summary>Between the opening and the link.</summary>
    public IReadOnlyList<ProseList> Lists { get; init; } = [];

    /// <summary>What the link says, and what is said of it; as of one difference unless said.</summary>
    public (string Says, string Note) LinkWords { get; init; } = (LinkSays, LinkIsYours);

    public const string Automatic = "This message was sent automatically. Replying to it does not decide or record anything.";

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var paragraph in Opening) Append(paragraph);
        foreach (var list in Lists) Append($"{list.Heading}\n\n{string.Join('\n', list.Items.Select(item => $"- {item}"))}");
        if (Link is { } link) Append($"{LinkWords.Says}: {link.AbsoluteUri}\n{LinkWords.Note}");
        foreach (var paragraph in Closing) Append(paragraph);
        Append(string.Join('\n', Signature));
        return text.Append(Automatic).Append('\n').ToString();

        void Append(string paragraph) => text.Append(paragraph).Append("\n\n");
    }
}

/// <summary>A list in a letter, under a heading of its own.</summary>
internal sealed record ProseList(string Heading, IReadOnlyList<string> Items);
