using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>The people and agencies of the stories. All of them are invented.</summary>
internal static class Cast
{
    public const string Council = "north-council", Care = "riverside-care", Trust = "county-trust", Surgery = "town-surgery",
        Charity = "helping-hands", Police = "county-police", OutsideBody = "NHS England Clinical Governance";

    public static readonly Actor Worker = Of(Council, "Asha Worker"), CouncilManager = Of(Council, "Ben Manager"),
        Carer = Of(Care, "Cai Carer"), CareManager = Of(Care, "Dee Manager"), Nurse = Of(Trust, "Eli Nurse"), Sergeant = Of(Police, "Fay Sergeant"),
        Volunteer = Of(Charity, "Gus Volunteer"), Stranger = Of("far-council", "Hal Stranger");

    public static readonly Actor BoardOffice = new Actor.Officeholder("Ida Office", "board-office"),
        Chair = new Actor.Officeholder("Jon Chair", "chair"), Manager = new Actor.Officeholder("Kim Manager", "strategic-manager"),
        Mediator = new Actor.Officeholder("Lea Mediator", "mediation"), Panel = new Actor.Officeholder("Max Panel", "panel"),
        Partners = new Actor.Officeholder("Nia Partner", "statutory-partners");

    public static readonly Person Raiser = new("Asha Worker", "social worker", "asha@example.org");

    public static readonly Concern AboutNights = new("N-1234", "The package of care was ended.", "Care goes on until a review.");

    private static readonly Agency[] Agencies =
    [
        new(Council, "North Council", "local-authority"), new(Care, "Riverside Care", "care-provider"), new(Trust, "County Trust", "secondary-health"),
        new(Surgery, "Town Surgery", "primary-care"), new(Charity, "Helping Hands", "voluntary"), new(Police, "County Police", "police"),
        new("ferry-company", "Ferry Company", "transport"),
    ];

    /// <summary>Everybody is there at every rung: the contact of county-trust at stage 2 is "county-trust-2".</summary>
    public static ContactBook Everybody(Procedure procedure) => Without(procedure, []);

    /// <summary>As <see cref="Everybody"/>, less the contacts of these ids, and with others.</summary>
    public static ContactBook Without(Procedure procedure, string[] missing, params Contact[] others) => new(Agencies,
        Agencies.Select(a => a.Id).Append(OutsideBody).SelectMany(a => procedure.Stages.Select(s => ContactOf(a, s.Id)))
            .Where(c => !missing.Contains(c.Id)).Concat(others));

    public static Contact ContactOf(string agency, string stage) => new($"{agency}-{stage}", agency, stage, new DateOnly(2020, 1, 1));

    public static RungHolder Holder(string agency, string stage, string role) => new(agency, stage, role, Basis.Contact, $"{agency}-{stage}");

    private static Actor.Worker Of(string agency, string name) => new(name, "worker", agency);
}
