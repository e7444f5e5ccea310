using System.Globalization;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Microsoft.AspNetCore.Routing;

namespace Escalation.Service.Api.Differences;

/// <summary>Something that a caller asks of a difference: the body of the request, and the command that it comes to.</summary>
internal interface IAct<out TCommand>
    where TCommand : Command
{
    static abstract ActAddress Address { get; }

    /// <summary>The person who acts.</summary>
    ActingPerson By { get; }

    TCommand ToCommand(Named named);
}

/// <summary>Where an act is asked for.</summary>
/// <param name="Path">Below the difference.</param>
/// <param name="Sentence">What the caller says by it.</param>
/// <param name="Creates">Whether something comes to be that has an id.</param>
internal sealed record ActAddress(string Path, string Sentence, bool Creates = false, string Method = "POST");

/// <summary>What the address itself names, such as the form.</summary>
internal readonly struct Named(RouteValueDictionary values)
{
    public string this[string part] => (string)values[part]!;

    /// <summary>0, which no entry has, where it is no number.</summary>
    public int Number(string part) => int.TryParse(this[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
