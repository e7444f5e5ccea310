using Escalation.Core;
using Escalation.Core.Calendar;

namespace Escalation.Service.Boards;

/// <summary>A safeguarding board: the tenant. Everything else belongs to exactly one.</summary>
/// <param name="Id">Small letters, figures and hyphens; the first part of the addresses of its pages.</param>
/// <param name="Procedure">Id of the procedure in force, under which differences open now.</param>
/// <param name="Version">Its version. A difference stays on the version under which it opened.</param>
/// <param name="ReferencePrefix">What its references begin with, for example "SG".</param>
/// <param name="Office">Where the board office is reached.</param>
/// <param name="Officers">Who holds the posts that the procedure names.</param>
/// <param name="Closures">Days on which the board's offices are closed beside bank holidays.</param>
/// <param name="OverdueReport">How the overdue report goes out; as usual unless said.</param>
/// <param name="Retention">How long records are kept once they have ended; where no rule fits, <see cref="RetentionRule.Usual"/>.</param>
/// <param name="ConfirmAfterDays">After how many days a contact is asked whether they are still right; a quarter unless said.</param>
public sealed record Board(
    string Id,
    string Name,
    string Procedure,
    string Version,
    string ReferencePrefix,
    Reach Office,
    ValueList<OfficerInPost> Officers,
    ValueList<ClosureDay> Closures,
    ReportSettings? OverdueReport = null,
    ValueList<RetentionRule>? Retention = null,
    int ConfirmAfterDays = 92);

/// <summary>How somebody is reached.</summary>
public sealed record Reach(string Name, string Email, string? Phone = null);

/// <summary>Somebody in a post that the procedure names.</summary>
/// <param name="Officer">The officer's id in the procedure.</param>
public sealed record OfficerInPost(string Officer, Reach Reach);
