using System.CommandLine;
using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Simulating;

namespace Escalation.Server.Commands;

/// <summary><c>escalation procedure simulate FILE --outset yyyy-MM-ddTHH:mm [--json]</c>: what happens if nobody acts.</summary>
public static class ProcedureSimulateCommand
{
    private const string OutsetForm = "yyyy-MM-ddTHH:mm";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A procedure file." };
        var outset = OutsetOption();
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("simulate", "Tell what happens to a difference if nobody acts, deadline by deadline.") { file, outset, json };
        command.SetAction(line => Run(line, line.GetRequiredValue(file), line.GetRequiredValue(outset), line.GetValue(json)));
        return command;
    }

    private static int Run(ParseResult line, string file, DateTime outset, bool json)
    {
        if (ProcedureText.Read(file, line.InvocationConfiguration.Error) is not { } procedure) return 1;
        var at = LondonTime.At(DateOnly.FromDateTime(outset), TimeOnly.FromDateTime(outset));
        if (at.Year is < BankHolidays.FirstYear or >= BankHolidays.LastYear)
        {
            line.InvocationConfiguration.Error.WriteLine(
                $"--outset lies in {at.Year}. A simulation can begin from {BankHolidays.FirstYear} to {BankHolidays.LastYear - 1}: "
                + $"bank holidays are known to the end of {BankHolidays.LastYear}.");
            return 1;
        }

        var days = new WorkingDays(procedure.WorkingTime.NationOf());
        try
        {
            line.InvocationConfiguration.Output.Write(json
                ? SimulationText.Json(procedure, at, Simulation.Run(procedure, at, days))
                : SimulationText.Text(procedure, at, days));
            return 0;
        }
        catch (ArgumentOutOfRangeException)
        {
            line.InvocationConfiguration.Error.WriteLine(
                $"The simulation leads beyond {BankHolidays.LastYear}, to the end of which bank holidays are known.");
            return 1;
        }
    }

    private static Option<DateTime> OutsetOption() => new("--outset")
    {
        Description = $"When the concern was first considered, in local time, as {OutsetForm}.",
        HelpName = OutsetForm,
        Required = true,
        CustomParser = token =>
        {
            var text = token.Tokens[0].Value;
            if (DateTime.TryParseExact(text, OutsetForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var outset)) return outset;
            token.AddError($"--outset is a local time as {OutsetForm}, not '{text}'.");
            return default;
        },
    };
}
