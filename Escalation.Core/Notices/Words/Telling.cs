using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;

namespace Escalation.Core.Notices.Words;

/// <summary>What the words of one notice are made of.</summary>
/// <param name="AgencyName">An agency's name by its id.</param>
internal sealed record Telling(Notice Notice, Standing Standing, Procedure Procedure, Func<string, string> AgencyName)
{
    public string Reference => Standing.Reference;

    /// <summary>"stage 2 (Discussing the concern)"; the present stage where the notice is of none that the procedure has.</summary>
    public string Stage => StageNamed(Notice.Stage);

    public string Raising => Agencies(Side.Raising);

    public string Responding => Agencies(Side.Responding);

    /// <summary>The promise that the notice is about, as it stands.</summary>
    public Deadline? Deadline => Notice.Deadline is { } id ? Standing.Deadlines.LastOrDefault(d => d.Id == id && d.Stage == Notice.Stage) : null;

    /// <summary>What is asked, as the rest of "please …".</summary>
    public string Asked => Deadline?.Set.Title ?? "take the next step";

    /// <summary>"by 5pm on …", or "without delay" where there is no date.</summary>
    public string By => (Notice.DueAt ?? Deadline?.DueAt) is { } due ? $"by {DateWords.Of(due)}" : "without delay";

    /// <summary>When it is or was due: "5pm on …".</summary>
    public string Due => (Notice.DueAt ?? Deadline?.DueAt) is { } due ? DateWords.Of(due) : "no date";

    /// <summary>Whether what is asked is asked of the one who reads.</summary>
    public bool IsAskedOfReader => Deadline is { } deadline && Notice.To switch
    {
        Recipient.Rung rung => Standing.PartyOf(rung.Agency)?.IsAmong(deadline.Set.Holder) == true,
        Recipient.TheRaiser => deadline.Set.Holder == Who.Raiser,
        Recipient.Officer officer => deadline.Set.Holder.Name == officer.Id,
        _ => false,
    };

    public string StageNamed(string id) => Procedure.FindStage(id) is { } stage ? $"stage {stage.Id} ({stage.Title})" : "the present stage";

    public string Agency(string? id) => id is null ? "an agency" : AgencyName(id);

    /// <summary>How its due time was reckoned, where it has one.</summary>
    public string? Why => Deadline is { DueAt: not null } deadline ? Explanation.Of(deadline) : null;

    /// <summary>What follows if nothing is done.</summary>
    public string? Otherwise => Deadline is not { DueAt: not null } deadline ? null : deadline.Set.OnExpiry switch
    {
        OnExpiry.Escalate => Procedure.FindStage(deadline.Stage) is { } stage && Procedure.ClockGoesTo(stage) is { } next
            ? $"If it is not settled by then, it goes to {StageNamed(next)} automatically. Nothing is decided by that."
            : "If it is not settled by then, the board office is told. Nothing is decided by that.",
        OnExpiry.Flag => $"If it is not done by then, {Procedure.TitleOf(Who.BoardOffice)} is told.",
        _ => "If it is not done by then, you will be reminded.",
    };

    private string Agencies(Side side) => Sentences.And([.. Standing.Parties.Where(p => p.Side == side).Select(p => AgencyName(p.Agency))]);
}
