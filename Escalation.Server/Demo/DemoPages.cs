using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Escalation.Core.Calendar;
using Escalation.Service;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Server.Demo;

/// <summary>The demonstration's own pages: the tour, the clock and the letters. Plain HTML in the service's style sheet.</summary>
internal static partial class DemoPages
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Whether somebody looks who would rather have a page than JSON.</summary>
    public static bool AreWanted(HttpRequest request) => request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) == true);

    public static IResult Tour(IEnumerable<BoardRoom> rooms) => Page("The demonstration", $"""
        <p class="govuk-body-l">Two invented boards, their agencies, and differences in progress. Nobody here exists, and no mail leaves this machine.</p>
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>Open a board below and raise a difference. You sign in with the address of one of its people; the code is in <a class="govuk-link" href="/demo/mail">the mail</a>.</li>
        <li>Let the deadline pass: move <a class="govuk-link" href="/demo/clock">the clock</a> to the next one, over a weekend or a bank holiday too.</li>
        <li>Read <a class="govuk-link" href="/demo/mail">the mail</a> that went out, follow the link in it, and decide.</li>
        </ol>
        {string.Concat(rooms.Select(PeopleOf))}
        """);

    public static IResult Clock(DateTimeOffset now, DateTimeOffset? next) => Page("The clock", $"""
        <p class="govuk-body-l">It is {DateWords.Of(now)}.</p>
        <p class="govuk-body">{(next is { } due ? $"The next deadline or reminder is due at {DateWords.Of(due)}." : "Nothing is waited for.")}</p>
        {(next is null ? "" : Move("next", "Move to the next deadline", ""))}
        {Move("hour", "Move on by an hour", " govuk-button--secondary")}
        {Move("day", "Move on by a day", " govuk-button--secondary")}
        <p class="govuk-body">It only goes forward. What falls due on the way happens when it is due.</p>
        """);

    public static IResult Mail(IReadOnlyList<DemoLetter> letters) => Page("The mail that would have gone out", $"""
        <p class="govuk-body">The latest first. <a class="govuk-link" href="/demo/mail">Look again</a></p>
        <table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Letters</caption>
        <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">When</th><th scope="col" class="govuk-table__header">To</th><th scope="col" class="govuk-table__header">Subject</th></tr></thead>
        <tbody class="govuk-table__body">{string.Concat(letters.Select(Row))}</tbody></table>
        """);

    public static IResult Letter(DemoLetter letter) => Page(letter.Subject, $"""
        <dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">To</dt><dd class="govuk-summary-list__value">{Plain(letter.To)}</dd></div>
        <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Sent at</dt><dd class="govuk-summary-list__value">{DateWords.Of(letter.Date)}</dd></div></dl>
        <div class="govuk-body esc-quoted">{Address().Replace(Plain(letter.Text), m => $"<a class=\"govuk-link\" href=\"{m.Value}\">{m.Value}</a>")}</div>
        {(letter.Html is null ? "" : $"<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/demo/mail/{letter.Name}/html\">As a mail program shows it</a></p>")}
        {(letter.Calendar is null ? "" : $"<h2 class=\"govuk-heading-m\">Calendar entry</h2><pre class=\"esc-quoted\">{Plain(letter.Calendar)}</pre>")}
        <p class="govuk-body"><a class="govuk-link" href="/demo/mail">All letters</a></p>
        """);

    /// <summary>The letter's own HTML, which may bring its own style and nothing else.</summary>
    public static IResult Html(string html) => new Shown(html, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");

    private static string PeopleOf(BoardRoom room) => $"""
        <h2 class="govuk-heading-m"><a class="govuk-link" href="/{room.Board.Id}">{Plain(room.Board.Name)}</a></h2>
        <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Who you can be at {Plain(room.Board.Name)}</span></summary>
        <div class="govuk-details__text"><ul class="govuk-list"><li>Board office: {Plain(room.Board.Office.Email)}</li>
        {string.Concat(room.Board.Officers.Select(o => $"<li>{Plain(room.InForce.Procedure.Officers.FirstOrDefault(p => p.Id == o.Officer)?.Title ?? o.Officer)}: {Plain(o.Reach.Email)}</li>"))}
        {string.Concat(room.Agencies.SelectMany(a => a.Contacts.Select(c => $"<li>{Plain(a.Name)}, stage {Plain(c.Stage)}: {Plain(c.Name)}, {Plain(c.Email)}</li>")))}</ul></div></details>
        """;

    private static string Row(DemoLetter letter) => $"""
        <tr class="govuk-table__row"><td class="govuk-table__cell">{DateWords.Of(letter.Date)}</td><td class="govuk-table__cell esc-quoted">{Plain(letter.To)}</td>
        <td class="govuk-table__cell"><a class="govuk-link" href="/demo/mail/{letter.Name}">{Plain(letter.Subject)}</a></td></tr>
        """;

    private static string Move(string to, string label, string look) =>
        $"<form method=\"post\" action=\"/demo/clock\"><button type=\"submit\" name=\"to\" value=\"{to}\" class=\"govuk-button{look}\">{label}</button></form>";

    private static Shown Page(string title, string content) => new($"""
        <!DOCTYPE html>
        <html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>{Plain(title)} – demonstration</title><meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="{ServicePipeline.StyleSheet}"></head>
        <body class="govuk-template__body"><a href="#main" class="govuk-skip-link">Skip to main content</a>
        <header class="esc-header"><div class="govuk-width-container esc-header__row"><a class="esc-header__name" href="/demo">Demonstration</a>
        <nav class="esc-header__nav" aria-label="Demonstration"><a class="esc-header__link" href="/demo/mail">Mail</a> &ensp; <a class="esc-header__link" href="/demo/clock">Clock</a></nav></div></header>
        <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main"><h1 class="govuk-heading-l">{Plain(title)}</h1>
        {content}
        </main></div></body></html>
        """, Policy);

    private static string Plain(string text) => HtmlEncoder.Default.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>&]+")]
    private static partial Regex Address();

    private sealed class Shown(string html, string policy) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = policy;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
