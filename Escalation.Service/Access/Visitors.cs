using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Directory;

namespace Escalation.Service.Access;

/// <summary>
/// Who a person with an address is: asked of the directory each time and kept nowhere, so that somebody who left is not let in by what was
/// true when they signed in.
/// </summary>
public sealed class Visitors(BoardRooms rooms, TimeProvider clock)
{
    /// <summary>
    /// In which capacities somebody with this address can come, the board office's first. A practitioner by their mail domain is only who
    /// is nothing else. None where the board does not know the address.
    /// </summary>
    public async ValueTask<IReadOnlyList<Capacity>> CapacitiesAsync(string board, string email, CancellationToken cancel) =>
        await rooms.FindAsync(board, cancel) is { } room && Plausible.Email(email) ? CapacitiesIn(room, email) : [];

    /// <summary>The person in their only capacity; none where the board does not know them, or where they have to choose first.</summary>
    public async ValueTask<Visitor?> OfAsync(string board, string email, CancellationToken cancel) =>
        await CapacitiesAsync(board, email, cancel) is [var only] ? Seen(await rooms.OfAsync(board, cancel), email, only, null) : null;

    /// <summary>The person who signed in, in the capacity that they chose; none where they have to choose (again), or came by a link alone.</summary>
    public async ValueTask<Visitor?> OfAsync(SignIn signIn, CancellationToken cancel)
    {
        if (signIn.Via == Via.Link) return null;
        var capacities = await CapacitiesAsync(signIn.Board, signIn.Email, cancel);
        var chosen = signIn.As is { } said && capacities.Contains(said) ? said : capacities is [var only] ? only : null;
        return chosen is null ? null : Seen(await rooms.OfAsync(signIn.Board, cancel), signIn.Email, chosen, signIn.Said);
    }

    /// <summary>
    /// The person in one difference: as <see cref="OfAsync(SignIn, CancellationToken)"/> knows them, else as the record does, which names
    /// people whom no directory has: the worker who raised it, supporters, contacts named for it. None in a difference that their link is not for.
    /// </summary>
    public async ValueTask<Visitor?> InAsync(SignIn signIn, Opened opened, CancellationToken cancel)
    {
        if (signIn.Board != opened.Head.Board || (signIn.Difference is { } only && only != opened.Head.Id)) return null;
        if (signIn.Via == Via.Code) return await OfAsync(signIn, cancel) ?? OfRecord(signIn, opened.Standing);
        var room = await rooms.OfAsync(signIn.Board, cancel);
        // A link alone lets nobody be more than whom it was sent to, whatever else they are.
        return CapacitiesIn(room, signIn.Email).Where(c => c == signIn.As || signIn.As is Capacity.Contact)
            .OrderByDescending(c => c == signIn.As).Select(c => Seen(room, signIn.Email, c, null))
            .FirstOrDefault(v => v.Agency == (signIn.As as Capacity.Contact)?.Agency || HoldsRung(v, opened.Standing)) ?? OfRecord(signIn, opened.Standing);
    }

    /// <summary>The address as the board has it; none where it does not know it.</summary>
    internal async ValueTask<string?> RegisteredAsync(string board, string email, CancellationToken cancel) =>
        await CapacitiesAsync(board, email, cancel) is [var first, ..] ? Seen(await rooms.OfAsync(board, cancel), email, first, null).Email : null;

    private IReadOnlyList<Capacity> CapacitiesIn(BoardRoom room, string email)
    {
        var today = LondonTime.DayOf(clock.GetUtcNow());
        List<Capacity> named = [];
        if (Same(room.Board.Office.Email, email)) named.Add(new Capacity.BoardOffice());
        named.AddRange(room.Board.Officers.Where(o => Same(o.Reach.Email, email)).Select(o => new Capacity.Officer(o.Officer)));
        named.AddRange(room.Agencies.Where(a => a.Contacts.Any(c => Same(c.Email, email) && HasBegun(c, today))).Select(a => new Capacity.Contact(a.Id)));
        if (named.Count > 0) return named;
        var domain = email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return [.. room.Agencies.Where(a => a.Domains.Contains(domain)).Select(a => new Capacity.Practitioner(a.Id))];
    }

    // One whose time in post is over can still hold a rung in the record of a difference; Admittance says which. One who comes later cannot.
    private static bool HasBegun(DirectoryContact contact, DateOnly today) => contact.From <= today;

    private static Visitor Seen(BoardRoom room, string email, Capacity capacity, Said? said)
    {
        var (board, office) = (room.Board.Id, room.Board.Office);
        switch (capacity)
        {
            case Capacity.BoardOffice:
                return new(board, office.Email, said?.Name ?? office.Name, room.InForce.Procedure.TitleOf(Who.BoardOffice), null, [], true, []);
            case Capacity.Officer(var id):
                var reach = room.Board.Officers.First(o => o.Officer == id).Reach;
                return new(board, reach.Email, said?.Name ?? reach.Name, room.InForce.Procedure.TitleOf(new Who(id)), null, [], false, [id]);
            case Capacity.Contact(var agency):
                var theirs = room.FindAgency(agency)!.Contacts.Where(c => Same(c.Email, email)).ToList();
                var roles = string.Join("; ", theirs.Select(c => c.Role).Distinct());
                return new(board, theirs[0].Email, theirs[0].Name, roles, agency, theirs.Select(c => c.Id).ToValueList(), false, []);
            case Capacity.Practitioner(var agency):
                return new(board, email, said?.Name ?? "", said?.Role ?? "", agency, [], false, []);
            default:
                throw new InvalidOperationException($"{capacity} is no capacity.");
        }
    }

    // A body outside can hold an agency's rung; its contact is written to in the agency's place.
    private static bool HoldsRung(Visitor visitor, Standing s) => s.Rungs.Any(r => r.Contact is { } contact && visitor.Contacts.Contains(contact));

    private static Visitor? OfRecord(SignIn signIn, Standing s)
    {
        if (Same(s.Raiser.Email, signIn.Email)) return Of(s.Raiser, s.Parties.First(p => p.Side == Side.Raising).Agency);
        if (s.Nominations.LastOrDefault(n => Same(n.Contact.Email, signIn.Email)) is { } nomination) return Of(nomination.Contact, nomination.Agency);
        return s.Supporters.FirstOrDefault(p => Same(p.Supporter.Email, signIn.Email)) is { } supporter ? Of(supporter.Supporter, null) : null;

        Visitor Of(Person person, string? agency) => new(signIn.Board, person.Email!, person.Name, person.Role, agency, [], false, []);
    }

    internal static bool Same(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
