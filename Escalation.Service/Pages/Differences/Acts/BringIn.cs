using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"That agency is concerned as well."</summary>
internal sealed class BringIn : Journey
{
    public override string Path => "bring-in";

    public override string Title(Standpoint at) => "Bring in another organisation";

    public override string About(Standpoint at) => "It is told, and those who act for it can read the difference from then on.";

    public override bool IsOffered(Standpoint at) => at is { IsUnsettled: true, IsPartyOrOfficer: true } && Others(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("agency", new Choice("agency", "Which organisation is concerned as well?", Others(at)) { Missing = "Select the organisation" });
        yield return new Screen("side", new Choice("side", "What is its part?",
        [
            new(nameof(Side.Responding), "It is challenged", "It is asked to answer, like the other side."),
            new(nameof(Side.Involved), "It is involved in another way", "It is told, and can give its view."),
        ])
        { Missing = "Select its part" });
        yield return new Screen("reason", new Prose("reason", "Why is it concerned?") { Rows = 3, Missing = "Enter why it is concerned" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.AddParty(answers["agency"], answers["side"] == nameof(Side.Responding) ? Side.Responding : Side.Involved, answers["reason"]);

    public override string SendLabel(Standpoint at) => "Bring it in";

    public override string DoneTitle(Standpoint at) => "The organisation has been brought in";

    private static List<Option> Others(Standpoint at) =>
        [.. AgencyOptions.Of(at.Room, at.Procedure).Where(o => at.Standing.PartyOf(o.Value) is null)];
}

/// <summary>The organisations that can have a part in a difference, to choose from.</summary>
internal static class AgencyOptions
{
    /// <summary>A body that only holds rungs for others is no party itself, unless the procedure lists it in a sector.</summary>
    public static IEnumerable<Option> Of(BoardRoom room, Procedure procedure) => room.Agencies
        .Where(a => a.Sector != Ladders.OutsideBody || procedure.Sectors.Any(s => s.Id == a.Sector))
        .OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new Option(a.Id, a.Name));
}
