using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Year;

/// <summary>Once it is settled: everybody is told, forms are sent; now and then it turns out that a confirmation was not theirs.</summary>
internal static class Endgame
{
    public static async Task StepAsync(Life life, Standing s)
    {
        if (life.One(12) && s.Deeds.LastOrDefault(d => d.Fact is Fact.OutcomeConfirmed or Fact.OutcomeProposed && d.Doubt == Doubt.None) is { } deed)
            await life.AskAsync(Life.Worker(deed.Who), new Command.Disown(deed.Number, "Nobody here has done that."));
        else if (s.Disowned.FirstOrDefault() is { } disowned)
            await life.AskAsync(Life.Office, new Command.AnswerDisowned(disowned.Number, life.One(3), "We have asked them."));
        else if (life.One(5)) await FollowUpAsync(life, s);
        else
        {
            await life.AskAsync(Actor.Post, new Command.ConfirmTold([.. s.Parties.Select(p => p.Agency), "raiser"]));
            await FillFormsAsync(life, s);
        }
    }

    // What can be said as soon as there is an outcome, and may yet be taken back with it.
    private static Task FollowUpAsync(Life life, Standing s) => s.Actions.FirstOrDefault(a => !a.Done) is { } action
        ? life.AskAsync(Life.Worker(action.Action.Agency), new Command.CompleteAction(action.Action.Id, "It is done."))
        : life.AskAsync(Life.SideOf(s, Side.Responding), new Command.GiveFeedback(life.Chance.Next(1, 6), "None."));

    public static async Task FillFormsAsync(Life life, Standing s)
    {
        var raising = Life.SideOf(s, Side.Raising);
        if (s.Stage is "3" && s.FindForm("referral") is null && await life.AskAsync(raising, new Command.FillForm("referral",
            [new("organisations", "Both."), new("request", "Care."), new("action-taken", "Talk."), new("refusal-reasons", "None."), new("other", "Nothing.")], Complete: true))) return;
        if (s.Stage is not ("3" or "4")) return;
        var edition = (s.FindForm("monitoring")?.Edition ?? 0) + 1;
        if (!await life.AskAsync(raising, new Command.FillForm("monitoring", [new("service-user", "N-1"), new("summary", $"Both views, {edition}."), new("outcome", "Care goes on.")]))) return;
        await life.AskAsync(raising, new Command.SignForm("monitoring", "initiating", "Team manager", edition));
        await life.AskAsync(Life.SideOf(s, Side.Responding), new Command.SignForm("monitoring", "receiving", "Ward manager", edition));
    }
}

/// <summary>After the end: actions, feedback, what the board can learn; and some are opened again.</summary>
internal static class Afterwards
{
    /// <returns>Whether anything more will happen.</returns>
    public static async Task<bool> StepAsync(Life life, Standing s)
    {
        var unfinished = s.Actions.FirstOrDefault(a => !a.Done);
        await (life.Chance.Next(14) switch
        {
            < 4 when unfinished is { } action => life.AskAsync(Life.Worker(action.Action.Agency), new Command.CompleteAction(action.Action.Id, "It is done.")),
            4 when unfinished is { } action => life.AskAsync(Life.Office, new Command.ChangeAction(
                action.Action.Id, action.Action.Agency, "Dee Manager", Escalation.Core.Calendar.LondonTime.DayOf(life.Now).AddDays(life.Chance.Next(1, 40)), "They were ill.")),
            < 8 => life.AskAsync(Life.SideOf(s, Side.Raising), new Command.GiveFeedback(life.Chance.Next(1, 6), "None.")),
            8 => life.AskAsync(Life.SideOf(s, Side.Responding), new Command.PassLearning(life.Name("learning"), "Nobody knew the form.")),
            9 => life.AskAsync(Life.Office, new Command.RecordDebrief((DebriefStep)life.Chance.Next(4), "")),
            10 when life.One(3) => life.AskAsync(Life.Office, new Command.Reopen("1", "Something new has come up.")),
            _ => Task.FromResult(true),
        });
        return unfinished is not null || !life.One(3);
    }
}
