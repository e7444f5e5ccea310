namespace EscalationFunctions.Tests.Core.Procedures;

public class MistakesOfWorkingTimeTests
{
    [TestCaseSource(nameof(Mistakes))]
    public void Is_told_with_its_place_and_what_would_be_right(Mistake mistake) => mistake.IsTold();

    private static IEnumerable<Mistake> Mistakes =>
    [
        new("a nation in the wrong words",
            [("\"nation\": \"england-and-wales\"", "\"nation\": \"england-wales\"")],
            """$.workingTime.nation: is "england-wales" and must be "england-and-wales", "scotland" or "northern-ireland"; did you mean "england-and-wales"?"""),
        new("a nation with other bank holidays than ours",
            [("\"nation\": \"england-and-wales\"", "\"nation\": \"france\"")],
            "$.workingTime.nation: is \"france\" and must be \"england-and-wales\", \"scotland\" or \"northern-ireland\""),
        new("the day ends before the next one begins",
            [("\"nextDayAfter\": \"16:00\"", "\"nextDayAfter\": \"17:01\"")],
            "$.workingTime.nextDayAfter: is 17:01, when the day has closed at 17:00 already; say 17:00 or earlier"),
        new("the next day begins where the day ends",
            [("\"nextDayAfter\": \"16:00\"", "\"nextDayAfter\": \"17:00\"")]),
        new("a reminder at the close of day comes too late",
            [("\"remindAt\": \"10:00\"", "\"remindAt\": \"17:00\"")],
            "$.remindAt: is 17:00, when nobody can keep a deadline that is over at 17:00; say an earlier time"),
        new("a reminder a minute before comes in time",
            [("\"remindAt\": \"10:00\"", "\"remindAt\": \"16:59\"")]),
        new("hours that nobody explains",
            [(", \"hoursAre\": \"working-days\"", "")],
            "$.workingTime.hoursAre: is missing and must be \"elapsed\" or \"working-days\", since $.stages[0].deadlines[0].within says \"24 hours\""),
        new("hours that are no whole days",
            [("\"within\": \"24 hours\"", "\"within\": \"36 hours\"")],
            "$.stages[0].deadlines[0].within: \"36 hours\" are no whole working days of 24 hours; say a multiple of 24, or \"36 elapsed hours\""),
        new("hours that elapse can be any number",
            [("\"hoursAre\": \"working-days\"", "\"hoursAre\": \"elapsed\""), ("\"within\": \"24 hours\"", "\"within\": \"36 hours\"")]),
        new("nobody is chased by the hour",
            [("\"every\": \"1 working week\"", "\"every\": \"48 hours\"")],
            "$.stages[1].chase.every: is \"48 hours\", and reminders come every so many working days, working weeks or calendar days; say for example \"5 working days\""),
        new("a reminder every as agreed",
            [("\"every\": \"5 working days\"", "\"every\": \"as agreed\"")],
            "$.chase.every: is \"as agreed\", and reminders come every so many working days, working weeks or calendar days; say for example \"5 working days\""),
        new("reminders can follow the calendar",
            [("\"every\": \"5 working days\"", "\"every\": \"7 calendar days\"")]),
        new("actions are chased by days too",
            [("\"actionsChasedEvery\": \"5 working days\"", "\"actionsChasedEvery\": \"same working day\"")],
            "$.afterClosing.actionsChasedEvery: is \"same working day\", and reminders come every so many working days, working weeks or calendar days; say for example \"5 working days\""),
        new("two stages without a chase of their own go quiet",
            [("\"chase\": { \"every\": \"5 working days\", \"holder\": \"every-party\", \"boardOfficeAfter\": 2 },", "")],
            """$.chase: is missing, and without it nobody would notice silence at stage "1" and "3"; say how it is chased, here or at each of them"""),
    ];
}
