using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Who is found at a rung that is held outside the agency, or by one of several.</summary>
public sealed class ContactBookTests
{
    private const string Practice = "practice", Body = "regional-health", BodyName = "Regional Health";

    private static readonly DateOnly Since = new(2020, 1, 1), Today = new(2026, 4, 1);

    [Test]
    public void Of_several_who_are_there_the_first_by_id_acts() =>
        Assert.That(Found(HeldBy.OwnAgency, null, Of("b", Practice), Of("a", Practice), Of("c", Practice)), Is.EqualTo((Basis.Contact, "a")));

    [TestCase(HeldBy.OutsideBody, Basis.OutsideBody)]
    [TestCase(HeldBy.ProxyAgency, Basis.ProxyAgency)]
    public void Whoever_holds_it_for_the_agency_acts_before_its_own_people(HeldBy by, Basis basis) =>
        Assert.That(Found(by, Body, Of("own", Practice), Of("theirs", Body)), Is.EqualTo((basis, "theirs")));

    [Test]
    public void A_body_is_known_by_its_id_also_where_another_has_that_for_a_name() =>
        Assert.That(Found(HeldBy.OutsideBody, Body, [new Agency("namesake", Body, "any")], Of("theirs", Body), Of("wrong", "namesake")).Contact, Is.EqualTo("theirs"));

    [Test]
    public void A_body_is_known_by_its_name_and_of_two_of_one_name_the_first_by_id_is_meant() =>
        Assert.That(Found(HeldBy.OutsideBody, BodyName, [new Agency("z-health", BodyName, "any"), new Agency("a-health", BodyName, "any")],
            Of("z", "z-health"), Of("a", "a-health"), Of("r", Body)).Contact, Is.EqualTo("a"));

    [Test]
    public void A_body_that_the_directory_does_not_have_is_looked_for_by_the_name_that_the_procedure_gives() =>
        Assert.That(Found(HeldBy.OutsideBody, "Somebody Else", Of("theirs", "Somebody Else"), Of("own", Practice)).Contact, Is.EqualTo("theirs"));

    [Test]
    public void A_deputy_of_the_body_acts_where_its_own_are_away_and_only_then()
    {
        var away = Of("away", Body) with { Absences = [new Absence(Today, Today)], Deputy = "deputy" };
        Assert.That(Found(HeldBy.OutsideBody, Body, away, Of("deputy", "elsewhere"), Of("own", Practice)), Is.EqualTo((Basis.OutsideBody, "deputy")));
        Assert.That(Found(HeldBy.OutsideBody, Body, away, Of("deputy", "elsewhere"), Of("there", Body)).Contact, Is.EqualTo("there"));
    }

    [Test]
    public void Where_nobody_of_the_body_is_found_the_agencys_own_act() =>
        Assert.That(Found(HeldBy.OutsideBody, Body, Of("gone", Body) with { Until = Today.AddDays(-1) }, Of("own", Practice)), Is.EqualTo((Basis.Contact, "own")));

    private static Contact Of(string id, string agency) => new(id, agency, "1", Since);

    private static (Basis Basis, string? Contact) Found(HeldBy by, string? body, params Contact[] contacts) => Found(by, body, [], contacts);

    private static (Basis Basis, string? Contact) Found(HeldBy by, string? body, Agency[] others, params Contact[] contacts)
    {
        var procedure = Small(Stage("1")) with { Sectors = [new Sector("gp", "Practices", [new Rung("1", "Partner", HeldBy: by, Body: body)])] };
        var book = new ContactBook([new Agency(Practice, "The Practice", "gp"), new Agency(Body, BodyName, "any"), .. others], contacts);
        var holder = book.HolderOf(new Party(Practice, "gp", Side.Responding), "1", procedure, Today);
        return (holder.Basis, holder.Contact);
    }
}
