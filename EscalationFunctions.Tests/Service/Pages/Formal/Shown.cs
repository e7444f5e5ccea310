using System.Net;
using System.Text.RegularExpressions;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>A page as somebody sees it, and the form on it that can be sent.</summary>
internal sealed partial record Shown(string Path, HttpStatusCode Status, string Html)
{
    public string Title => Clean(TitleForm().Match(Html).Groups[1].Value);

    public string Heading => Clean(HeadingForm().Match(Main).Groups[1].Value);

    /// <summary>The words of the main part, without its markup.</summary>
    public string Text => Clean(Main);

    /// <summary>What is said to be wrong, in the summary above the form.</summary>
    public IReadOnlyList<string> Errors => [.. ItemForm().Matches(SummaryForm().Match(Main).Value).Select(m => Clean(m.Groups[1].Value))];

    /// <summary>The names of the boxes and buttons that a person can fill in, each once.</summary>
    public IReadOnlyList<string> Asked => [.. Inputs.Where(i => i.Type != "hidden").Select(i => i.Name).Distinct()];

    /// <summary>What a browser sends of itself: what is hidden, ticked or typed already.</summary>
    public IEnumerable<(string Name, string Value)> Filled => Inputs.Where(i => i.IsSent).Select(i => (i.Name, i.Value)).Distinct();

    public bool IsForm => Main.Contains("<form ", StringComparison.Ordinal);

    /// <summary>Where the links of the main part lead to.</summary>
    public IReadOnlyList<string> Links => [.. LinkForm().Matches(Main).Select(m => m.Groups[1].Value)];

    private string Main => MainForm().Match(Html).Value;

    private IEnumerable<(string Name, string Type, string Value, bool IsSent)> Inputs =>
    [
        .. InputForm().Matches(Main).Select(m => m.Value).Select(tag =>
        {
            var type = Of("type", tag);
            return (Of("name", tag), type, Of("value", tag), type != "file" && (type is not ("radio" or "checkbox") || tag.Contains("checked", StringComparison.Ordinal)));
        }),
        .. AreaForm().Matches(Main).Select(m => (Of("name", m.Value), "textarea", WebUtility.HtmlDecode(m.Groups[1].Value).TrimStart('\r', '\n'), true)),
    ];

    private static string Of(string attribute, string tag) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {attribute}=\"([^\"]*)\"", RegexOptions.Singleline).Groups[1].Value);

    private static string Clean(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex TitleForm();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex HeadingForm();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainForm();

    [GeneratedRegex("<ul class=\"govuk-list govuk-error-summary__list\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex SummaryForm();

    [GeneratedRegex("<li>(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex ItemForm();

    [GeneratedRegex("<input [^>]*>", RegexOptions.Singleline)]
    private static partial Regex InputForm();

    [GeneratedRegex("<textarea [^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex AreaForm();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex LinkForm();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
