using System.Text.RegularExpressions;

namespace Escalation.Core.Procedures;

/// <summary>Ids are well formed, stand once in their list, and do not take a word that the file already uses for somebody.</summary>
internal static class IdCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        [.. IllFormed(procedure), .. Twice(procedure), .. Reserved(procedure)];

    private static IEnumerable<Problem> IllFormed(Procedure procedure) =>
        from place in Walk.Over(procedure)
        let form = place.Member is { } member ? IdForm.Of(member) : null
        where form is not null && !Regex.IsMatch((string)place.Value, form.Pattern)
        select new Problem(place.Path, $"is {Sentence.Quoted((string)place.Value)} and must be {form.InWords}");

    private static IEnumerable<Problem> Twice(Procedure procedure) =>
        from list in Walk.Over(procedure)
        where Shape.Of(list.Value.GetType()) is Shape.ListOf
        from same in Walk.Inside(list).SelectMany(Walk.Inside).Where(p => p.Member?.Name == "id").GroupBy(p => (string)p.Value)
        from again in same.Skip(1)
        select new Problem(again.Path, $"is {Sentence.Quoted(same.Key)} again, as at {same.First().Path}; give it an id of its own");

    /// <summary>Who could no longer tell the officer from the side.</summary>
    private static IEnumerable<Problem> Reserved(Procedure procedure) =>
        from officer in Walk.Items("$.officers", procedure.Officers)
        where !new Who(officer.Value.Id).IsOfficer
        select new Problem($"{officer.Path}.id", $"is {Sentence.Quoted(officer.Value.Id)}, "
            + "which already means somebody in every procedure; choose another id");
}
