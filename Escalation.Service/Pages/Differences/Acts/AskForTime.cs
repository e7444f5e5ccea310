using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"Could we have until that day?"</summary>
internal sealed class AskForTime : Journey
{
    public override string Path => "ask-for-time";

    public override string Title(Standpoint at) => "Ask for more time, or for a date";

    public override string About(Standpoint at) => "The other side has to agree. Until it does, the time that was set runs on.";

    public override bool IsOffered(Standpoint at) => at is { IsUnsettled: true, Party.Side: not Side.Involved } && OpenDeadlines(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var deadlines = OpenDeadlines(at);
        yield return new Screen("deadline", new Choice("deadline", "What do you need time for?", [.. deadlines.Select(d => DeadlineOptions.OptionOf(d, at))])
        {
            Missing = "Select what you need time for",
        });
        var chosen = deadlines.FirstOrDefault(d => d.Id == answers["deadline"]);
        yield return new Screen("until", new Day("until", "Until which day?")
        {
            Hint = "A working day. It ends when working days end under the procedure.",
            Missing = "Enter the day until which you need time",
            Wrong = day => WrongWith(day, chosen, at),
        });
        yield return new Screen("reason", new Prose("reason", "Why is this time needed?")
        {
            Hint = $"And how {at.Whom} is kept safe meanwhile.",
            Missing = "Enter why this time is needed",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.ProposeTimescale(naming.Id(), answers["deadline"], answers.Day("until")!.Value, answers["reason"]);

    public override string SendLabel(Standpoint at) => "Ask the other side";

    public override string DoneTitle(Standpoint at) => "The other side has been asked";

    private static List<Deadline> OpenDeadlines(Standpoint at) =>
        [.. at.Standing.Deadlines.Where(d => d is { IsCap: false, IsPending: true } && (d.DueAt is not { } due || due > at.Now))];

    // What the rules say of the day as well, said where it is typed.
    private static string? WrongWith(DateOnly day, Deadline? deadline, Standpoint at)
    {
        if (day > LondonTime.DayOf(at.Now).AddYears(1)) return "The day can be at most a year ahead";
        var times = at.Opened.Terms.DueTimes;
        if (times.CloseOf(day) <= at.Now) return "The day must not be over yet";
        if (deadline?.DueAt is { } due && times.CloseOf(day) <= due) return $"The day must be later than {DateWords.Of(due)}";
        if (times.Days.WhyNot(day) is not { } why) return null;
        var because = why == day.DayOfWeek.ToString() ? "" : $" ({why})";
        return $"{DateWords.Of(day)} is not a working day{because}; the next one is {DateWords.Of(times.Days.OnOrAfter(day))}";
    }
}

/// <summary>A deadline as something to choose.</summary>
internal static class DeadlineOptions
{
    public static Option OptionOf(Deadline deadline, Standpoint at) => new(
        deadline.Id, Sentences.Capital(deadline.Set.Title),
        $"For {at.Procedure.TitleOf(deadline.Set.Holder)}. {DueOf(deadline)}");

    private static string DueOf(Deadline deadline) =>
        deadline.DueAt is { } due ? $"{(deadline.IsLate ? "Was due" : "Due")} at {DateWords.Of(due)}." : "There is no date yet.";
}
