using System.Globalization;
using Escalation.Core.Procedures;

namespace Escalation.Core.Differences.Rules;

/// <summary>Forms: what may be entered, who may sign, and that a signature stands only for what was read.</summary>
internal static class FormFilling
{
    public static void Fill(Command.FillForm c, Draft draft)
    {
        draft.RequirePartyOrOfficer();
        if (FindForm(c.Form, draft) is not { } form) return;
        foreach (var entry in c.Entries) CheckEntry(entry, form, draft);
        foreach (var twice in c.Entries.GroupBy(e => e.Field).Where(g => g.Count() > 1))
            draft.Refuse(RefusalCode.BadEntry, $"'{twice.Key}' is entered twice.", $"entries.{twice.Key}");
        draft.Require(!c.Complete || form.Signatures.Count == 0, RefusalCode.SignaturesNeeded, "This form is complete when it is signed.", "complete");
        var before = draft.Standing.FindForm(c.Form);
        var after = new FormState(c.Form, 0, Merged(before, c.Entries), [], null);
        if (c.Complete) CheckComplete(form, after, draft);
        if (draft.Refused) return;

        if (before is null || c.Entries.Any(e => !before.Entries.Contains(e))) Change(c, before, draft);
        if (c.Complete) Submit(form, draft);
    }

    public static void Sign(Command.SignForm c, Draft draft)
    {
        draft.RequireText(c.Designation, "designation", "in what capacity you sign");
        if (FindForm(c.Form, draft) is not { } form) return;
        var signature = form.Signatures.FirstOrDefault(s => s.Id == c.Signature);
        if (!draft.Require(signature is not null, RefusalCode.NoSuchSignature, $"The form has no signature '{c.Signature}'.", "signature")) return;
        if (!draft.RequireAmong(signature!.By, "sign here")) return;
        CheckSignatory(c, form, draft);
        if (draft.Refused) return;

        draft.Record(new Fact.FormSigned(c.Form, c.Edition, c.Signature, NameOf(draft.By), c.Designation, draft.By.AgencyOrNull));
        SubmitIfSigned(form, draft);
    }

    /// <summary>Completes a form that waited for nothing but the answer about a signature.</summary>
    public static void GoOn(string form, Draft draft)
    {
        if (draft.Standing.FindForm(form)?.SubmittedAt is null && Find(form, draft) is { } open) SubmitIfSigned(open, draft);
    }

    private static void SubmitIfSigned(Form form, Draft draft)
    {
        var signed = draft.Standing.FindForm(form.Id)!.Signed;
        if (form.Signatures.All(s => signed.Any(f => f.Signature == s.Id)) && draft.Standing.FrozenSignature(form.Id) is null) Submit(form, draft);
    }

    private static void Change(Command.FillForm c, FormState? before, Draft draft)
    {
        draft.Record(new Fact.FormFilled(c.Form, (before?.Edition ?? 0) + 1, c.Entries));
        if (before is { Signed.Count: > 0 })
            draft.Record(new Fact.SignaturesVoided(c.Form, before.Signed.Select(s => s.Signature).ToValueList()));
    }

    private static void Submit(Form form, Draft draft)
    {
        var state = draft.Standing.FindForm(form.Id)!;
        if (state.SubmittedAt == draft.Standing.Stage) return;
        draft.Record(new Fact.FormSubmitted(form.Id, state.Edition, draft.Standing.Stage, form.Copies));
    }

    private static void CheckSignatory(Command.SignForm c, Form form, Draft draft)
    {
        var state = draft.Standing.FindForm(c.Form);
        if (state is null)
        {
            draft.Refuse(RefusalCode.FormIncomplete, "Nothing has been entered yet.");
            return;
        }

        draft.Require(c.Edition == state.Edition, RefusalCode.FormChanged, $"The form is at edition {state.Edition}; read it again.", "edition");
        CheckComplete(form, state, draft);
        draft.Require(state.Signed.All(s => s.Signature != c.Signature), RefusalCode.AlreadySigned, "It is signed here already.", "signature");
        draft.Require(state.Signed.All(s => s.Name != NameOf(draft.By) && (s.Agency is null || s.Agency != draft.By.AgencyOrNull)),
            RefusalCode.SameSignatory, "Signatures come from different people of different agencies.");
    }

    private static void CheckComplete(Form form, FormState state, Draft draft)
    {
        var empty = form.Fields.Where(f => !IsFilled(f, state)).Select(f => $"\"{f.Label}\"").ToList();
        draft.Require(empty.Count == 0, RefusalCode.FormIncomplete, $"Still empty: {Sentences.And(empty)}.");
    }

    private static bool IsFilled(Field field, FormState state) =>
        !field.Required || IsComputed(field) || state.Entries.Any(e => e.Field == field.Id && !string.IsNullOrWhiteSpace(e.Value));

    private static bool IsComputed(Field field) => field.Kind is FieldKind.StageOfResolution or FieldKind.DaysTaken;

    private static void CheckEntry(FieldEntry entry, Form form, Draft draft)
    {
        var path = $"entries.{entry.Field}";
        var field = form.Fields.FirstOrDefault(f => f.Id == entry.Field);
        if (!draft.Require(field is not null && !IsComputed(field), RefusalCode.NoSuchField,
            $"The form has no field '{entry.Field}' that people fill in.", path)) return;
        // An empty entry takes back what was entered.
        if (entry.Value.Length > 0 && !IsOfKind(entry.Value, field!))
            draft.Refuse(RefusalCode.BadEntry, $"{field!.Label}: {WhatIsRight(field)}.", path);
    }

    private static bool IsOfKind(string value, Field field) => field.Kind switch
    {
        FieldKind.Line => !value.AsSpan().ContainsAny('\r', '\n'),
        FieldKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        FieldKind.Number => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldKind.YesNo => value is "yes" or "no",
        FieldKind.Choice => field.Choices?.Contains(value) == true,
        _ => true,
    };

    private static string WhatIsRight(Field field) => field.Kind switch
    {
        FieldKind.Line => "write it on one line",
        FieldKind.Date => "write the date as yyyy-MM-dd",
        FieldKind.Number => "write a whole number",
        FieldKind.YesNo => "answer yes or no",
        FieldKind.Choice => $"choose one of {string.Join(", ", field.Choices ?? [])}",
        _ => throw new InvalidOperationException($"A field of kind {field.Kind} takes every text."),
    };

    private static ValueList<FieldEntry> Merged(FormState? before, ValueList<FieldEntry> entries) =>
        [.. (before?.Entries ?? []).Where(old => entries.All(e => e.Field != old.Field)), .. entries];

    private static Form? FindForm(string id, Draft draft)
    {
        var form = Find(id, draft);
        draft.Require(form is not null, RefusalCode.NoSuchForm, $"The form '{id}' is not used at this stage.", "form");
        return form;
    }

    /// <summary>The form, if this stage or one before it uses it; a form carried forward stays open at the stages above.</summary>
    private static Form? Find(string id, Draft draft)
    {
        var usedAt = draft.Standing.StagesVisited.Select(draft.Procedure.StageOf).Where(s => s.Forms.Any(f => f.Form == id)).ToList();
        var form = usedAt.Count == 0 ? null : draft.Procedure.FormOf(id);
        return form is not null && (form.CarriedForward || usedAt.Any(s => s.Id == draft.Standing.Stage)) ? form : null;
    }

    private static string NameOf(Actor by) => by switch
    {
        Actor.Worker(var name, _, _, _) => name,
        Actor.Officeholder(var name, _, _) => name,
        _ => throw new InvalidOperationException("The service does not sign."),
    };
}
