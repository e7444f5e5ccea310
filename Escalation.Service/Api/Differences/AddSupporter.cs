using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/supporters: "This person stands by the worker who raised it."</summary>
internal sealed record AddSupporter(ActingPerson By, [Id] string? Id, PersonBody Supporter) : IAct<Command.AddSupporter>
{
    public static ActAddress Address => new("supporters", "This person stands by the worker who raised it.", Creates: true);

    public Command.AddSupporter ToCommand(Named named) => new(Id ?? Names.NewId(), Supporter.ToCore());
}
