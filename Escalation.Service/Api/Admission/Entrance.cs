using Escalation.Service.Api.Reading;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Admission;

/// <summary>
/// Lets callers at the differences that are theirs: those of their board to which their agency is a party, the board office at all of its
/// board's. Another's difference looks to them like one that does not exist.
/// </summary>
internal sealed class Entrance(IJournal journal, RecentRecords recent)
{
    /// <summary>The difference that the address names, as the journal has it now; none where the caller may not see one.</summary>
    public async ValueTask<Head?> FindAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["difference"]!;
        return BodyText.IsId(id) && await journal.FindHeadAsync(id, http.RequestAborted) is { } head && IsFor(head, http) ? head : null;
    }

    /// <summary>
    /// The same for somebody who acts, perhaps as it stood a moment ago: the desk looks again. Who was a party stays one, so what is
    /// remembered does to let somebody in; before it keeps somebody out, the journal is asked.
    /// </summary>
    public async ValueTask<Head?> AdmitAsync(HttpContext http) =>
        recent.Find((string)http.Request.RouteValues["difference"]!) is { Head: { Key: not null } known } && IsFor(known, http) ? known : await FindAsync(http);

    private static bool IsFor(Head head, HttpContext http)
    {
        var caller = http.Caller();
        return head.Board == caller.Board && (caller.IsBoardOffice || head.Card.Parties.Any(p => p.Agency == caller.Agency));
    }
}
