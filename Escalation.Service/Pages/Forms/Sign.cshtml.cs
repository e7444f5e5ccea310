using System.Globalization;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Forms;

/// <summary>The whole form to read, then to sign: the edition that was read, and no other.</summary>
internal sealed class SignPage(Reception reception, Retention.ReadNotes notes, ILogger<SheetPage> log) : SheetPage(reception, notes, log)
{
    public const string Designation = "designation", Read = "read", Edition = "edition", Step = "step", Last = "sign";

    private const string WholeForm = "sheet";

    private Questionnaire? questionnaire;
    private IReadOnlyList<Question> questions = [];

    public Signature Signature { get; private set; } = null!;

    public Answers Answers => Questionnaire.Answers;

    public IEnumerable<QuestionView> Views => Questionnaire.Views;

    /// <summary>Whether the answers are shown to check, or are still asked for.</summary>
    public bool IsCheck { get; private set; }

    public IReadOnlyList<(string Sentence, string? Where)> Errors => Questionnaire.Errors;

    public override string Title => IsCheck ? "Check before you sign" : $"Sign: {Sheet.Form.Title}";

    public override bool HasErrors => Questionnaire.HasErrors;

    /// <summary>For whom the person signs.</summary>
    public string SignsFor => Sheet.ActorFor(Signature) switch
    {
        Actor.Worker worker => At.NameOf(worker.Agency),
        Actor.Officeholder post => At.Procedure.TitleOf(new Who(post.OnBehalfOf ?? post.Officer)),
        _ => "",
    };

    private Questionnaire Questionnaire => questionnaire ??= new(() => questions);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Questionnaire.Read(Request.Form);
        if (WasChanged())
        {
            // What was ticked was for what stood there then.
            Answers.Set(Read, "");
            return Page();
        }

        if (!Questionnaire.Check()) return Page();
        IsCheck = true;
        return Request.Form[Step] == Last ? await SignAsync() : Page();
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        if (Sheet.Form.Signatures.FirstOrDefault(s => s.Id == (string)RouteData.Values["signature"]!) is not { } signature) return NotFound();
        Signature = signature;
        questions =
        [
            new Line(Designation, "In what capacity do you sign?", "organization-title") { Hint = "Your post, such as team manager.", Missing = "Enter the capacity in which you sign" },
            new Choices(Read, "Have you read the form?", [new Option(Choice.Yes, $"I have read this edition of the form, edition {Sheet.Edition}")])
                { Every = true, Missing = "Tick that you have read this edition of the form" },
        ];
        // Also where it is signed already: a second press of the button.
        if (!Sheet.MaySign(Signature)) return ToSheet();
        // Nobody signs who finds a browser that was left open: a code again.
        return SignedIn.IsFreshAt(Now) ? null : ThenHere("sign-in");
    }

    private bool WasChanged()
    {
        if (Request.Form[Edition] == Sheet.Edition.ToString(CultureInfo.InvariantCulture)) return false;
        Questionnaire.TellAt(WholeForm, $"The form has been changed since you opened it. Read edition {Sheet.Edition} before you sign");
        return true;
    }

    private async Task<IActionResult> SignAsync()
    {
        var command = new Command.SignForm(Sheet.Form.Id, Signature.Id, Answers[Designation], Sheet.Edition);
        var reply = await AskAsync(command, Sheet.ActorFor(Signature));
        if (reply is Desk.Reply.Done) return ToSheet("signed");
        if (reply is not Desk.Reply.Refused refused) return NotFound();
        if (await AdmitAsync() is { } instead) return instead;
        // Changed between the look and the signature: it is read and ticked again.
        if (refused.Refusals.Any(r => r.Field == Edition)) Answers.Set(Read, "");
        IsCheck = false;
        foreach (var refusal in refused.Refusals)
            if (refusal.Field == Edition) Questionnaire.TellAt(WholeForm, refusal.Sentence);
            else Questionnaire.Tell(refusal.Sentence);
        return Page();
    }
}
