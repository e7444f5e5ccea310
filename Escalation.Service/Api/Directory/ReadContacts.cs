using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Api.Admission;
using Escalation.Service.Api.Answers;
using Escalation.Service.Api.Reading;
using Escalation.Service.Boards;
using Microsoft.AspNetCore.Http;

namespace Escalation.Service.Api.Directory;

/// <summary>GET /contacts: "Who acts for whom at that stage?"</summary>
internal sealed class ReadContacts(BoardRooms rooms)
{
    public static readonly Operation Operation = new(
        "GET", "/contacts", "Who acts for whom at that stage?", Scope.DirectoryRead, typeof(ContactsAnswer), Query:
        [new("agency", new Shape.Id(), "Only those of this agency."), new("stage", new Shape.Id(), "Only those at this stage.")]);

    public async Task<HttpAnswer> AnswerAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query, Operation.Query);
        if (query.Mistakes.Any) return HttpAnswer.Of(HttpProblem.Of(Trouble.BadRequest, mistakes: query.Mistakes.ToList()));
        var (agency, stage) = (query.Text("agency"), query.Text("stage"));
        var room = await rooms.OfAsync(http.Caller().Board, http.RequestAborted);
        return HttpAnswer.Of(new ContactsAnswer(
            (from a in room.Agencies
             where agency is null || a.Id == agency
             from c in a.Contacts
             where stage is null || c.Stage == stage
             select ContactAnswer.Of(a.Id, c)).ToValueList()));
    }
}
