using Escalation.Core.Calendar;
using Escalation.Service.Closures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Calendar;

/// <summary>What is asked of somebody who adds a closure day.</summary>
internal static class CalendarQuestions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new Day("date", "On which day are the board's offices closed?") { Hint = "For example 28 12 2026.", Missing = "Enter the day" },
        new Line("name", "Why are they closed?")
        {
            Hint = "Everybody whose date moves reads this as the reason, for example \"Christmas closure\".", Missing = "Enter why the offices are closed", Width = "20",
        },
    ];

    public static ClosureChange ToChange(Answers answers) => ClosureChange.Adding(new ClosureDay(answers.Day("date")!.Value, answers["name"]));
}
