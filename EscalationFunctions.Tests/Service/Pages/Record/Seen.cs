using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Pages.Journeys;

namespace EscalationFunctions.Tests.Service.Pages.Record;

/// <summary>A difference as somebody sees it, out of the real journal.</summary>
internal static class Seen
{
    /// <param name="contact">The id of a contact of the directory, such as "county-trust-2".</param>
    public static async Task<Standpoint> ByContactAsync(this TestOffice office, string id, string contact)
    {
        var room = await office.Rooms.OfAsync(TestOffice.Severnside, default);
        var (found, agency) = room.FindContact(contact)!.Value;
        return await office.ByAsync(id, new Visitor(room.Board.Id, found.Email, found.Name, found.Role, agency.Id, [found.Id], false, []));
    }

    public static async Task<Standpoint> ByBoardOfficeAsync(this TestOffice office, string id, string board = TestOffice.Severnside)
    {
        var room = await office.Rooms.OfAsync(board, default);
        return await office.ByAsync(id, new Visitor(board, room.Board.Office.Email, "Board Office", "Board office", null, [], true, []));
    }

    public static async Task<Standpoint> ByAsync(this TestOffice office, string id, Visitor visitor)
    {
        var room = await office.Rooms.OfAsync(visitor.Board, default);
        var full = (await office.Desk.ReadAsync(id, default))!;
        return new Standpoint(room, visitor, Admittance.Of(visitor, full.Opened, room, LondonTime.DayOf(office.Clock.GetUtcNow())), full, office.Clock.GetUtcNow());
    }

    public static async Task TimePassesAsync(this TestOffice office, string id, string at)
    {
        office.Clock.MoveTo(at);
        await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass());
    }
}
