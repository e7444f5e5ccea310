using Escalation.Core.Procedures;
using Escalation.Service.Access;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.SigningIn;

/// <summary>Asks somebody who can come in several capacities which it is, and somebody whom the directory does not name who they are.</summary>
internal sealed class WhoPage : SignInPage
{
    private readonly SignIns signIns;
    private readonly Profiles profiles;
    private readonly Questionnaire form;

    private IReadOnlyList<Capacity> capacities = [];
    private IReadOnlyList<Question> questions = [];

    public WhoPage(Reception reception, SignIns signIns, Profiles profiles) : base(reception) =>
        (this.signIns, this.profiles, form) = (signIns, profiles, new(() => questions));

    public override string Title => "Who you are";

    public IEnumerable<QuestionView> Views => form.Views;

    public IReadOnlyList<(string Sentence, string? Where)> Errors => form.Errors;

    public override bool HasErrors => form.HasErrors;

    /// <summary>Whether the board knows nothing of the person beyond what a record says.</summary>
    public bool IsUnknown => capacities.Count == 0;

    private Answers Answers => form.Answers;

    public async Task<IActionResult> OnGetAsync()
    {
        if (SignedInOrNull is null) return LocalRedirect(Keeping("sign-in"));
        await AskAsync();
        if (await profiles.FindAsync(Room.Board.Id, SignedIn.Email, HttpContext.RequestAborted) is not { } profile) return Page();
        Answers.Set("name", profile.Said.Name);
        Answers.Set("role", profile.Said.Role);
        if (capacities.Contains(profile.As)) Answers.Set("as", Value(profile.As));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (SignedInOrNull is null) return LocalRedirect(Keeping("sign-in"));
        await AskAsync();
        form.Read(Request.Form);
        if (!form.Check() || IsUnknown) return Page();
        var chosen = capacities.Count == 1 ? capacities[0] : capacities.First(c => Value(c) == Answers["as"]);
        var said = Answers.OrNull("name") is { } name ? new Said(name, Answers["role"]) : null;
        if (said is not null)
            foreach (var problem in await profiles.KeepAsync(Room.Board.Id, SignedIn.Email, new Profile(said, chosen), HttpContext.RequestAborted))
                form.Tell(problem.Field, problem.Sentence);
        if (HasErrors) return Page();
        await signIns.ChooseAsync(HostCookies.SignIn.Of(HttpContext)!, chosen, said, HttpContext.RequestAborted);
        return LocalRedirect(Onwards(chosen is Capacity.BoardOffice));
    }

    private async Task AskAsync()
    {
        capacities = await Reception.Visitors.CapacitiesAsync(Room.Board.Id, SignedIn.Email, HttpContext.RequestAborted);
        List<Question> asked = [];
        if (capacities.Count > 1)
            asked.Add(new Choice("as", "For whom do you act today?", [.. capacities.Select(c => new Option(Value(c), Words(c)))]) { Missing = "Select for whom you act" });
        if (capacities.Any(c => c is Capacity.Practitioner or Capacity.BoardOffice))
        {
            asked.Add(new Line("name", "Your name", "name") { Missing = "Enter your name" });
            asked.Add(new Line("role", "Your role", "organization-title") { Hint = "For example social worker, ward sister, team manager.", Missing = "Enter your role" });
        }

        questions = asked;
    }

    private static string Value(Capacity capacity) => capacity switch
    {
        Capacity.BoardOffice => "board-office",
        Capacity.Officer(var id) => $"officer-{id}",
        Capacity.Contact(var agency) => $"contact-{agency}",
        Capacity.Practitioner(var agency) => $"practitioner-{agency}",
        _ => throw new InvalidOperationException($"{capacity} is no capacity."),
    };

    private string Words(Capacity capacity) => capacity switch
    {
        Capacity.BoardOffice => Room.InForce.Procedure.TitleOf(Who.BoardOffice),
        Capacity.Officer(var id) => Room.InForce.Procedure.TitleOf(new Who(id)),
        Capacity.Contact(var agency) => $"{Room.FindAgency(agency)?.Name}, as its contact",
        Capacity.Practitioner(var agency) => Room.FindAgency(agency)?.Name ?? agency,
        _ => throw new InvalidOperationException($"{capacity} is no capacity."),
    };
}
