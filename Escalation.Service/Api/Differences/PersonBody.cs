using Escalation.Core.Differences;

namespace Escalation.Service.Api.Differences;

/// <summary>Somebody who is named and does not act: the worker who raised it, a supporter, a contact.</summary>
internal sealed record PersonBody(string Name, string Role, string? Email)
{
    public Person ToCore() => new(Name, Role, Email);
}
