namespace Escalation.Core.Procedures;

[Meaning("A kind of agency and its ladder: who acts for it at each stage.")]
public sealed record Sector(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What this kind of agency is called.")] string Title,
    [Meaning("Who acts, a rung for each stage.")] ValueList<Rung> Ladder,
    [Meaning("True for the one sector that stands for every kind of agency not listed.")] bool AnyOther = false,
    [Meaning("Who stands in where the ladder has no rung; leave it out where there is a rung for each stage.")] Who? Fallback = null)
{
    public Rung? RungAt(string stage) => Ladder.FirstOrDefault(r => r.Stage == stage);
}

[Meaning("Who acts for an agency of the sector at one stage.")]
public sealed record Rung(
    [Meaning("The id of the stage.")] string Stage,
    [Meaning("The role that acts, for example \"Team manager and service manager\".")] string Role,
    [Meaning("Roles that can act instead.")] ValueList<string>? Alternatives = null,
    [Meaning("Whether the agency itself, a body outside it, or a proxy agency holds the rung; the agency unless said.")]
    HeldBy HeldBy = HeldBy.OwnAgency,
    [Meaning("The outside body or proxy agency, where one holds the rung.")] string? Body = null);

public enum HeldBy { OwnAgency, OutsideBody, ProxyAgency }
