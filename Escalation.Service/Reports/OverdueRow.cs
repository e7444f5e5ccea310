using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Service.Reports;

/// <summary>One thing that a report lists, in words. It names posts and places, never a person.</summary>
/// <param name="Difference">The difference's id; none where it is about no difference.</param>
/// <param name="About">The difference's reference, or the organisation's name.</param>
/// <param name="For">Who has the next act, or whom it is for.</param>
internal sealed record OverdueRow(
    string? Difference, string About, string Between, string Stage, string For, DateTimeOffset? At, string Note)
{
    /// <summary>Local time as people read it; empty where there is none.</summary>
    public string When => At is { } at ? DateWords.Of(at) : "";

    public static OverdueRow OfLate(Head head, BoardRoom room) => Of(head, room, head.Card.LateSince, head.Card.AtImmediateRisk ? "Immediate risk" : "");

    public static OverdueRow OfDue(Head head, BoardRoom room) => Of(head, room, head.Card.Due, head.Card.AtImmediateRisk ? "Immediate risk" : "");

    public static OverdueRow Of(Moved moved, BoardRoom room) =>
        Of(moved.Head, room, moved.Move.At, $"From stage {moved.Move.From}") with { Stage = StageOf(moved.Head, moved.Move.To, room) };

    public static OverdueRow Of(EmptyRung rung, BoardRoom room) => new(
        null, NameOf(rung.Agency, room), "", StageOf(room.InForce.Procedure, rung.Stage), rung.Body is { } body ? $"{rung.Role} ({body})" : rung.Role, null,
        rung.Because switch
        {
            EmptyBecause.NobodyNamed => "Nobody is named",
            EmptyBecause.Away => "Everybody named is away",
            _ => throw new InvalidOperationException($"No words for {rung.Because}."),
        });

    public static OverdueRow Of(Owed owed, BoardRoom room) => new(
        owed.Difference, NoticeLabels.ReferenceOf(owed.Notice), "", owed.Notice.Stage.Length == 0 ? "" : StageOf(room.InForce.Procedure, owed.Notice.Stage),
        NoticeLabels.WhomOf(owed.Notice.To, room), owed.At, $"{NoticeLabels.KindOf(owed.Notice.Kind)}: {owed.Problem}");

    private static OverdueRow Of(Head head, BoardRoom room, DateTimeOffset? at, string note) => new(
        head.Id, head.Card.Reference, string.Join(" and ", head.Card.Parties.Where(p => p.Side != Side.Involved).Select(p => NameOf(p.Agency, room))),
        StageOf(head, head.Card.Stage, room), string.Join("; ", head.Card.WaitingFor.Select(h => HolderOf(h, room)).Distinct()), at, note);

    private static string HolderOf(DutyHolder holder, BoardRoom room) =>
        holder.Agency is { } agency ? $"{NameOf(agency, room)} ({holder.Title})" : holder.Title;

    private static string StageOf(Head head, string stage, BoardRoom room) => StageOf(room.TermsOf(head.Card.Procedure, head.Card.Version).Procedure, stage);

    private static string StageOf(Procedure procedure, string stage) => procedure.FindStage(stage) is { } found ? $"{found.Id}: {found.Title}" : stage;

    private static string NameOf(string agency, BoardRoom room) => room.FindAgency(agency)?.Name ?? agency;
}
