using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/forms/{form}/signatures: "I have read this edition of the form, and sign it."</summary>
internal sealed record SignForm(ActingPerson By, [Id] string Signature, string Designation, int Edition) : IAct<Command.SignForm>
{
    public static ActAddress Address => new("forms/{form}/signatures", "I have read this edition of the form, and sign it.");

    public Command.SignForm ToCommand(Named named) => new(named["form"], Signature, Designation, Edition);
}
