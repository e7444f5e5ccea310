using System.Reflection;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Api.Reading;

namespace Escalation.Service.Api.Answers;

/// <summary>What is answered where something goes wrong (RFC 9457).</summary>
/// <param name="Type">A name that never changes; there is nothing at it to read. The codes are listed in docs/http-api.md.</param>
/// <param name="Title">The same for every problem of this code.</param>
/// <param name="Code">The last part of the type, for programs.</param>
/// <param name="Errors">Everything that was found, each with its place in the body where it has one.</param>
/// <param name="Difference">How the difference stands now, where the caller was overtaken.</param>
internal sealed record HttpProblem(
    string Type, string Title, int Status, string Detail, string Code, ValueList<Mistake>? Errors = null, DifferenceAnswer? Difference = null)
{
    public static HttpProblem Of(Trouble trouble, string? detail = null, IEnumerable<Mistake>? mistakes = null) =>
        new(Urn(KebabCase.Of(trouble)), MeaningOf(trouble), trouble.Status(), detail ?? MeaningOf(trouble), KebabCase.Of(trouble), mistakes?.ToValueList());

    /// <summary>A refusal for what the caller is, whatever the request says.</summary>
    public static HttpProblem Of(RefusalCode code) =>
        new(Urn(KebabCase.Of(code)), MeaningOf(code), RefusalStatus.Of(code), MeaningOf(code), KebabCase.Of(code));

    /// <param name="body">The shape of the body that was refused: where its members are.</param>
    public static HttpProblem Of(IReadOnlyList<Refusal> refusals, Shape body)
    {
        var leading = RefusalStatus.Leading(refusals);
        return new HttpProblem(
            Urn(leading.StableCode), MeaningOf(leading.Code), RefusalStatus.Of(leading.Code), leading.Sentence, leading.StableCode,
            refusals.Select(r => new Mistake(JsonPointer.Of(r.Field, body), r.StableCode, r.Sentence)).ToValueList());
    }

    public static string MeaningOf(Enum value) =>
        value.GetType().GetField(value.ToString())!.GetCustomAttribute<MeaningAttribute>()?.Sentence
        ?? throw new InvalidOperationException($"{value} has no meaning.");

    private static string Urn(string code) => $"urn:escalation:problem:{code}";
}
