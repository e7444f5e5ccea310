using System.Text;
using System.Text.Encodings.Web;

namespace Escalation.Service.Delivery;

/// <summary>
/// A letter as a page: its words and nothing that is fetched from anywhere, so that nobody can tell whether or when it was read. Tables and
/// styles in place, which is all that Outlook for Windows lays out.
/// </summary>
internal static class LetterPage
{
    private const string Face = "font-family:Arial,Helvetica,sans-serif;color:#0b0c0c;";

    private const string LinkFace = "font-family:Arial,Helvetica,sans-serif;font-size:18px;font-weight:bold;color:#ffffff;text-decoration:none;";

    public static string Of(Prose prose)
    {
        var page = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escaped(prose.Subject)}</title>
            </head>
            <body style="margin:0;padding:0;background-color:#ffffff;">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
            <tr>
            <td style="padding:24px;max-width:600px;">

            """.ReplaceLineEndings("\n"));
        foreach (var paragraph in prose.Opening) page.Append(Paragraph(paragraph));
        foreach (var list in prose.Lists) page.Append(ListOf(list));
        if (prose.Link is { } link) page.Append(Button(link, prose.LinkWords.Says, prose.LinkWords.Note));
        foreach (var paragraph in prose.Closing) page.Append(Paragraph(paragraph));
        page.Append(Paragraph(prose.Signature, "16px")).Append(Paragraph([Prose.Automatic], "14px"));
        return page.Append("</td>\n</tr>\n</table>\n</body>\n</html>\n").ToString();
    }

    // Outlook pads cells and not links. The address stands beside it in full, so that everybody sees where it leads before they follow it.
    private static string Button(Uri link, string says, string note) => $"""
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;">
        <tr>
        <td bgcolor="#1d70b8" style="padding:12px 20px;background-color:#1d70b8;">
        <a href="{Escaped(link.AbsoluteUri)}" style="{LinkFace}">{Escaped(says)}</a>
        </td>
        </tr>
        </table>
        {Paragraph([link.AbsoluteUri, note], "16px")}
        """.ReplaceLineEndings("\n");

    private static string ListOf(ProseList list) =>
        $"<h2 style=\"{Face}font-size:18px;line-height:1.5;margin:0 0 8px 0;\">{Escaped(list.Heading)}</h2>\n"
        + $"<ul style=\"{Face}font-size:16px;line-height:1.5;margin:0 0 16px 0;padding:0 0 0 20px;\">\n"
        + string.Concat(list.Items.Select(item => $"<li>{Escaped(item)}</li>\n")) + "</ul>\n";

    private static string Paragraph(string text) => Paragraph([text], "16px");

    private static string Paragraph(IEnumerable<string> lines, string size) =>
        $"<p style=\"{Face}font-size:{size};line-height:1.5;margin:0 0 16px 0;\">{string.Join("<br>\n", lines.Select(Escaped))}</p>\n";

    private static string Escaped(string text) => HtmlEncoder.Default.Encode(text);
}
