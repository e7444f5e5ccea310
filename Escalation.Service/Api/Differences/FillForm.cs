using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Access;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/forms/{form}: "This goes into the form."</summary>
internal sealed record FillForm(
    ActingPerson By, IReadOnlyDictionary<string, string> Entries, bool Complete = false) : IAct<Command.FillForm>
{
    public static ActAddress Address => new("forms/{form}", "This goes into the form.");

    public Command.FillForm ToCommand(Named named) => new(
        named["form"], Entries.Select(e => new FieldEntry(e.Key, e.Value)).ToValueList(), Complete);
}
