using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Directory;

namespace Escalation.Service.Access;

/// <summary>The person for whom a partner's system acts.</summary>
/// <param name="Role">What the person is, for example "team manager"; the board office can leave it out.</param>
/// <param name="OnBehalfOf">
/// Of an agency's worker: the colleague whom the person stands in for. Of the board office: the id of the officer whose act it records.
/// </param>
public sealed record ActingPerson(string Name, string? Role = null, string? OnBehalfOf = null);

/// <summary>Who acts, as the record keeps it, or every reason why not.</summary>
public abstract record Acting
{
    private Acting()
    {
    }

    public sealed record As(Actor Actor) : Acting;

    public sealed record Refused(ValueList<FieldProblem> Problems) : Acting;

    /// <summary>A caller names the person and can do so for its own agency only; the agency itself is never the person's to say.</summary>
    /// <param name="procedure">Of the difference in which they act.</param>
    public static Acting Of(Caller caller, ActingPerson person, Procedure procedure) =>
        ProblemsOf(caller, person, procedure).ToValueList() is { Count: > 0 } problems ? new Refused(problems) : new As(ActorOf(caller, person));

    /// <summary>Somebody at the pages acts for themselves; the board office may record what an officer told it.</summary>
    /// <param name="onBehalfOf">The id of that officer.</param>
    public static Acting Of(Visitor visitor, Procedure procedure, string? onBehalfOf)
    {
        if (visitor.NeedsName) return new Refused([Needed(visitor.Name.Length == 0 ? "name" : "role", "who you are")]);
        if (IsOffice(onBehalfOf)) return new As(visitor.ToActor(procedure));
        if (!visitor.IsBoardOffice) return new Refused([new("onBehalfOf", "only the board office records what an officer told it")]);
        return procedure.Officers.Any(o => o.Id == onBehalfOf)
            ? new As(new Actor.Officeholder(visitor.Name, Who.BoardOffice.Name, onBehalfOf))
            : new Refused([NoPost(onBehalfOf!, procedure)]);
    }

    private static Actor ActorOf(Caller caller, ActingPerson person) => caller.Agency is { } agency
        ? new Actor.Worker(person.Name.Trim(), person.Role!.Trim(), agency, person.OnBehalfOf?.Trim())
        : new Actor.Officeholder(person.Name.Trim(), Who.BoardOffice.Name, IsOffice(person.OnBehalfOf) ? null : person.OnBehalfOf);

    private static IEnumerable<FieldProblem> ProblemsOf(Caller caller, ActingPerson person, Procedure procedure)
    {
        if (!Plausible.Text(person.Name)) yield return Needed("name", "the name of the person who acts");
        if (person.Role is null ? !caller.IsBoardOffice : !Plausible.Text(person.Role)) yield return Needed("role", "the role in which the person acts");
        if (person.OnBehalfOf is not { } other) yield break;
        if (!caller.IsBoardOffice)
        {
            if (!Plausible.Text(other)) yield return Needed("onBehalfOf", "the name of the colleague");
        }
        else if (!IsOffice(other) && procedure.Officers.All(o => o.Id != other))
        {
            yield return NoPost(other, procedure);
        }
    }

    private static FieldProblem NoPost(string officer, Procedure procedure) =>
        new("onBehalfOf", $"the procedure has no post {Sentence.Quoted(officer)}; it has {Sentence.And(procedure.Officers.Select(o => o.Id))}");

    private static bool IsOffice(string? officer) => officer is null || officer == Who.BoardOffice.Name;

    private static FieldProblem Needed(string field, string what) => new(field, $"{what} is needed, in one line of at most {Plausible.LongestText} characters");
}
