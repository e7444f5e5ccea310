using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Delivery;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Differences;

/// <summary>"That letter went to the wrong person." The links of a difference that work now, for the board office to take back.</summary>
internal sealed class DifferenceLinks(Reception reception, Links links) : DifferencePage(reception)
{
    public override string Title => $"Links in emails of {At.Standing.Reference}";

    public IReadOnlyList<LiveLink> Live { get; private set; } = [];

    /// <summary>How many were sent that work no longer.</summary>
    public int Over { get; private set; }

    /// <summary>Whether one was taken back just now.</summary>
    public bool Revoked { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool revoked)
    {
        var all = await links.OfDifferenceAsync(Opened.Head.Id, HttpContext.RequestAborted);
        Live = [.. all.Where(l => LinkJudgement.Of(l, all, Opened, Room, Now) is LinkView.Live).Select(Of)];
        (Over, Revoked) = (all.Count - Live.Count, revoked);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? link, string? all)
    {
        if (all is not null) await links.RevokeAllOfAsync(Opened.Head.Id, HttpContext.RequestAborted);
        else if (link is null || !await links.RevokeAsync(Opened.Head.Id, link, HttpContext.RequestAborted)) return NotFound();
        return LocalRedirect($"{Address}/links?revoked=true");
    }

    protected override async Task<IActionResult?> AdmitAsync() =>
        await base.AdmitAsync() ?? (At.Places.OfType<Place.BoardOffice>().Any() ? null : NotFound());

    private LiveLink Of(Link link) => new(
        link.Id, Sentences.Capital(Addressee.Titled(link.For.To, Opened, Room)), LinkWords.AskedBy(link.For.Task),
        DateWords.Of(link.MadeAt), DateWords.Of(link.Until));
}

/// <param name="Id">Its hash, by which nobody can come in.</param>
/// <param name="For">The post or place, never a name.</param>
internal sealed record LiveLink(string Id, string For, string Asks, string MadeAt, string Until);
