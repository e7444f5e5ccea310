namespace Escalation.Service.Pages.Differences.Record;

/// <summary>An entry of the record in words: what happened, and below it what people wrote.</summary>
internal sealed record Said
{
    /// <param name="sentence">A sentence or two.</param>
    /// <param name="quotes">Those without a text are left out.</param>
    public Said(string sentence, params IEnumerable<Quote> quotes) => (Sentence, Quotes) = (sentence, [.. quotes.Where(q => q.Text.Length > 0)]);

    public string Sentence { get; }

    public IReadOnlyList<Quote> Quotes { get; }
}

/// <summary>What somebody wrote, under what it answers.</summary>
internal sealed record Quote(string Heading, string Text);
