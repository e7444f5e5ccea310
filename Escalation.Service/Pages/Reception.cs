using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Frame;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Pages;

/// <summary>Where pages find out whose they are, who looks at them, and what that person may see.</summary>
internal sealed class Reception(
    BoardRooms rooms, DifferenceDesk desk, IJournal journal, SignIns signIns, Visitors visitors, Links links, LinkCookies cookies, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DifferenceDesk Desk => desk;

    public Visitors Visitors => visitors;

    public async ValueTask<BoardRoom?> RoomAsync(HttpContext http) =>
        http.Request.RouteValues["board"] is string board ? await rooms.FindAsync(board, http.RequestAborted) : null;

    /// <summary>The sign-in that the browser shows, where it is one to this board; else the link that it opened, where a link alone is enough.</summary>
    public async ValueTask<SignIn?> SignInAsync(BoardRoom room, HttpContext http)
    {
        if (HostCookies.SignIn.Of(http) is { } token && await signIns.FindAsync(token, http.RequestAborted) is { } signIn && signIn.Board == room.Board.Id) return signIn;
        return HostCookies.Link.Of(http) is { } value && cookies.Read(value) is { } id
            && await links.LookByIdAsync(id, http.RequestAborted) is LinkView.Live { NeedsCode: false } live && live.Link.For.Board == room.Board.Id
                ? live.ToSignIn()
                : null;
    }

    public ValueTask<Visitor?> VisitorAsync(SignIn signIn, CancellationToken cancel) => visitors.OfAsync(signIn, cancel);

    /// <summary>Where the person stands who raises something new.</summary>
    public Standpoint Stand(BoardRoom room, Visitor visitor) => new(room, visitor, [], null, Now);

    /// <summary>Where the person stands towards the difference; none where they may not see it, or there is none.</summary>
    public async Task<Standpoint?> StandAsync(BoardRoom room, SignIn signIn, string id, CancellationToken cancel)
    {
        if (!BodyText.IsId(id) || await desk.ReadAsync(id, cancel) is not { Opened.Head.Key: not null } full || full.Opened.Head.Board != room.Board.Id) return null;
        if (await visitors.InAsync(signIn, full.Opened, cancel) is not { } visitor) return null;
        var places = Admittance.Of(visitor, full.Opened, room, LondonTime.DayOf(Now));
        return places.Count > 0 ? new Standpoint(room, visitor, places, full, Now) : null;
    }

    /// <summary>
    /// What is left of a difference that was erased, for those who could have seen it by their post: the board's people, and who acts for a
    /// party today. None if it was not erased, or is not theirs; the record no longer knows who else it was.
    /// </summary>
    public async Task<Head?> ErasedAsync(BoardRoom room, Visitor visitor, string id, CancellationToken cancel)
    {
        if (!BodyText.IsId(id) || await journal.FindHeadAsync(id, cancel) is not { Key: null } head || head.Board != room.Board.Id) return null;
        var theirs = visitor.Contacts.Count > 0 && head.Card.Parties.Any(p => p.Agency == visitor.Agency);
        return visitor.IsBoardOffice || visitor.Officers.Count > 0 || theirs ? head : null;
    }
}
