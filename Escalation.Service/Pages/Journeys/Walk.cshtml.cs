using System.Security.Cryptography;
using System.Text.Json;
using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Journeys;

/// <summary>Takes somebody through a journey: its questions one page at a time, the check, and the act.</summary>
internal sealed class Walk(Reception reception, JourneyBook book, Drafts drafts) : BoardPage(reception)
{
    public const string Check = "check", BeforeSending = "before-sending", Done = "done", NotNow = "not-now";

    private Draft draft = null!;

    public Journey Journey { get; private set; } = null!;

    public Standpoint At { get; private set; } = null!;

    public IReadOnlyList<Screen> Screens { get; private set; } = [];

    /// <summary>The page with questions that is shown; none on the last pages.</summary>
    public Screen? Screen { get; private set; }

    public Answers Answers => draft.Answers;

    /// <summary>What is wrong, and the address of where it can be put right.</summary>
    public IReadOnlyList<(string Sentence, string? Where)> Errors { get; private set; } = [];

    /// <summary>What has happened since the person looked, where that came between.</summary>
    public bool WasOvertaken { get; private set; }

    public Interruption? Interruption => Journey.Interruption(At, Answers);

    public string Shown { get; private set; } = "";

    public string Base => At.DifferenceOrNull is { } opened ? $"{Home}/differences/{opened.Head.Id}/{Journey.Path}" : $"{Home}/{Journey.Path}";

    public string LeavesTo => At.DifferenceOrNull is { } opened ? $"{Home}/differences/{opened.Head.Id}" : $"{Home}/differences";

    public override bool HasErrors => Errors.Count > 0;

    public override IReadOnlyList<Core.Procedures.Prompt> Prompts => At?.Procedure.Prompts ?? base.Prompts;

    public override string Title => Shown switch
    {
        Check => Journey.CheckTitle,
        BeforeSending => Interruption!.Title,
        Done => Journey.DoneTitle(At),
        NotNow => "This cannot be done now",
        _ => Screen!.Heading,
    };

    /// <summary>The page before; where there is none, what the journey was begun from.</summary>
    public string BackTo => Shown switch
    {
        BeforeSending => $"{Base}/{Check}",
        Check => Screens.Count == 0 ? LeavesTo : $"{Base}/{Screens[^1].Id}",
        _ => Screens.TakeWhile(s => s.Id != Shown).LastOrDefault() is { } before ? $"{Base}/{before.Id}" : LeavesTo,
    };

    /// <summary>The page to which the answer leads back: the answers to check, where the person came from there.</summary>
    public string CameFrom => (Request.HasFormContentType ? Request.Form["from"] : Request.Query["from"]) == Check ? Check : "";

    public string ProblemOf(Question question) => problems.GetValueOrDefault(question.Id) ?? "";

    private readonly Dictionary<string, string> problems = [];

