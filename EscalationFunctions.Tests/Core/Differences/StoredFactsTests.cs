using System.Reflection;
using System.Text.Json.Serialization;
using Escalation.Core;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>What every fact must be so that it can be read for ever and says nothing about a person in the open.</summary>
public class StoredFactsTests
{
    /// <summary>Texts that are ids, or the words of a procedure or of the service; each was looked at.</summary>
    private static readonly HashSet<string> NotPersonal =
    [
        "Raised.Reference", "Raised.Procedure", "Raised.Version", "ContactMissing.Role", "ContactMissing.Agency", "ContactNominated.Agency", "DeadlineSet.Title",
        "DeadlineMoved.Reason", "Flagged.Detail", "Told.Recipient", "RepresentationHeard.Agency", "FormSigned.Agency", "ActionChanged.Agency", "Redirected.GoInstead",
        "ActionAgreed.Agency", "Attendance.Agency", "PanelMember.Post", "PanelMember.Agency", "Person.Role", "Party.Agency", "Party.Sector", "RungHolder.Agency",
        "RungHolder.Role", "RungHolder.Contact", "Concern.Reason", "SkippedDay.Why",
    ];

    private static readonly HashSet<string> Ids =
        ["Id", "Stage", "Deadline", "From", "To", "Form", "Signature", "Signatures", "Proposal", "Affirmed", "Of", "Step", "Route", "AgreedBy", "Invited", "Action", "Screening", "Field"];

    private static IEnumerable<Type> Facts() => typeof(Fact).GetNestedTypes();

    [TestCaseSource(nameof(Facts))]
    public void Every_fact_has_a_stored_name_of_its_own(Type fact) =>
        Assert.That(typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>().Where(a => a.DerivedType == fact).Select(a => a.TypeDiscriminator),
            Is.EqualTo(new[] { KebabCase.Of(fact.Name) }));

    [TestCaseSource(nameof(Facts))]
    public void What_can_be_unknown_in_a_fact_can_be_read_when_it_is(Type fact) =>
        Assert.That(from p in fact.GetConstructors()[0].GetParameters()
                    where new NullabilityInfoContext().Create(p).ReadState == NullabilityState.Nullable && !p.HasDefaultValue
                    where fact.GetProperty(p.Name!)!.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Never
                    select p.Name, Is.Empty);

    [TestCaseSource(nameof(Facts))]
    public void What_people_write_is_marked_as_personal(Type fact) => Assert.That(Open(fact), Is.Empty);

    private static IEnumerable<string> Open(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.CanWrite && property.GetCustomAttribute<PersonalAttribute>() is null
        let item = ItemOf(property.PropertyType)
        from open in item == typeof(string)
            ? Ids.Contains(property.Name) || NotPersonal.Contains($"{type.Name}.{property.Name}") ? [] : [$"{type.Name}.{property.Name}"]
            : item.Namespace == typeof(Fact).Namespace && !item.IsEnum ? Open(item) : []
        select open;

    private static Type ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? type.GetGenericArguments()[0] : type;
}
