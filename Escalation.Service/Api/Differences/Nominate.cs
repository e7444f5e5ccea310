using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/contacts: "This is who acts for that agency at that stage."</summary>
internal sealed record Nominate(ActingPerson By, [Id] string Agency, [Id] string Stage, PersonBody Contact) : IAct<Command.NominateContact>
{
    public static ActAddress Address => new("contacts", "This is who acts for that agency at that stage.");

    public Command.NominateContact ToCommand(Named named) => new(Agency, Stage, Contact.ToCore());
}
