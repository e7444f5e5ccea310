using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>Who must and who can sit on a panel, as the procedure has it, in words.</summary>
internal static class PanelRules
{
    /// <summary>Said before anybody is named.</summary>
    public static IReadOnlyList<string> InWords(Composition rule, Standpoint at)
    {
        List<string> sentences = [$"Members come from at least {rule.Agencies} different organisations."];
        var dispute = Sentences.And(NamesOf(at.Standing.InDispute(), at));
        if (rule.PartiesIncluded) sentences.Add($"The organisations in dispute are among them: {dispute}.");
        if (rule.PartiesExcluded) sentences.Add($"Nobody comes from the organisations in dispute: {dispute}.");
        if (rule.NeutralWanted) sentences.Add("At least one member should come from an organisation that is not in dispute.");
        return sentences;
    }

    /// <summary>What is still wanting with members from these agencies, in sentences; empty once they can sit.</summary>
    public static IReadOnlyList<string> StillNeeded(Composition rule, IReadOnlyCollection<string> agencies, Standpoint at)
    {
        List<string> sentences = [];
        var missing = rule.PartiesIncluded ? at.Standing.InDispute().Except(agencies).ToList() : [];
        if (missing.Count > 0) sentences.Add($"Somebody from each of these is still needed: {Sentences.And(NamesOf(missing, at))}.");
        var few = rule.Agencies - agencies.Count;
        if (few > missing.Count) sentences.Add(few == 1 ? "One more organisation is still needed." : $"{few} more organisations are still needed.");
        return sentences;
    }

    /// <summary>The agencies that a member can come from.</summary>
    public static IReadOnlyList<Option> Agencies(Composition rule, Standpoint at)
    {
        var dispute = at.Standing.InDispute().ToList();
        return [.. at.Room.Agencies.Where(a => !rule.PartiesExcluded || !dispute.Contains(a.Id))
            .Select(a => new Option(a.Id, a.Name, dispute.Contains(a.Id) ? "In dispute" : null))];
    }

    /// <summary>Whether the procedure would have somebody who is not in dispute, and nobody is.</summary>
    public static bool LacksNeutral(Composition rule, IEnumerable<string> agencies, Standpoint at) =>
        rule.NeutralWanted && !agencies.Except(at.Standing.InDispute()).Any();

    private static List<string> NamesOf(IEnumerable<string> agencies, Standpoint at) => [.. agencies.Select(at.NameOf)];
}
