using System.Globalization;
using System.Text.Json;
using EscalationFunctions.Tests.Core.Procedures;
using EscalationFunctions.Tests.Core.Procedures.Simulating;

namespace EscalationFunctions.Tests.Server.Commands;

public sealed class ProcedureSimulateCommandTests
{
    private static readonly string File = Simulated.PathOf(Simulated.SouthGloucestershire);

    [TestCaseSource(typeof(SimulationTests), nameof(SimulationTests.CheckedByHand))]
    public async Task The_dates_that_a_program_reads_are_those_that_were_checked_by_hand(string outset, string dues, string reason)
    {
        var entries = (await Json(outset)).GetProperty("entries").EnumerateArray();

        var read = entries.Where(e => (Text(e, "event"), Text(e, "deadline")) == ("deadline-set", "resolve")).Select(e => Text(e, "dueAt")![..10]);

        Assert.That(string.Join(' ', read), Is.EqualTo(dues), reason);
    }

    [Test]
    public async Task The_members_are_those_that_scripts_rely_on_null_where_they_do_not_apply()
    {
        var simulation = await Json("2026-10-23T16:00");

        Assert.That(simulation.EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "procedure", "version", "outset", "entries" }));
        Assert.That(simulation.GetProperty("outset").GetString(), Is.EqualTo("2026-10-23T16:00:00+01:00"));
        foreach (var entry in simulation.GetProperty("entries").EnumerateArray())
            Assert.That(entry.EnumerateObject().Select(m => m.Name),
                Is.EqualTo(new[] { "at", "stage", "event", "deadline", "kind", "dutyHolder", "dueAt", "onExpiry", "why" }));
        Assert.That(Text(simulation.GetProperty("entries")[0], "deadline"), Is.Null);
    }

    [Test]
    public async Task Its_times_are_in_order_and_in_local_offset_over_the_clock_change()
    {
        var times = (await Json("2026-10-23T16:00")).GetProperty("entries").EnumerateArray().Select(e => Text(e, "at")!).ToList();

        Assert.That(times.Select(t => t[^6..]).Distinct(), Is.EqualTo(new[] { "+01:00", "+00:00" }));
        Assert.That(times.Select(t => DateTimeOffset.ParseExact(t, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)), Is.Ordered);
    }

    [Test]
    public async Task Without_asking_for_JSON_it_is_for_people() =>
        Assert.That(await CommandLine.Run("procedure", "simulate", File, "--outset", "2026-12-23T10:00"),
            Is.EqualTo(new CommandLine(0, Simulated.Text(Simulated.SouthGloucestershire, "2026-12-23T10:00"), "")));

    [TestCase("1994-12-31T23:59", "--outset lies in 1994. A simulation can begin from 1995 to 2099: bank holidays are known to the end of 2100.")]
    [TestCase("2100-01-01T00:00", "--outset lies in 2100. A simulation can begin from 1995 to 2099: bank holidays are known to the end of 2100.")]
    public async Task A_year_that_nobody_vouches_for_is_refused_with_a_sentence(string outset, string reason) =>
        Assert.That(await CommandLine.Run("procedure", "simulate", File, "--outset", outset), Is.EqualTo(new CommandLine(1, "", reason + "\n")));

    [TestCase("1995-01-01T00:00")]
    [TestCase("2099-12-31T23:59")]
    public async Task The_first_and_the_last_moment_that_we_answer_for_can_be_simulated(string outset)
    {
        var said = await CommandLine.Run("procedure", "simulate", File, "--outset", outset);

        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
    }

    [TestCase("--json")]
    [TestCase(null)]
    public async Task A_simulation_that_leads_beyond_the_years_we_know_is_refused_with_a_sentence(string? json)
    {
        using var slow = new TemporaryFile(SoundFile.Spoil(SoundFile.Text, instead: "\"400 working days\", \"from\": \"raised\"", of: "\"40 working days\", \"from\": \"raised\""));
        string[] options = json is null ? [] : [json];

        Assert.That(await CommandLine.Run(["procedure", "simulate", slow.Path, "--outset", "2099-12-01T10:00", .. options]),
            Is.EqualTo(new CommandLine(1, "", "The simulation leads beyond 2100, to the end of which bank holidays are known.\n")));
    }

    [TestCase("2026-12-23")]
    [TestCase("2026-12-23 10:00")]
    [TestCase("2026-12-23T10:00:00")]
    [TestCase("2026-12-23T10:00+00:00")]
    [TestCase("23/12/2026T10:00")]
    [TestCase("2026-02-29T10:00")]
    [TestCase("2026-12-23T24:00")]
    public async Task An_outset_in_another_form_is_wrong_usage(string outset) =>
        Assert.That(await CommandLine.Run("procedure", "simulate", File, "--outset", outset),
            Is.EqualTo(new CommandLine(2, "", $"--outset is a local time as yyyy-MM-ddTHH:mm, not '{outset}'.\n")));

    [TestCase("simulate FILE", "Option '--outset' is required.")]
    [TestCase("simulate FILE --outset", "Required argument missing for option: '--outset'.")]
    [TestCase("simulate --outset 2026-12-23T10:00", "Required argument 'FILE' missing for command: 'simulate'.")]
    [TestCase("simulate FILE --outset 2026-12-23T10:00 --yaml", "Unrecognized command or argument '--yaml'.")]
    public async Task What_is_missing_or_not_known_is_wrong_usage(string line, string reason) =>
        Assert.That(await CommandLine.Run(["procedure", .. line.Split(' ')]), Is.EqualTo(new CommandLine(2, "", reason + "\n")));

    [Test]
    public async Task A_file_with_mistakes_is_refused_with_each_of_them_and_nothing_is_simulated()
    {
        using var bad = new TemporaryFile(SoundFile.Spoil(SoundFile.Text, instead: "\"2 workdays\"", of: "\"48 hours\""));
        var said = await CommandLine.Run("procedure", "simulate", bad.Path, "--outset", "2026-12-23T10:00", "--json");

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error, Does.StartWith($"{bad.Path}: $.stages[0].deadlines[2].within: "));
    }

    private static async Task<JsonElement> Json(string outset)
    {
        var said = await CommandLine.Run("procedure", "simulate", File, "--outset", outset, "--json");
        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        return JsonDocument.Parse(said.Output).RootElement;
    }

    private static string? Text(JsonElement entry, string member) => entry.GetProperty(member).GetString();
}
