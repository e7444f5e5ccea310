using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"You can have until then", or "No, because…": one question, so that neither answer is nearer than the other.</summary>
internal sealed class AnswerTime : Journey
{
    public override string Path => "answer-time";

    public override string Title(Standpoint at) => "Agree or decline more time";

    public override string About(Standpoint at) => "The other side has asked for time. Until you agree, the time that was set runs on.";

    public override bool IsOffered(Standpoint at) => RequestsTo(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var requests = RequestsTo(at);
        yield return new Screen("id", new Choice("id", "Which request do you answer?", [.. requests.Select(t => OptionOf(t, at))])
        {
            Missing = "Select the request",
        });
        if (requests.FirstOrDefault(t => t.Id == answers["id"]) is not { } chosen) yield break;
        yield return new Screen("agree", new Choice("agree", $"Does your organisation agree to {DateWords.Of(chosen.Until)}?", AnswersTo(chosen, at))
        {
            Hint = CanBeAgreed(chosen, at) ? null : "That day is no longer later than the present one, so it can only be declined.",
            Missing = "Select whether your organisation agrees",
        })
        { Quoted = [("Why the time is needed", ReasonOf(chosen, at))] };
        if (answers["agree"] == Choice.No)
            yield return new Screen("reason", new Prose("reason", "Why do you not agree?")
            {
                Hint = "Say which day would do, if one would.",
                Missing = "Enter why you do not agree",
            });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        answers.IsYes("agree") ? new Command.AgreeTimescale(answers["id"]) : new Command.DeclineTimescale(answers["id"], answers["reason"]);

    public override string SendLabel(Standpoint at) => "Send our answer";

    public override string DoneTitle(Standpoint at) => "Your answer has gone to the other side";

    private static List<Timescale> RequestsTo(Standpoint at) => at is { IsOpen: true, Party: { Side: not Side.Involved } party }
        ? [.. at.Standing.Timescales.Where(t => t.Status == TimescaleStatus.Proposed && at.Standing.PartyOf(t.Agency)?.Side != party.Side)]
        : [];

    private static Option OptionOf(Timescale request, Standpoint at) => new(
        request.Id, $"Until {DateWords.Of(request.Until)}", $"{at.NameOf(request.Agency)}, to {at.Standing.FindDeadline(request.Deadline)?.Set.Title}");

    private static IReadOnlyList<Option> AnswersTo(Timescale request, Standpoint at) =>
        CanBeAgreed(request, at) ? [new(Choice.Yes, "Yes, we agree"), new(Choice.No, "No, we do not agree")] : [new(Choice.No, "No, we do not agree")];

    // The deadline may have moved since it was asked for.
    private static bool CanBeAgreed(Timescale request, Standpoint at)
    {
        var until = at.Opened.Terms.DueTimes.CloseOf(request.Until);
        return until > at.Now && (at.Standing.FindDeadline(request.Deadline)?.DueAt is not { } due || until > due);
    }

    private static string ReasonOf(Timescale request, Standpoint at) =>
        at.Entries.Select(e => e.Fact).OfType<Fact.TimescaleProposed>().LastOrDefault(f => f.Id == request.Id)?.Reason ?? "";
}
