using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Linked;

/// <summary>
/// What a link alone shows: which difference it is, what is asked and by when. For more, and to decide, a code is sent to the address that
/// the link went to. A link that is over says why, and can have a new one sent there.
/// </summary>
internal sealed class LinkPage(Reception reception, LinkCookies cookies, Links links, Codes codes, LettersLinks letters) : BoardPage(reception)
{
    public LinkView View { get; private set; } = new LinkView.Unknown();

    public LinkView.Live? Live => View as LinkView.Live;

    public LinkMinimum Minimum => LinkMinimum.Of(Live!.Opened, Room);

    public override string Title => Live is { } live ? live.Opened.Standing.Reference : LinkWords.TitleOf(View);

    /// <summary>Whether a new link was just asked for.</summary>
    public bool NewAskedFor { get; private set; }

    public string? Problem { get; private set; }

    public override bool HasErrors => Problem is not null;

    /// <summary>Where the task is done.</summary>
    public string GoesTo => $"{Home}/differences/{Live!.Opened.Head.Id}{LinkWords.PathOf(Live.Link.For.Task)}";

    protected override bool NeedsSignIn => false;

    public IActionResult OnGet() => Page();

    /// <summary>"Send me a code": to the address that the link was sent to, whoever asks.</summary>
    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (Live is null) return Page();
        switch (await codes.RequestAsync(Live, HttpContext.RequestAborted))
        {
            case CodeAsked.Asked asked:
                HostCookies.Code.Set(HttpContext, asked.Challenge);
                return LocalRedirect($"{Home}/sign-in/code?next={Uri.EscapeDataString(GoesTo)}");
            case CodeAsked.TooMany many:
                Problem = $"Too many codes were asked for. You can ask for another at {Core.Calendar.DateWords.Of(many.Again)}";
                return Page();
            default:
                throw new InvalidOperationException("There is no such answer.");
        }
    }

    /// <summary>"Send a new link": to whoever is registered now. The page says the same whether or not anything was sent.</summary>
    public async Task<IActionResult> OnPostNewAsync()
    {
        if (LinkId is { } id) await links.SendNewAsync(id, token => letters.AddressOf(Room.Board.Id, token), HttpContext.RequestAborted);
        NewAskedFor = true;
        return Page();
    }

    protected override async Task LookUpAsync()
    {
        await base.LookUpAsync();
        if (RoomOrNull is null || LinkId is not { } id) return;
        var view = await links.LookByIdAsync(id, HttpContext.RequestAborted);
        // A link to another board's difference is none here.
        View = view is LinkView.Live live && live.Link.For.Board != Room.Board.Id ? new LinkView.Unknown() : view;
    }

    private string? LinkId => HostCookies.Link.Of(HttpContext) is { } value ? cookies.Read(value) : null;
}
