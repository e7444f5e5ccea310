using EscalationFunctions.Tests.Core.Procedures.Simulating;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary><c>escalation procedure</c> as a script calls it: exit codes, and what goes to which stream.</summary>
public sealed class ProcedureCommandTests
{
    private static readonly string Sound = Simulated.PathOf(Simulated.Somerset), Other = Simulated.PathOf(Simulated.SouthGloucestershire);

    [Test]
    public async Task Files_without_a_mistake_are_ok_a_line_each() =>
        Assert.That(await CommandLine.Run("procedure", "check", Sound, Other), Is.EqualTo(new CommandLine(0, $"{Sound}: ok\n{Other}: ok\n", "")));

    [Test]
    public async Task One_bad_file_among_several_does_not_hide_the_good_ones()
    {
        using var bad = new TemporaryFile("{ \"id\": }");

        var said = await CommandLine.Run("procedure", "check", Sound, bad.Path, Other);

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, $"{Sound}: ok\n{Other}: ok\n")));
        Assert.That(said.Error, Does.StartWith($"{bad.Path}: $"));
    }

    [TestCase("", TestName = "An empty file is refused in one line")]
    [TestCase("procedure", TestName = "A file that is no JSON is refused in one line")]
    [TestCase("[]", TestName = "A file that is a list is refused in one line")]
    [TestCase("null", TestName = "A file that is null is refused in one line")]
    public async Task What_is_no_procedure_at_all_is_refused(string text)
    {
        using var bad = new TemporaryFile(text);

        var said = await CommandLine.Run("procedure", "check", bad.Path);

        Assert.That((said.ExitCode, said.Output, said.Error.Count(c => c == '\n')), Is.EqualTo((1, "", 1)));
    }

    [TestCase("simulate no-such-file.json --outset 2026-12-23T10:00", "no-such-file.json: cannot be read: ")]
    [TestCase("simulate . --outset 2026-12-23T10:00", ".: cannot be read: ")]
    [TestCase("check no-such-file.json", "no-such-file.json: cannot be read: ")]
    [TestCase("check .", ".: cannot be read: ")]
    public async Task A_file_that_cannot_be_read_is_refused_in_one_line(string line, string reason)
    {
        var said = await CommandLine.Run(["procedure", .. line.Split(' ')]);

        Assert.That((said.ExitCode, said.Output, said.Error.Count(c => c == '\n')), Is.EqualTo((1, "", 1)));
        Assert.That(said.Error, Does.StartWith(reason));
    }

    [TestCase("procedure check", "Required argument 'FILE' missing for command: 'check'.")]
    [TestCase("procedure", "Required command was not provided.")]
    [TestCase("procedure chekc x.json",
        "Required command was not provided.\nUnrecognized command or argument 'chekc'.\nUnrecognized command or argument 'x.json'.")]
    public async Task Wrong_usage_says_what_is_wrong_a_line_each(string line, string reasons) =>
        Assert.That(await CommandLine.Run(line.Split(' ')), Is.EqualTo(new CommandLine(2, "", reasons + "\n")));

    [TestCase("procedure --help", "simulate <FILE>")]
    [TestCase("procedure check --help", "<FILE>...")]
    [TestCase("procedure simulate --help", "--outset <yyyy-MM-ddTHH:mm>")]
    public async Task Help_is_no_mistake(string line, string contains)
    {
        var said = await CommandLine.Run(line.Split(' '));

        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Output, Does.Contain(contains));
    }
}
