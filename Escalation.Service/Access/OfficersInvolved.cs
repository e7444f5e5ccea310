using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>
/// The posts of the board that the procedure brings into a difference as far as it has come: those it names at a stage that was entered,
/// and those it has told of things wherever it stands. A chair who decides at the last stage does not read along at the first.
/// </summary>
internal static class OfficersInvolved
{
    public static IReadOnlySet<string> In(Opened opened)
    {
        var (procedure, s) = (opened.Terms.Procedure, opened.Standing);
        var stages = procedure.Stages.Where(stage => s.StagesVisited.Contains(stage.Id)).ToList();
        return stages.SelectMany(stage => At(stage, procedure))
            .Concat(procedure.Tell.Where(t => Applies(t, s, procedure) && MayHaveHappened(t.On, opened)).SelectMany(t => t.Who))
            .Concat(opened.State is Difference.Ended ? procedure.AfterClosing.LearningTo : [])
            .Concat(s.Deadlines.Select(d => d.Set.Holder))
            .Where(who => who.IsOfficer).Select(who => who.Name).ToHashSet();
    }

    private static IEnumerable<Who> At(Stage stage, Procedure procedure) =>
    [
        .. stage.Deadlines.Select(d => d.Holder),
        .. stage.Chase is { } chase ? [chase.Holder] : Array.Empty<Who>(),
        .. stage.Gate is { } gate ? [gate.By] : Array.Empty<Who>(),
        .. stage.Meeting is { } meeting ? meeting.Invited.Append(meeting.ConvenedBy).Append(meeting.CoordinatedBy) : [],
        .. stage.Deciding is { } deciding ? OfDeciding(deciding) : [],
        .. stage.Forms.SelectMany(f => procedure.FormOf(f.Form).Copies.Concat(procedure.FormOf(f.Form).Signatures.Select(g => g.By)).Append(f.Holder)),
    ];

    private static IEnumerable<Who> OfDeciding(Core.Procedures.Deciding deciding) =>
        [.. deciding.Tell, .. deciding.Routes.Select(r => r.Authority), .. deciding.ChosenBy is { } chooser ? [chooser] : Array.Empty<Who>()];

    // By the sector that the file means, so that one which stands for every other kind of agency counts for those too.
    private static bool Applies(Tell tell, Standing s, Procedure procedure) => (tell.Stage is null || s.StagesVisited.Contains(tell.Stage))
        && (tell.Sector is null || s.Parties.Any(p => procedure.SectorOf(p.Sector)?.Id == tell.Sector));

    // What comes at the end is not yet theirs to read about; the rest comes early, or not at all.
    private static bool MayHaveHappened(Happening what, Opened opened) => what switch
    {
        Happening.Closed or Happening.Withdrawn or Happening.Redirected => opened.State is Difference.Ended,
        Happening.OutcomeSettled or Happening.EveryoneTold => opened.Standing.Settlement is not null,
        _ => true,
    };
}
