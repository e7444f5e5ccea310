using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Service.Directory;

/// <summary>
/// What a board's procedures let its directory say: the sectors of the procedure in force, the stages and the board's posts of every
/// procedure (differences go on under old ones), and the bodies outside that hold rungs for others.
/// </summary>
public sealed class Ladders(Procedure inForce, IEnumerable<Procedure> all)
{
    /// <summary>The sector of a body that only holds rungs for others and is no party itself, unless the procedure lists it in one.</summary>
    public const string OutsideBody = "outside-body";

    private readonly HashSet<string> bodies =
        [.. all.SelectMany(p => p.Sectors).SelectMany(s => s.Ladder).Select(r => r.Body).OfType<string>()];

    public IReadOnlyList<string> Sectors { get; } = [.. inForce.Sectors.Select(s => s.Id)];

    public IReadOnlyList<string> Stages { get; } = [.. all.SelectMany(p => p.Stages).Select(s => s.Id).Distinct()];

    public IReadOnlyList<string> Officers { get; } = [.. inForce.Officers.Concat(all.SelectMany(p => p.Officers)).Select(o => o.Id).Distinct()];

    public static Ladders Of(BoardRoom room) => new(room.InForce.Procedure, room.Procedures);

    /// <summary>Whether a rung names the agency, by its id or by its name.</summary>
    public bool IsBody(DirectoryAgency agency) => bodies.Contains(agency.Id) || bodies.Contains(agency.Name);

    public bool Has(DirectoryAgency agency) => Sectors.Contains(agency.Sector) || (agency.Sector == OutsideBody && IsBody(agency));
}
