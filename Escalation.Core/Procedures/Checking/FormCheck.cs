namespace Escalation.Core.Procedures;

/// <summary>Forms are used, can be filled in, and are signed by different agencies.</summary>
internal static class FormCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        Walk.Items("$.forms", procedure.Forms).SelectMany(form => Use(procedure, form.Path, form.Value)
                .Concat(Walk.Items($"{form.Path}.fields", form.Value.Fields).SelectMany(f => Choices(f.Path, f.Value)))
                .Concat(Signatures($"{form.Path}.signatures", form.Value.Signatures)))
            .Concat(UsedTwice(procedure));

    private static IEnumerable<Problem> Use(Procedure procedure, string path, Form form)
    {
        if (form.Fields.Count == 0) yield return new($"{path}.fields", "is empty; a form has at least one field");
        // A slip in the name that a stage uses is told at the stage.
        var forms = procedure.Forms.Select(f => f.Id).ToList();
        if (!procedure.Stages.SelectMany(s => s.Forms).Any(used => Nearest.To(used.Form, forms) == form.Id))
            yield return new(path, $"form {Sentence.Quoted(form.Id)} is used at no stage; name it in the \"forms\" of a stage, "
                + "or take it away");
    }

    private static IEnumerable<Problem> Choices(string path, Field field)
    {
        if (field.Kind == FieldKind.Choice && field.Choices is not { Count: > 1 })
            yield return new($"{path}.choices", "must list at least two choices, since the kind is \"choice\"");
        if (field.Kind != FieldKind.Choice && field.Choices is not null)
            yield return new($"{path}.choices", $"is said though the kind is \"{KebabCase.Of(field.Kind)}\"; take it away, "
                + "or make the kind \"choice\"");
    }

    /// <summary>A side stands for one agency here, and an agency signs once; "every-party" is any of them and may stand more than once.</summary>
    private static IEnumerable<Problem> Signatures(string path, ValueList<Signature> signatures) =>
        from same in Walk.Items(path, signatures).GroupBy(s => s.Value.By.Name)
        where same.Key != Who.EveryParty.Name
        from again in same.Skip(1)
        select new Problem($"{again.Path}.by", $"is {Sentence.Quoted(again.Value.By.ToString())} a second time; "
            + "signatures come from different agencies, so name the other side");

    private static IEnumerable<Problem> UsedTwice(Procedure procedure) =>
        from stage in Walk.Items("$.stages", procedure.Stages)
        from same in Walk.Items($"{stage.Path}.forms", stage.Value.Forms).GroupBy(f => f.Value.Form)
        from again in same.Skip(1)
        select new Problem($"{again.Path}.form", $"is {Sentence.Quoted(same.Key)} again; a stage uses a form once");
}
