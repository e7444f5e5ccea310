using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Differences.Formal;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Forms;

/// <summary>A form of a difference as it stands, and what the person who looks can do with it. The rules have the last word when it is sent.</summary>
internal sealed class Sheet
{
    private readonly IReadOnlyList<string> usedAt;

    private Sheet(Form form, Standpoint at, IReadOnlyList<string> usedAt)
    {
        (Form, At, this.usedAt) = (form, at, usedAt);
        Lines = SheetLine.Of(form, at);
    }

    /// <summary>The form of that id; none where no stage that the difference came to uses one.</summary>
    public static Sheet? Of(string id, Standpoint at)
    {
        if (at.Procedure.Forms.FirstOrDefault(f => f.Id == id) is not { } form) return null;
        string[] usedAt = [.. at.Standing.StagesVisited.Where(s => at.Procedure.StageOf(s).Forms.Any(f => f.Form == id))];
        return usedAt.Length > 0 ? new Sheet(form, at, usedAt) : null;
    }

    public Form Form { get; }

    public Standpoint At { get; }

    public IReadOnlyList<SheetLine> Lines { get; }

    private FormState? State => At.Standing.FindForm(Form.Id);

    /// <summary>Counts the edits; 0 while nothing has been entered.</summary>
    public int Edition => State?.Edition ?? 0;

    public IReadOnlyList<Fact.FormSigned> Signed => State?.Signed ?? [];

    public Fact.FormSigned? SignedAs(Signature signature) => Signed.FirstOrDefault(s => s.Signature == signature.Id);

    public IEnumerable<Signature> StillToSign => Form.Signatures.Where(s => SignedAs(s) is null);

    /// <summary>The stage at which this edition was completed; none where it is not.</summary>
    public string? CompletedAt => State?.SubmittedAt;

    /// <summary>When it was signed; the record knows.</summary>
    public DateTimeOffset SignedOn(Fact.FormSigned signed) => At.Entries.Last(e => e.Fact.Equals(signed)).At;

    public DateTimeOffset? CompletedOn =>
        CompletedAt is null ? null : At.Entries.Last(e => e.Fact is Fact.FormSubmitted f && f.Form == Form.Id && f.Edition == Edition).At;

    /// <summary>Whether the present stage still takes it: one that is carried forward stays open at the stages above.</summary>
    public bool IsOpen => At.IsOpen && (Form.CarriedForward || usedAt.Contains(At.Standing.Stage));

    public bool MayFill => IsOpen && TakingPart.In(At);

    public bool IsFilled => Edition > 0 && Lines.All(l => !l.IsMissing);

    public bool MayComplete => MayFill && Form.Signatures.Count == 0 && IsFilled && CompletedAt != At.Standing.Stage;

    public bool MaySign(Signature signature) => SignedAs(signature) is null && WhyNotSign(signature) is null;

    /// <summary>Why this person cannot sign there now, in a sentence; none where they can, or where it is signed.</summary>
    public string? WhyNotSign(Signature signature) => this switch
    {
        _ when SignedAs(signature) is not null => null,
        _ when !IsOpen => "It is not open for signatures now.",
        _ when !At.IsAmong(signature.By) || ActorFor(signature) is null => $"Somebody who acts for {TakingPart.NamesOf(signature.By, At)} signs here.",
        _ when !IsFilled => "It can be signed when everything that is needed has been filled in.",
        _ when Signed.Any(IsMine) => "Somebody else, of another organisation, signs here: yours has signed already.",
        _ => null,
    };

    public Actor? ActorFor(Signature signature) => At.ActorFor(TakingPart.OfficerOf(signature.By));

    /// <summary>How the present stage uses it, or the last one that did.</summary>
    public StageForm Use => At.Procedure.StageOf(usedAt.LastOrDefault(s => s == At.Standing.Stage) ?? usedAt[^1]).Forms.First(f => f.Form == Form.Id);

    private bool IsMine(Fact.FormSigned signed) =>
        signed.Name == At.Visitor.Name || (signed.Agency is { } agency && agency == At.Party?.Agency);
}
