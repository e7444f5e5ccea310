using Escalation.Core.Calendar;
using EscalationFunctions.Tests.Core.Calendar;

namespace EscalationFunctions.Tests.Server;

public sealed class WorkingDaysCommandTests
{
    [TestCase("2026-12-23", "2", null, "2026-12-29", TestName = "England and Wales unless told otherwise")]
    [TestCase("2026-12-23", "5", "england-and-wales", "2027-01-04", TestName = "Five days over Christmas in England")]
    [TestCase("2026-06-12", "1", "scotland", "2026-06-16", TestName = "One day over the World Cup holiday in Scotland")]
    [TestCase("2026-07-10", "1", "northern-ireland", "2026-07-14", TestName = "One day over the Twelfth in Northern Ireland")]
    [TestCase("2026-06-06", "0", null, "2026-06-08", TestName = "No days from a Saturday")]
    [TestCase("1995-01-01", "1", null, "1995-01-03", TestName = "From the first day that we answer for")]
    [TestCase("2100-12-31", "0", null, "2100-12-31", TestName = "To the last day that we answer for")]
    public async Task Adding_working_days_prints_the_day(string date, string count, string? calendar, string due)
    {
        string[] options = calendar is null ? [] : ["--calendar", calendar];

        var said = await CommandLine.Run(["working-days", "add", date, count, .. options]);

        Assert.That(said, Is.EqualTo(new CommandLine(0, due + "\n", "")));
    }

    [TestCaseSource(typeof(PublishedLists), nameof(PublishedLists.EveryYearOfEveryNation))]
    public async Task Listing_a_year_prints_what_was_published(Nation nation, int year)
    {
        var published = string.Concat(PublishedLists.Of(nation, year).Select(holiday => $"{holiday.Date:yyyy-MM-dd}\t{holiday.Name}\n"));

        var said = await CommandLine.Run("working-days", "list", $"{year}", "--calendar", Nations.IdOf(nation));

        Assert.That(said, Is.EqualTo(new CommandLine(0, published, "")));
    }

    [Test]
    public async Task Listing_a_year_is_for_England_and_Wales_unless_told_otherwise() =>
        Assert.That(
            await CommandLine.Run("working-days", "list", "2026"),
            Is.EqualTo(await CommandLine.Run("working-days", "list", "2026", "--calendar", "england-and-wales")));

    [TestCase("list 1994", "1994 is outside the years 1995 to 2100, for which bank holidays are known.")]
    [TestCase("list 2101", "2101 is outside the years 1995 to 2100, for which bank holidays are known.")]
    [TestCase("add 1994-12-31 1", "1994-12-31 is outside the years 1995 to 2100, for which bank holidays are known.")]
    [TestCase("add 2101-01-01 0", "2101-01-01 is outside the years 1995 to 2100, for which bank holidays are known.")]
    [TestCase("add 2100-12-31 1", "Working day 1 after 2100-12-31 is outside the years 1995 to 2100, for which bank holidays are known.")]
    [TestCase("add 2026-06-05 2147483647",
        "Working day 2147483647 after 2026-06-05 is outside the years 1995 to 2100, for which bank holidays are known.")]
    public async Task A_day_that_nobody_vouches_for_is_refused_with_the_reason(string line, string reason) =>
        Assert.That(await CommandLine.Run(["working-days", .. line.Split(' ')]), Is.EqualTo(new CommandLine(1, "", reason + "\n")));

    [TestCase("working-days add",
        "Required argument 'DATE' missing for command: 'add'.\nRequired argument 'COUNT' missing for command: 'add'.")]
    [TestCase("working-days add 2026-6-5 1", "DATE is a day as yyyy-MM-dd, not '2026-6-5'.")]
    [TestCase("working-days add 05/06/2026 1", "DATE is a day as yyyy-MM-dd, not '05/06/2026'.")]
    [TestCase("working-days add 2026-02-29 1", "DATE is a day as yyyy-MM-dd, not '2026-02-29'.")]
    [TestCase("working-days add tomorrow soon",
        "DATE is a day as yyyy-MM-dd, not 'tomorrow'.\nCOUNT is a whole number, 0 or more, not 'soon'.")]
    [TestCase("working-days add 2026-06-05 -1", "COUNT is a whole number, 0 or more, not '-1'.")]
    [TestCase("working-days add 2026-06-05 1.5", "COUNT is a whole number, 0 or more, not '1.5'.")]
    [TestCase("working-days list", "Required argument 'YEAR' missing for command: 'list'.")]
    [TestCase("working-days list MMXXVI", "YEAR is a whole number, 0 or more, not 'MMXXVI'.")]
    [TestCase("working-days list @years", "YEAR is a whole number, 0 or more, not '@years'.")]
    [TestCase("working-days list 2026 2027", "Unrecognized command or argument '2027'.")]
    [TestCase("working-days list 2026 --nation scotland",
        "Unrecognized command or argument '--nation'.\nUnrecognized command or argument 'scotland'.")]
    [TestCase("working-days list 2026 --calendar wales",
        "--calendar is one of england-and-wales, scotland, northern-ireland, not 'wales'.")]
    [TestCase("working-days list 2026 --calendar", "Required argument missing for option: '--calendar'.")]
    [TestCase("working-days", "Required command was not provided.")]
    [TestCase("holidays", "Required command was not provided.\nUnrecognized command or argument 'holidays'.")]
    public async Task Wrong_usage_says_what_is_wrong_a_line_each(string line, string reasons) =>
        Assert.That(await CommandLine.Run(line.Split(' ')), Is.EqualTo(new CommandLine(2, "", reasons + "\n")));

    [Test]
    public async Task Without_a_command_the_usage_is_wrong() =>
        Assert.That(await CommandLine.Run(), Is.EqualTo(new CommandLine(2, "", "Required command was not provided.\n")));

    [TestCase("--help", "working-days")]
    [TestCase("working-days --help", "add <DATE> <COUNT>")]
    [TestCase("working-days add --help", "--calendar <england-and-wales|scotland|northern-ireland>")]
    [TestCase("working-days list --help", "[default: england-and-wales]")]
    [TestCase("--version", ".")]
    public async Task Help_and_version_are_no_mistake(string line, string contains)
    {
        var said = await CommandLine.Run(line.Split(' '));

        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Output, Does.Contain(contains));
    }
}
