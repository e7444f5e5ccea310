using Escalation.Core;
using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Forms as they were filled in and signed.</summary>
internal static class FormWords
{
    public static Said Of(Entry entry, RecordNames names)
    {
        var by = ActorWords.Of(entry.By, names);
        return entry.Fact switch
        {
            Fact.FormFilled f => new Said($"{by} filled in “{names.Form(f.Form)}” (edition {f.Edition}).",
                f.Entries.Select(e => new Quote(names.Field(f.Form, e.Field), e.Value))),
            Fact.SignaturesVoided f => new Said($"“{names.Form(f.Form)}” was changed, so these signatures no longer stand: "
                + $"{Sentences.And([.. f.Signatures.Select(s => names.Signature(f.Form, s))])}."),
            Fact.FormSigned f => new Said($"{f.Name} ({f.Designation}{(f.Agency is { } agency ? $", {names.Agency(agency)}" : "")}) signed "
                + $"“{names.Form(f.Form)}” (edition {f.Edition}) as: {names.Signature(f.Form, f.Signature)}."),
            Fact.FormSubmitted f => new Said(
                $"“{names.Form(f.Form)}” (edition {f.Edition}) is complete, at {names.Stage(f.Stage)}.{(f.Copies.Count > 0 ? $" Copies go to {names.All(f.Copies)}." : "")}"),
            _ => throw EntryWords.Missing(entry),
        };
    }
}
