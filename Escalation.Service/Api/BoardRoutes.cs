using Escalation.Service.Api.Directory;
using Escalation.Service.Api.KeyRing;
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
        MapUpkeep(endpoints);
        endpoints.Map<OverdueReport>(OverdueReport.Operation, (report, http) => report.AnswerAsync(http));
        endpoints.Map<MonitoringReport>(MonitoringReport.Operation, (report, http) => report.AnswerAsync(http));
        endpoints.Map<ReadNotices>(ReadNotices.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<ResendNotice>(ResendNotice.Operation, (resend, http) => resend.AnswerAsync(http));
        endpoints.Map<ReadKeys>(ReadKeys.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<RevokeKey>(RevokeKey.Operation, (revoke, http) => revoke.AnswerAsync(http));
    }

    private static void MapUpkeep(IEndpointRouteBuilder endpoints)
    {
        endpoints.Map<PutAgency>(PutAgency.Operation, (put, http) => put.AnswerAsync(http));
        endpoints.Map<RemoveAgency>(RemoveAgency.Operation, (remove, http) => remove.AnswerAsync(http));
        endpoints.Map<PutContact>(PutContact.Operation, (put, http) => put.AnswerAsync(http));
        endpoints.Map<RemoveContact>(RemoveContact.Operation, (remove, http) => remove.AnswerAsync(http));
        endpoints.Map<ConfirmContact>(ConfirmContact.Operation, (confirm, http) => confirm.AnswerAsync(http));
        endpoints.Map<SetAbsences>(SetAbsences.Operation, (set, http) => set.AnswerAsync(http));
        endpoints.Map<ImportDirectory>(ImportDirectory.Operation, (import, http) => import.AnswerAsync(http));
        endpoints.Map<ReadOfficers>(ReadOfficers.Operation, (read, http) => read.AnswerAsync(http));
        endpoints.Map<SetOfficers>(SetOfficers.Operation, (set, http) => set.AnswerAsync(http));
    }
}
