using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Escalation.Core.Calendar;

namespace Escalation.Server.Commands;

/// <summary><c>escalation working-days</c>: "When is the second working day after Christmas Eve?"</summary>
public static class WorkingDaysCommand
{
    public static Command Create() => new("working-days", "Count working days, or list the bank holidays that they leave out.")
    {
        CreateAdd(),
        CreateList(),
    };

    private static Command CreateAdd()
    {
        var date = DateArgument();
        var count = NumberArgument("COUNT", "How many working days, 0 or more.");
        var calendar = CalendarOption();
        Command add = new("add", "Print the working day that many working days after DATE, which itself is not counted.")
        {
            date, count, calendar,
        };
        add.SetAction(line => Add(line, NationOf(line, calendar), line.GetValue(date), line.GetValue(count)));
        return add;
    }

    private static Command CreateList()
    {
        var year = NumberArgument("YEAR", $"From {BankHolidays.FirstYear} to {BankHolidays.LastYear}.");
        var calendar = CalendarOption();
        Command list = new("list", "Print the bank holidays of YEAR: date, tab, name, a line each.") { year, calendar };
        list.SetAction(line => List(line, NationOf(line, calendar), line.GetValue(year)));
        return list;
    }

    private static int Add(ParseResult line, Nation nation, DateOnly from, int count)
    {
        if (!Covers(from.Year)) return Refuse(line, $"{Written(from)} is outside {Years}.");
        WorkingDays days = new(nation);
        if (!Leaves(days, from, count)) return Refuse(line, $"Working day {count} after {Written(from)} is outside {Years}.");
        line.InvocationConfiguration.Output.WriteLine(Written(days.Add(from, count)));
        return 0;
    }

    private static int List(ParseResult line, Nation nation, int year)
    {
        if (!Covers(year)) return Refuse(line, $"{year} is outside {Years}.");
        foreach (var holiday in BankHolidays.In(nation, year))
            line.InvocationConfiguration.Output.WriteLine($"{Written(holiday.Date)}\t{holiday.Name}");
        return 0;
    }

    /// <summary>31 December 2100 is a Friday and a working day, so zero days from any day that we cover stays within.</summary>
    private static bool Leaves(WorkingDays days, DateOnly from, int count) =>
        count <= days.Between(from, new DateOnly(BankHolidays.LastYear, 12, 31));

    private static bool Covers(int year) => year is >= BankHolidays.FirstYear and <= BankHolidays.LastYear;

    private static string Years => $"the years {BankHolidays.FirstYear} to {BankHolidays.LastYear}, for which bank holidays are known";

    private static int Refuse(ParseResult line, string reason)
    {
        line.InvocationConfiguration.Error.WriteLine(reason);
        return 1;
    }

    private static Argument<DateOnly> DateArgument() => new("DATE")
    {
        Description = "Day zero, as yyyy-MM-dd.",
        CustomParser = token => Parsed<DateOnly>(
            token, DateOnly.TryParseExact(Text(token), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date), date,
            "DATE is a day as yyyy-MM-dd"),
    };

    private static Argument<int> NumberArgument(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = token => Parsed<int>(
            token, int.TryParse(Text(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number), number,
            $"{name} is a whole number, 0 or more"),
    };

    private static Option<string> CalendarOption() => new("--calendar")
    {
        Description = "Whose bank holidays.",
        HelpName = string.Join('|', Nations.AllIds),
        DefaultValueFactory = _ => Nations.IdOf(default),
        CustomParser = token => Parsed<string>(
            token, Nations.TryParse(Text(token), out _), Text(token), $"--calendar is one of {string.Join(", ", Nations.AllIds)}"),
    };

    private static T? Parsed<T>(ArgumentResult token, bool understood, T value, string wanted)
    {
        if (understood) return value;
        token.AddError($"{wanted}, not '{Text(token)}'.");
        return default;
    }

    private static Nation NationOf(ParseResult line, Option<string> calendar) =>
        Nations.TryParse(line.GetValue(calendar), out var nation)
            ? nation
            : throw new InvalidOperationException("Parsing lets no other through.");

    private static string Text(ArgumentResult token) => token.Tokens[0].Value;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
