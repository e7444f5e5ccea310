using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Raising;

/// <summary>"We differ about how to keep this adult safe."</summary>
internal sealed class RaiseIt : Journey
{
    public const string Address = "raise";

    private const string AtRisk = "at-risk", Earlier = "earlier", Colleague = "colleague";

    public override string Path => Address;

    public override string Title(Standpoint at) => "Raise a difference";

    public override bool IsOffered(Standpoint at) => at.RecordOrNull is null && Admittance.MayRaise(at.Visitor, at.Room, LondonTime.DayOf(at.Now));

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return ConcernScreens.Before(at);
        foreach (var screen in ScreeningScreens.Of(at.Procedure, answers)) yield return screen;
        if (ScreeningScreens.EndWith(at.Procedure, answers)) yield break;
        foreach (var screen in ConcernScreens.Of(at, answers)) yield return screen;
        // What is sent elsewhere at once has no clock, so nobody is asked when it began or how urgent it is.
        if (!IsElsewhere(at, answers))
            foreach (var screen in TimeAndRisk(at, answers)) yield return screen;
        foreach (var screen in WhoRaisesIt(at, answers)) yield return screen;
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming)
    {
        var elsewhere = IsElsewhere(at, answers);
        var atRisk = !elsewhere && answers.IsYes(AtRisk);
        var start = elsewhere ? null : StartingStages.ChosenIn(at, answers, atRisk);
        return new Command.Raise(
            // The desk gives it its reference.
            "-",
            ConcernScreens.In(answers), answers.All("responding").ToValueList(), answers.All("involved").ToValueList(),
            !elsewhere && answers["when"] == Earlier ? answers.Moment("outset", "outset-time")!.Value : at.Now,
            IsForColleague(at, answers) ? PersonQuestions.In("raiser", answers) : new Person(at.Visitor.Name, at.Visitor.Role, at.Visitor.Email),
            ScreeningScreens.Yes(at.Procedure, answers).ToValueList(),
            atRisk ? answers["immediateRisk"] : null,
            start, start is null ? null : answers["startReason"]);
    }

    public override string SendLabel(Standpoint at) => "Send it";

    public override string DoneTitle(Standpoint at) => at.Opened.State is Difference.Ended { Ending: Ending.Redirected }
        ? "It is on the record that it belongs elsewhere"
        : "The difference has been raised";

    private static bool IsElsewhere(Standpoint at, Answers answers) => ScreeningScreens.Redirecting(at.Procedure, answers) is not null;

    private static IEnumerable<Screen> TimeAndRisk(Standpoint at, Answers answers)
    {
        yield return new Screen("when", new Choice("when", "When was the concern first considered?",
            [new("now", "Now: I have only just come to it"), new(Earlier, "Earlier", "You are asked for the day and the time.")])
        {
            Hint = "By any worker, in any organisation. The deadlines of the procedure can count from then.",
            Missing = "Select when the concern was first considered",
        });
        if (answers["when"] == Earlier)
            yield return new Screen("outset", "When was the concern first considered?",
                new Day("outset", "Which day was it?") { Missing = "Enter the day on which it was first considered", Wrong = day => WrongWith(day, at) },
                new Time("outset-time", "About what time?") { Hint = "For example 10:30am, as near as you can say.", Missing = "Enter about what time" });
        yield return new Screen(AtRisk, Choice.YesNo(AtRisk, $"Is {at.Whom} at immediate risk?")
            with { Hint = "If so, make the emergency calls first. This service calls nobody." });
        var atRisk = answers.IsYes(AtRisk);
        if (atRisk)
            yield return new Screen("immediateRisk", new Prose("immediateRisk", $"Why is {at.Whom} at immediate risk?")
            {
                Missing = $"Enter why {at.Whom} is at immediate risk",
            });
        foreach (var screen in StartingStages.Of(at, answers, atRisk)) yield return screen;
    }

    private static IEnumerable<Screen> WhoRaisesIt(Standpoint at, Answers answers)
    {
        if (!CanBeForColleague(at)) yield break;
        yield return new Screen("raised-by", new Choice("raised-by", "Who is raising it?",
            [new("me", "I do"), new(Colleague, "A colleague: I am entering it for them")])
        {
            Hint = "Whoever raises it is told of every step and of the outcome.",
            Missing = "Select who raises it",
        });
        if (IsForColleague(at, answers))
            yield return new Screen("raiser", "The colleague who raises it", PersonQuestions.Of("raiser", "The outcome is sent to this address."));
    }

    // A practitioner whom the directory does not name would lose sight of it the moment it is sent.
    private static bool CanBeForColleague(Standpoint at) => at.Visitor.Contacts.Count > 0;

    private static bool IsForColleague(Standpoint at, Answers answers) => CanBeForColleague(at) && answers["raised-by"] == Colleague;

    private static string? WrongWith(DateOnly day, Standpoint at)
    {
        var today = LondonTime.DayOf(at.Now);
        return day > today ? "The day must be today or in the past" : day < today.AddYears(-5) ? "The day can be at most 5 years back" : null;
    }
}
