using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Differences;

/// <summary>POST /differences/{id}/route: "This is how it will be decided."</summary>
internal sealed record ChooseRoute(ActingPerson By, [Id] string Route, [Narrative] string Reason) : IAct<Command.ChooseRoute>
{
    public static ActAddress Address => new("route", "This is how it will be decided.");

    public Command.ChooseRoute ToCommand(Named named) => new(Route, Reason);
}
