using Escalation.Core;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Walks;

/// <summary>The forms of a made-up procedure: a field of every kind, signed by nobody, one side or both.</summary>
internal static class MadeUpForms
{
    public static ValueList<Form> Draw(Chance chance) => [.. Enumerable.Range(0, chance.Below(3)).Select(i => Form(chance, $"form-{i}"))];

    private static Form Form(Chance chance, string id) => new(id, $"Form {id}", Fields(chance))
    {
        Signatures = chance.Below(4) switch
        {
            0 => [],
            1 => [new("one", "For the raising agency", Who.RaisingAgency)],
            2 => [new("one", "For an agency", Who.EveryParty), new("two", "For another agency", Who.EveryParty)],
            _ => [new("one", "For the raising agency", Who.RaisingAgency), new("two", "For the responding agency", Who.RespondingAgency)],
        },
        Copies = [Who.BoardOffice],
        CarriedForward = chance.OneIn(2),
    };

    private static ValueList<Field> Fields(Chance chance)
    {
        var kinds = chance.Some(Enum.GetValues<FieldKind>()).DefaultIfEmpty(FieldKind.Text);
        var required = !chance.OneIn(4);
        return [.. kinds.Select(kind => new Field($"f-{Escalation.Core.KebabCase.Of(kind)}", "What?", kind, required && !chance.OneIn(3),
            Choices: kind == FieldKind.Choice ? ["Good", "Bad"] : null))];
    }
}
