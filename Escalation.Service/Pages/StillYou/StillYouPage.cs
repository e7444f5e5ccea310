using Escalation.Service.Access;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Escalation.Service.StillYou;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.StillYou;

/// <summary>A page of somebody who was asked whether they still act. The link alone is enough for it: it shows nothing but their own entry.</summary>
internal abstract class StillYouPage(Reception reception, LinkCookies cookies, StillYouLinks links) : BoardPage(reception)
{
    public StillYouView View { get; private set; } = StillYouView.Unknown;

    public string Agency => Room.FindAgency(View.Link!.Agency)!.Name;

    public DirectoryContact Contact => View.Contacts[0];

    protected override bool NeedsSignIn => false;

    /// <summary>Whether what was sent is read; else the page says why not.</summary>
    protected bool IsAsked => View.WhyNot is null;

    protected override async Task LookUpAsync()
    {
        await base.LookUpAsync();
        if (RoomOrNull is null || HostCookies.Link.Of(HttpContext) is not { } value || cookies.Read(value) is not { } id) return;
        View = await links.LookAsync(Room.Board.Id, id, HttpContext.RequestAborted);
    }
}

/// <summary>"Is this still you?"</summary>
internal sealed class AskedPage(Reception reception, LinkCookies cookies, StillYouLinks links, Answering answering) : StillYouPage(reception, cookies, links)
{
    public override string Title => IsAsked ? $"Do you still act for {Agency}?" : LinkWords.TitleOf(View.WhyNot!);

    public IActionResult OnGet() => Page();

    /// <summary>Why there is nothing to answer.</summary>
    public IEnumerable<string> Because(LinkView why) => why is LinkView.Decided ? ["It has been confirmed already. Thank you."] : LinkWords.WhyNot(why, Room);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsAsked) return Page();
        return await answering.ConfirmAsync(View, HttpContext.RequestAborted) is Registered<DirectoryAgency>.Done ? LocalRedirect($"{Home}/still-you/done") : Page();
    }
}

/// <summary>"It is me, but something is wrong", or "somebody else has the post now".</summary>
internal abstract class TellingPage(Reception reception, LinkCookies cookies, StillYouLinks links) : StillYouPage(reception, cookies, links)
{
    private Questionnaire? form;

    public abstract IReadOnlyList<Question> Questions { get; }

    public abstract string Explains { get; }

    public Answers Answers => Form.Answers;

    public override bool HasErrors => Form.HasErrors;

    public IEnumerable<QuestionView> Views => Form.Views;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => Form.Errors;

    private Questionnaire Form => form ??= new(() => Questions);

    public IActionResult OnGet()
    {
        if (!IsAsked) return LocalRedirect($"{Home}/still-you");
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsAsked) return LocalRedirect($"{Home}/still-you");
        Form.Read(Request.Form);
        Form.Check();
        if (Answers.OrNull("phone") is { } phone && !Plausible.Phone(phone)) Form.Tell("phone", "Enter a telephone number, like 01632 960 001");
        foreach (var line in (string[])["name", "role"])
            if (Answers.OrNull(line) is { } text && !Plausible.Text(text)) Form.Tell(line, $"It must be {Plausible.LongestText} characters or fewer");
        return !HasErrors && await SendAsync() ? LocalRedirect($"{Home}/still-you/done") : Page();
    }

    /// <summary>Fills in what is known.</summary>
    protected virtual void Begin()
    {
    }

    protected abstract Task<bool> SendAsync();

    protected static Question Phone { get; } = new Line("phone", "Work telephone", "tel") { Optional = true, Width = "20" };
}

internal sealed class CorrectPage(Reception reception, LinkCookies cookies, StillYouLinks links, Answering answering) : TellingPage(reception, cookies, links)
{
    public override string Title => "Correct how you are reached";

    public override string Explains => $"A new email address is used when {Room.Board.Office.Name} has agreed to it; until then we go on writing to the one that we have.";

    public override IReadOnlyList<Question> Questions =>
    [
        new Line("name", "Your name", "name") { Missing = "Enter your name" },
        new Line("email", "Your work email", "email") { Missing = "Enter your work email", IsEmail = true },
        Phone,
    ];

    protected override void Begin()
    {
        Answers.Set("name", Contact.Name);
        Answers.Set("email", Contact.Email);
        Answers.Set("phone", Contact.Phone ?? "");
    }

    protected override async Task<bool> SendAsync() =>
        await answering.CorrectAsync(View, Answers["name"], Answers["email"], Answers.OrNull("phone"), HttpContext.RequestAborted) is Registered<DirectoryAgency>.Done;
}

internal sealed class SomebodyElsePage(Reception reception, LinkCookies cookies, StillYouLinks links, Answering answering) : TellingPage(reception, cookies, links)
{
    public override string Title => "Who has the post now?";

    public override string Explains => $"{Room.Board.Office.Name} is told and puts them into the directory. Until then we go on writing to you.";

    public override IReadOnlyList<Question> Questions =>
    [
        new Line("name", "Their name", "off") { Missing = "Enter their name" },
        new Line("role", "Their role", "off") { Missing = "Enter their role" },
        new Line("email", "Their work email", "off") { Missing = "Enter their work email", IsEmail = true },
        Phone,
    ];

    protected override async Task<bool> SendAsync()
    {
        await answering.ProposeAsync(View, new Successor(Answers["name"], Answers["role"], Answers["email"], Answers.OrNull("phone")), HttpContext.RequestAborted);
        return true;
    }
}

/// <summary>What becomes of the answer.</summary>
internal sealed class AnsweredPage(Reception reception) : BoardPage(reception)
{
    public override string Title => "Thank you: we have your answer";

    protected override bool NeedsSignIn => false;

    public IActionResult OnGet() => Page();
}
