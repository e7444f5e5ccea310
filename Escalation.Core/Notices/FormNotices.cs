using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>Notices about forms: who signs next, whose signature no longer stands, who gets a copy.</summary>
internal static class FormNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch) => entry.Fact switch
    {
        Fact.FormSigned fact =>
        [
            new(NoticeKind.FormToSign, StillToSign(fact.Form, batch), Detail: fact.Form),
            new(NoticeKind.FormSigned, ToEverybody(batch.Standing).Except(StillToSign(fact.Form, batch)), Detail: fact.Form),
        ],
        Fact.SignaturesVoided fact => Voided(fact, batch).Select(who => new Asking(NoticeKind.SignatureVoided, To(who, batch.Standing), Detail: fact.Form)),
        Fact.FormSubmitted fact => [new(NoticeKind.FormCopy, To(fact.Copies, batch.Standing), Detail: fact.Form)],
        _ => [],
    };

    // Each signature is another agency's.
    private static IEnumerable<Recipient> StillToSign(string form, Batch batch)
    {
        var signed = batch.Standing.FindForm(form)!.Signed;
        var open = batch.Procedure.FormOf(form).Signatures.Where(s => signed.All(f => f.Signature != s.Id)).Select(s => s.By);
        return To(open, batch.Standing).Where(r => r is not Recipient.Rung rung || signed.All(f => f.Agency != rung.Agency));
    }

    private static IEnumerable<Who> Voided(Fact.SignaturesVoided fact, Batch batch) =>
        batch.Procedure.FormOf(fact.Form).Signatures.Where(s => fact.Signatures.Contains(s.Id)).Select(s => s.By);
}
