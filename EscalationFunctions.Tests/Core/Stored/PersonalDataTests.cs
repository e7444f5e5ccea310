using System.Reflection;
using Escalation.Core;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Stored;

/// <summary>No fact says anything about a person in the open: whoever stores it knows what to encrypt.</summary>
public class PersonalDataTests
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
