using Escalation.Service.Api.Directory;
using Escalation.Service.Api.Notices;
using Escalation.Service.Api.Reports;
using Microsoft.AspNetCore.Routing;

namespace Escalation.Service.Api;

/// <summary>Every address of what a board has beside its differences.</summary>
internal static class BoardRoutes
{
    public static void MapBoard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.Map<ReadAgencies>(ReadAgencies.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadAgency>(ReadAgency.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadContacts>(ReadContacts.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadProcedures>(ReadProcedures.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ReadProcedure>(ReadProcedure.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<OverdueReport>(OverdueReport.Operation, (report, http) => report.AnswerAsync(http));
        endpoints.Map<ReadNotices>(ReadNotices.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ResendNotice>(ResendNotice.Operation, (resend, http) => resend.AnswerAsync(http));
    }
}
