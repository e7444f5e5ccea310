using Escalation.Core;

namespace Escalation.Service.Api.Reading;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Pointer">The member, as a JSON pointer (RFC 6901) into the body; none where it is about the whole or not in the body.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Detail">A sentence for people.</param>
internal sealed record Mistake(string? Pointer, string Code, string Detail)
{
    public Mistake(string? pointer, MistakeCode code, string detail) : this(pointer, KebabCase.Of(code), detail)
    {
    }
}

/// <summary>What can be wrong with a body by itself, whatever the difference. The names are stable.</summary>
internal enum MistakeCode
{
    [Meaning("The member is needed and is not there.")] Missing,
    [Meaning("The member is of another type, such as a number in the place of a text.")] WrongType,
    [Meaning("There is no such member; it may be misspelt.")] UnknownMember,
    [Meaning("The member stands twice in its object.")] DuplicateMember,
    [Meaning("The text is longer than it may be.")] TooLong,
    [Meaning("The list is longer than it may be.")] TooMany,
    [Meaning("The text holds control characters or half a surrogate pair.")] BadCharacter,
    [Meaning("It is not a day as yyyy-MM-dd, or not one of our lifetimes.")] BadDay,
    [Meaning("It is not an instant with an offset (RFC 3339), or not one of our lifetimes.")] BadInstant,
    [Meaning("It is not one of the names that are possible.")] NotOneOf,
    [Meaning("An id holds letters, figures, hyphens, dots and underscores, up to 80.")] BadId,
    [Meaning("It is not a whole number, or too small or too large.")] OutOfRange,
    [Meaning("The person who acts is not named as the procedure asks.")] BadPerson,
    [Meaning("The directory cannot hold this; the sentence says why, and of a file where.")] BadValue,
    [Meaning("The header cannot be read.")] BadHeader,
    [Meaning("The query has no such parameter, or it cannot be read.")] BadParameter,
}
