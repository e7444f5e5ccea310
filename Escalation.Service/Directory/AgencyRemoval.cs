using Escalation.Service.Boards;
using Escalation.Service.Desk;

namespace Escalation.Service.Directory;

/// <summary>
/// "This agency should never have been here." Only one goes that no record names, for records name agencies by their ids for ever, and that no
/// key lets in, for another agency could have its id one day.
/// </summary>
public sealed class AgencyRemoval(BoardRooms rooms, IJournal journal, TimeProvider clock)
{
    private readonly Registry registry = new(rooms);

    /// <summary>
    /// Its contacts go with it. A difference that is raised with it in this very moment keeps its id, and the board office holds the duties
    /// that would have been its own.
    /// </summary>
    /// <param name="edition">The edition that the caller saw; null where it does not matter.</param>
    public async Task<Registered<DirectoryAgency>> RemoveAsync(string board, string agency, long? edition, CancellationToken cancel)
    {
        var isParty = (await journal.ListAsync(new Query(board, agency, Limit: 1), cancel)).Heads.Count > 0;
        return await registry.RemoveAsync(board, agency, edition, file => WhyNot(agency, isParty, file.HasKey(agency, clock.GetUtcNow())), cancel);
    }

    private static IEnumerable<FieldProblem> WhyNot(string agency, bool isParty, bool hasKey)
    {
        if (isParty) yield return new("agency", $"\"{agency}\" is a party to differences, and their records name it; give its contacts a last day in post instead");
        if (hasKey) yield return new("agency", $"a system of \"{agency}\" has a key; revoke the key first");
    }
}
