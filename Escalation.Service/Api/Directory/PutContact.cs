using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>PUT /contacts/{contact}: "She acts for us at this stage." A new contact, or other particulars of one who is there.</summary>
internal sealed class PutContact(BoardRooms rooms, Registrar registrar, Upkeep upkeep, TimeProvider clock)
{
    public static readonly Operation Operation = new(
        "PUT", "/contacts/{contact}", "She acts for us at this stage.", Scope.DirectoryWrite, typeof(AgencyAnswer), typeof(ContactBody),
        Tagged: true, Upkeep: true);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var (caller, id) = (http.Caller(), Upkeep.ContactOf(http));
        var room = await rooms.OfAsync(caller.Board, http.RequestAborted);
        var owner = room.FindContact(id)?.Agency;
        if (owner is not null && !Upkeep.IsFor(caller, owner)) return HttpAnswer.Of(Trouble.NotFound);
        var wanted = await Wanted<ContactBody>.ReadAsync(http);
        if (wanted.Refusal is { } refusal) return refusal;
        var body = wanted.Body!;
        if ((owner?.Id ?? caller.Agency ?? body.Agency) is not { } agency)
            return HttpAnswer.Of(HttpProblem.Of(
                Trouble.BadBody, mistakes: [new("/agency", MistakeCode.Missing, "It is needed: there is no such contact yet.")]));
        if (body.Agency is { } named && named != agency)
            return Upkeep.Refused(new Mistake("/agency", MistakeCode.BadValue, $"agency: it can only be \"{agency}\" here; a contact stays with its agency."));
        if (room.FindAgency(agency) is null)
            return Upkeep.Refused(new Mistake("/agency", MistakeCode.BadValue, $"agency: the board has no agency \"{agency}\"."));
        var today = LondonTime.DayOf(clock.GetUtcNow());
        var outcome = await registrar.PutContactAsync(
            caller.Board, agency, id, before => body.ToContact(id, before, today), wanted.Edition, http.RequestAborted);
        return upkeep.ToAnswer(http, outcome, typeof(ContactBody));
    }
}

/// <summary>Who acts. Absences and the day of confirmation have addresses of their own, and go with the person.</summary>
/// <param name="Agency">Of a new contact that the board office names; else it is known.</param>
/// <param name="From">The first day in post; left out, the day known before, or today.</param>
/// <param name="Until">The last day in post; left out, no end is known.</param>
/// <param name="Deputy">The id of another contact of the agency, who stands in during absences.</param>
internal sealed record ContactBody(
    string Stage, string Name, string Role, string Email, string? Phone = null, DateOnly? From = null, DateOnly? Until = null,
    string? Deputy = null, [Id] string? Agency = null)
{
    public DirectoryContact ToContact(string id, DirectoryContact? before, DateOnly today)
    {
        // Whoever takes over the id is neither away when the other one was, nor confirmed because the other one was.
        var same = before is not null && before.Name == Name && string.Equals(before.Email, Email, StringComparison.OrdinalIgnoreCase) ? before : null;
        return new DirectoryContact(
            id, Stage, Name, Role, Email, From ?? before?.From ?? today, Phone, Until, same?.Absences, Deputy, same?.LastConfirmed);
    }
}