    public IActionResult OnGet() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Screen is null) return Shown is Check or BeforeSending ? await SendAsync() : Show();
        foreach (var question in Screen.Questions) Answers.Set(question.Id, question.Read(Request.Form));
        await drafts.KeepAsync(draft, HttpContext.RequestAborted);
        Screens = [.. Journey.Screens(At, Answers)];
        foreach (var question in Screen.Questions)
            if (question.ProblemOf(Answers) is { } problem) problems[question.Id] = problem;
        if (problems.Count == 0) return LocalRedirect(Request.Form["from"] == Check && FirstWrong() is null ? $"{Base}/{Check}" : Next());
        Errors = [.. Screen.Questions.Where(q => problems.ContainsKey(q.Id)).Select(q => (problems[q.Id], (string?)$"#{q.FocusId}"))];
        return Page();
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (RoomOrNull is null) return NotFound();
        if (SignedInOrNull is null) return ThenHere("sign-in");
        if (book.Find((string)(RouteData.Values["journey"] ?? "raise")) is not { } found) return NotFound();
        Journey = found;
        if (await StandAsync() is not { } standpoint) return VisitorOrNull is null ? ThenHere("sign-in/who") : NotFound();
        (At, VisitorOrNull) = (standpoint, standpoint.Visitor);
        if (Visitor.NeedsName) return ThenHere("sign-in/who");
        draft = await drafts.OpenAsync(Visitor, At.DifferenceOrNull?.Head.Id, Journey.Path, HttpContext.RequestAborted);
        return await FindAsync((string?)RouteData.Values["step"] ?? "");
    }

    private async Task<Standpoint?> StandAsync() => RouteData.Values["difference"] is string id
        ? await Reception.StandAsync(Room, SignedIn, id, HttpContext.RequestAborted)
        : VisitorOrNull is { } known ? Reception.Stand(Room, known) : null;

    /// <summary>Finds the page that the address names, or says where to go instead.</summary>
    private async Task<LocalRedirectResult?> FindAsync(string step)
    {
        if (draft.SentAs is { } sent)
        {
            // Sent already: a second press of the button, or the way back. Beginning anew is a new draft.
            if (step is not ("" or Done)) return LocalRedirect(DoneAddress(sent));
            draft = draft.Anew();
            // Kept, or the first page would be taken for the way back. Of the difference nothing changes by it.
            if (step.Length == 0) await drafts.KeepAsync(draft, HttpContext.RequestAborted);
        }

        Shown = step;
        if (step == Done) return null;
        if (!Journey.IsOffered(At))
        {
            Shown = NotNow;
            return null;
        }

        Screens = [.. Journey.Screens(At, Answers)];
        Screen = Screens.FirstOrDefault(s => s.Id == step);
        if (Screen is not null || step == Check || (step == BeforeSending && Interruption is not null)) return null;
        return LocalRedirect($"{Base}/{(Screens.Count > 0 ? Screens[0].Id : Check)}");
    }

    private IActionResult Show() =>
        Shown is Check or BeforeSending && FirstWrong() is { } wrong ? LocalRedirect($"{Base}/{wrong.Id}") : Page();

    private Screen? FirstWrong() => Screens.FirstOrDefault(s => s.Ends || s.Questions.Any(q => q.ProblemOf(Answers) is not null));

    private string Next()
    {
        var rest = Screens.SkipWhile(s => s.Id != Screen!.Id).Skip(1).FirstOrDefault();
        return $"{Base}/{rest?.Id ?? Check}";
    }

    private async Task<IActionResult> SendAsync()
    {
        if (FirstWrong() is { } wrong) return LocalRedirect($"{Base}/{wrong.Id}");
        if (Shown == Check && Interruption is not null) return LocalRedirect($"{Base}/{BeforeSending}");
        // What is final is not decided by whoever finds a browser that was left open: a code again, and the answers are kept meanwhile.
        if (Interruption is not null && !SignedIn.IsFreshAt(Now)) return ThenHere("sign-in");
        if (At.ActorFor(Journey.OnBehalfOf(At)) is not { } actor) return NotFound();
        var reply = await AskAsync(Journey.ToCommand(At, Answers, draft.Naming), actor);
        switch (reply)
        {
            case Reply.Done done:
                await drafts.SentAsync(draft, done.Opened.Head.Id, HttpContext.RequestAborted);
                return LocalRedirect(DoneAddress(done.Opened.Head.Id));
            case Reply.Overtaken:
                (At, WasOvertaken) = (await StandAsync() ?? At, true);
                break;
            case Reply.Refused refused:
                Errors = [.. refused.Refusals.Select(r => (r.Sentence, Where(r.Field)))];
                break;
            default:
                return NotFound();
        }

        Shown = Check;
        return Page();
    }

    private Task<Reply> AskAsync(Command command, Actor by)
    {
        var fingerprint = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Answers.Given));
        var once = new Once($"{Room.Board.Id}/page", draft.Key, fingerprint);
        if (command is Command.Raise raise) return Reception.Desk.RaiseAsync(Room.Board.Id, by, raise, once, HttpContext.RequestAborted);
        int? seen = int.TryParse(Request.Form["seen"], out var length) ? length : null;
        return Reception.Desk.AskAsync(new Desk.Question(At.Opened.Head.Id, by, command, seen, once), HttpContext.RequestAborted);
    }

    private string DoneAddress(string difference) => $"{Home}/differences/{difference}/{Journey.Path}/{Done}";

    /// <summary>The page with the question that a refusal is about.</summary>
    private string? Where(string? field) => field is null ? null
        : Screens.FirstOrDefault(s => s.Questions.Any(q => q.Id == field)) is { } step ? $"{Base}/{step.Id}?from={Check}" : null;
}
