using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;

namespace Escalation.Core.Notices.Words;

/// <summary>Words about what was done in somebody's name. They say which act and when, never what was said of it.</summary>
internal static class DisowningSayings
{
    private const string Ended = "The difference has ended, and stays so unless the board office opens it again.";

    public static Saying Of(Telling t)
    {
        var deed = t.Standing.FindDeed(int.Parse(t.Notice.Detail!, CultureInfo.InvariantCulture))!;
        return t.Notice.Kind switch
        {
            NoticeKind.Confirmation => new("This was recorded in your name",
                $"You, or somebody acting for {Who(deed, t)}, {What(deed)} at {DateWords.Of(deed.Entry.At)}.",
                "If this was not you, say so at once: open the difference, or contact the board office. Anything that depends on it then waits until the board office has looked into it."),
            NoticeKind.Disowned => new("Somebody says that it was not them",
                $"At {DateWords.Of(deed.Entry.At)} it was recorded that {Who(deed, t)} {What(deed)}. {By(deed, t)} that they did not do this.",
                t.Standing.IsAtRest
                    ? Ended
                    : "Anything that depends on it waits until the board office has looked into it. The deadlines stand as they were, and everything else goes on."),
            NoticeKind.DisowningAnswered => new(deed.Doubt == Doubt.Stands ? "What was recorded stands" : "What was recorded does not stand",
                $"At {DateWords.Of(deed.Entry.At)} it was recorded that {Who(deed, t)} {What(deed)}. {Found(deed)}", deed.Doubt == Doubt.Stands ? "" : Follows(deed, t)),
            _ => throw new InvalidOperationException($"No words for {t.Notice.Kind}."),
        };
    }

    private static string Who(Deed deed, Telling t) =>
        deed.Entry.By.AgencyOrNull is { } agency ? t.Agency(agency) : t.Procedure.TitleOf(new Procedures.Who(deed.Who));

    private static string By(Deed deed, Telling t) => deed.DisownedBy == deed.Who ? "They have said"
        : $"{Sentences.Capital(t.Procedure.TitleOf(Procedures.Who.BoardOffice))} has said on their behalf";

    private static string Found(Deed deed) => deed.Doubt == Doubt.Stands
        ? "It had been said that they did not do this. The board office has found that it stands, so what was held goes on."
        : "The board office has found that this was not their act, so it is void.";

    private static string What(Deed deed) => deed.Fact switch
    {
        Fact.Responded => "gave an answer",
        Fact.OutcomeProposed => "proposed an outcome",
        Fact.OutcomeConfirmed => "confirmed the proposed outcome",
        Fact.OutcomeDisputed => "disputed the proposed outcome",
        Fact.TimescaleProposed => "asked for another date",
        Fact.TimescaleAgreed => "agreed to another date",
        Fact.TimescaleDeclined => "declined another date",
        Fact.Escalated => "took the difference to a higher stage",
        Fact.GatePassed => "agreed that it goes to a higher stage",
        Fact.ImmediateRiskMarked => "marked that the adult is at immediate risk",
        Fact.ImmediateRiskLifted => "marked that the immediate risk is over",
        Fact.UnresolvedReported => "reported that it is unresolved",
        Fact.RouteChosen => "chose how it is decided",
        Fact.PanelFormed => "named the panel",
        Fact.DecisionMade => "recorded a decision",
        Fact.FormSigned => "signed a form",
        Fact.Withdrawn => "withdrew the difference",
        Fact.Redirected => "sent the difference to where it belongs",
        Fact.Reopened => "opened the difference again",
        _ => throw new InvalidOperationException($"No words for {deed.Fact.GetType().Name}."),
    };

    private static string Follows(Deed deed, Telling t) => t.Standing.IsAtRest ? Ended : deed.Fact switch
    {
        Fact.Responded => "An answer is still needed.",
        Fact.OutcomeProposed or Fact.DecisionMade => "The outcome that was put forward is withdrawn. Whoever thinks that it is right can propose it again.",
        Fact.OutcomeConfirmed => "The confirmation is taken back, and the proposed outcome waits for it again.",
        Fact.OutcomeDisputed => "The dispute is taken back. Where nothing newer was put forward, the proposed outcome can be confirmed or disputed again.",
        Fact.TimescaleProposed or Fact.TimescaleAgreed =>
            "A date that was agreed stays where it is, because people have gone by it. Whoever thinks that unsafe can take the difference further at once.",
        Fact.TimescaleDeclined => "The date can be asked for again.",
        Fact.Escalated => "The difference stays where it is: nobody is taken back down a stage.",
        Fact.GatePassed => "A manager's agreement is needed again.",
        Fact.ImmediateRiskMarked => "The adult counts as at immediate risk until somebody marks that it is over.",
        Fact.ImmediateRiskLifted => "The adult counts as at immediate risk again.",
        Fact.UnresolvedReported => "Where others have begun to decide, they go on.",
        Fact.RouteChosen => "Where nothing has been decided, it has to be chosen again how it is decided.",
        Fact.PanelFormed => "Where nothing has been decided, the panel has to be named again.",
        Fact.FormSigned => "The form has to be signed there again.",
        Fact.Withdrawn or Fact.Redirected => "The board office has opened the difference again since.",
        Fact.Reopened => "The difference stays open.",
        _ => throw new InvalidOperationException($"Nothing is said of what follows from {deed.Fact.GetType().Name}."),
    };
}
