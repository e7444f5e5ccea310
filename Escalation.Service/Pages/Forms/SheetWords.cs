using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Differences.Formal;

namespace Escalation.Service.Pages.Forms;

/// <summary>What a form is for, how far it has come and where it goes, in sentences.</summary>
internal static class SheetWords
{
    /// <summary>Said before it is complete.</summary>
    public static IEnumerable<string> Purpose(Sheet sheet)
    {
        yield return $"{Sentences.Capital(TakingPart.NamesOf(sheet.Use.Holder, sheet.At))} completes this form. Anybody who acts for an organisation involved, or for the board, can fill it in.";
        if (WhatWaits(sheet.Use.Needed) is { } waits) yield return waits;
        if (sheet.Form.CarriedForward) yield return "It goes along with the difference: what was entered at one stage is the report to the next.";
        if (sheet.Form.Signatures.Count > 0)
            yield return $"It is complete when it has {(sheet.Form.Signatures.Count == 1 ? "its signature" : $"its {sheet.Form.Signatures.Count} signatures")}, of different people of different organisations. A signature is for what was read: a change takes it back.";
    }

    /// <summary>How far it has come.</summary>
    public static string Progress(Sheet sheet)
    {
        var people = sheet.Lines.Where(l => !l.IsByService && l.Field.Required).ToList();
        return $"{people.Count(l => l.IsFilled)} of {people.Count} parts that are needed have been filled in.";
    }

    /// <summary>Said once it is complete, and what is still wanted where the difference has moved on since.</summary>
    public static IEnumerable<string> Completion(Sheet sheet)
    {
        if (sheet is not { CompletedAt: { } stage, CompletedOn: { } on }) yield break;
        yield return $"It was completed at {DateWords.Of(on)}, at {InSentence(sheet.At.TitleOf(stage))}.";
        if (stage != sheet.At.Standing.Stage && sheet.IsOpen && sheet.Use.Needed is FormNeeded.ToClose or FormNeeded.Always)
            yield return "When the difference is settled at the present stage, add what came of it; it is then completed once more.";
    }

    /// <summary>Everybody who gets a copy, once.</summary>
    public static IReadOnlyList<string> Copies(Sheet sheet) =>
    [
        .. sheet.Form.Copies.SelectMany(who => DutyHolders.Of(who, sheet.At.Standing, sheet.At.Procedure))
            .Select(holder => holder.Agency is { } agency ? $"{sheet.At.NameOf(agency)}: {holder.Title}" : holder.Title).Distinct(),
    ];

    public static string SignedBy(Fact.FormSigned signed, Sheet sheet)
    {
        var agency = signed.Agency is { } id ? $", {sheet.At.NameOf(id)}" : "";
        return $"{signed.Name}, {signed.Designation}{agency}, at {DateWords.Of(sheet.SignedOn(signed))}";
    }

    /// <summary>Whose signatures an edit takes back: "Ada Example of North Council and …".</summary>
    public static string Signatories(Sheet sheet) => Sentences.And(
        [.. sheet.Signed.Select(s => s.Agency is { } agency ? $"{s.Name} of {sheet.At.NameOf(agency)}" : s.Name)]);

    private static string? WhatWaits(FormNeeded needed) => needed switch
    {
        FormNeeded.ToGoFurther => "People can take the difference further only when it is complete. The time runs on all the same.",
        FormNeeded.ToClose => "When the difference is settled at this stage, it closes only once this form is complete.",
        FormNeeded.Always => "People can take the difference further, and a settled one closes, only when it is complete. The time runs on all the same.",
        _ => null,
    };

    // "Stage 3: …" within a sentence.
    private static string InSentence(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
