using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Year;

/// <summary>While nothing is settled: talk, proposals, disputes, dates, a higher stage, a panel, a change of mind.</summary>
internal static class Argument
{
    private static readonly ValueList<string> Affirmed = ["satisfied", "informed", "heard", "clear-plan"];

    public static async Task StepAsync(Life life, Standing s, bool isFourStages)
    {
        var (raising, responding) = (Life.SideOf(s, Side.Raising), Life.SideOf(s, Side.Responding));
        if (s.Deciding is not null && life.One(2)) await DecideAsync(life, s);
        else if (s.Stage == "3" && life.One(5)) await MeetAsync(life, s);
        else if (s.PendingProposal is { } proposal) await AnswerAsync(life, s, proposal);
        else
            await (life.Chance.Next(24) switch
            {
                < 8 => ProposeAsync(life, s, life.One(2) ? raising : responding, isFourStages),
                < 10 => life.AskAsync(responding, new Command.Respond(life.Name("answer"), "We see no need.", "The review found none.")),
                < 12 => life.AskAsync(raising, new Command.RecordDiscussion(life.Name("talk"), "the manager", "Both views.", "No agreement.", Step(s, isFourStages))),
                < 15 => AskForTimeAsync(life, s, raising, responding),
                15 => life.AskAsync(raising, new Command.MarkImmediateRisk("It has become worse.")),
                16 => life.AskAsync(raising, new Command.Withdraw("It was a misunderstanding.")),
                17 when life.One(2) => life.AskAsync(Life.Office, new Command.Redirect("personal", "It is about two people.")),
                18 => life.AskAsync(raising, new Command.AddParty("county-police", life.One(2) ? Side.Involved : Side.Responding, "They were there.")),
                19 => MeetAsync(life, s),
                20 => life.AskAsync(raising, new Command.ReportUnresolved("We cannot agree.")),
                21 => SubmitAsync(life, s),
                _ => life.AskAsync(raising, new Command.Escalate(s.Stage, "The managers could not agree.")),
            });
    }

    private static string? Step(Standing s, bool isFourStages) => !isFourStages ? null : s.Stage switch
    {
        "1" => "consult",
        "2" => "managers-discuss",
        "3" => "senior-managers-discuss",
        _ => "representatives-discuss",
    };

    private static Task<bool> ProposeAsync(Life life, Standing s, Actor by, bool isFourStages) => life.AskAsync(
        by, new Command.ProposeOutcome(life.Name("outcome"), "Care goes on.", "None.", Actions(life, s), isFourStages ? [] : Affirmed));

    private static ValueList<ActionAgreed> Actions(Life life, Standing s) => [.. Enumerable.Range(0, life.Chance.Next(3)).Select(_ =>
        new ActionAgreed(life.Name("act"), "Hold the review", s.Parties[life.Chance.Next(s.Parties.Count)].Agency, "Dee Manager", LondonTime.DayOf(life.Now).AddDays(life.Chance.Next(0, 60))))];

    private static async Task AnswerAsync(Life life, Standing s, Proposal proposal)
    {
        var others = s.Parties.Where(p => !proposal.ConfirmedBy.Contains(p.Agency)).Select(p => p.Agency).ToList();
        if (life.One(6)) await life.AskAsync(Life.Worker(others[0]), new Command.DisputeOutcome(proposal.Id, "It leaves the nights out."));
        else
            foreach (var other in others) await life.AskAsync(Life.Worker(other), new Command.ConfirmOutcome(proposal.Id, Affirmed));
    }

    private static async Task AskForTimeAsync(Life life, Standing s, Actor raising, Actor responding)
    {
        if (s.PendingAtStage.Concat(s.Duties).FirstOrDefault() is not { } deadline) return;
        var until = new WorkingDays(Nation.EnglandAndWales).Add(LondonTime.DayOf(deadline.DueAt ?? life.Now), life.Chance.Next(1, 6));
        var name = life.Name("date");
        if (!await life.AskAsync(responding, new Command.ProposeTimescale(name, deadline.Id, until, "The assessor is away."))) return;
        if (life.One(4)) await life.AskAsync(raising, new Command.DeclineTimescale(name, "It cannot wait."));
        else await life.AskAsync(raising, new Command.AgreeTimescale(name));
    }

    private static async Task MeetAsync(Life life, Standing s)
    {
        var name = life.Name("meeting");
        var everybody = s.Parties.Select(p => p.Agency).ToList();
        var meeting = new Command.ArrangeMeeting(name, life.Now, "the town hall", "to settle it", [.. everybody, "statutory-partners"]);
        if (!await life.AskAsync(Life.Office, meeting)) return;
        await life.AskAsync(Life.Office, new Command.RecordMeeting(
            name, life.Now, [.. everybody.Skip(life.Chance.Next(2)).Select(a => new Attendance(a, $"Somebody of {a}", !life.One(3)))], "They talked."));
    }

    private static async Task DecideAsync(Life life, Standing s)
    {
        if (s.Deciding!.Route is not { } route)
        {
            await life.AskAsync(Life.Chair, new Command.ChooseRoute(life.One(2) ? "mediation" : "panel", "It is the simpler way."));
            return;
        }

        if (route == "panel" && s.Deciding.Panel.Count == 0) await FormPanelAsync(life, s);
        await life.AskAsync(Life.Office, new Command.MakeDecision(life.Name("decision"), "Care goes on.", "The review was not done.", "None.", Actions(life, s), []));
    }

    private static async Task FormPanelAsync(Life life, Standing s)
    {
        var agencies = s.Parties.Select(p => p.Agency).Union(["county-police", "county-trust", "north-council"]).Take(Math.Max(3, s.Parties.Count)).ToList();
        await life.AskAsync(Life.Office, new Command.FormPanel([.. agencies.Select(a => new PanelMember($"Somebody of {a}", "Vice chair", a))]));
        foreach (var party in s.Parties) await life.AskAsync(Life.Office, new Command.HearRepresentation(party.Agency, "Their view."));
    }

    private static async Task SubmitAsync(Life life, Standing s) => await Endgame.FillFormsAsync(life, s);
}
