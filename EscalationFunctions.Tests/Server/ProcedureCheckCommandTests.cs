using EscalationFunctions.Tests.Core.Procedures;
using EscalationFunctions.Tests.Core.Procedures.Simulating;

namespace EscalationFunctions.Tests.Server;

public sealed class ProcedureCheckCommandTests
{
    private static readonly string Sound = Simulated.PathOf(Simulated.Somerset);

    private static readonly string Other = Simulated.PathOf(Simulated.SouthGloucestershire);

    [Test]
    public async Task Files_without_a_mistake_are_ok_a_line_each() =>
        Assert.That(await Check(Sound, Other), Is.EqualTo(new CommandLine(0, $"{Sound}: ok\n{Other}: ok\n", "")));

    [Test]
    public async Task Every_mistake_of_a_file_has_its_line_with_its_place()
    {
        using var bad = new TemporaryFile(SoundFile.Text.Replace("\"hoursAre\": \"working-days\"", "\"hoursAre\": \"days\"", StringComparison.Ordinal)
            .Replace("\"48 hours\"", "\"2 workdays\"", StringComparison.Ordinal));

        var said = await Check(bad.Path);

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(said.Error).Select(l => l.Split(' ')[1]), Is.EquivalentTo(new[] { "$.workingTime.hoursAre:", "$.stages[0].deadlines[2].within:" }));
        Assert.That(Lines(said.Error), Has.All.StartsWith($"{bad.Path}: $"));
    }

    [Test]
    public async Task One_bad_file_among_several_does_not_hide_the_good_ones()
    {
        using var bad = new TemporaryFile("{ \"id\": }");

        var said = await Check(Sound, bad.Path, Other);

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, $"{Sound}: ok\n{Other}: ok\n")));
        Assert.That(Lines(said.Error), Has.All.StartsWith($"{bad.Path}: $").And.Not.Empty);
    }

    [TestCase("", TestName = "An empty file is refused in one line")]
    [TestCase("procedure", TestName = "A file that is no JSON is refused in one line")]
    [TestCase("[]", TestName = "A file that is a list is refused in one line")]
    [TestCase("null", TestName = "A file that is null is refused in one line")]
    public async Task What_is_no_procedure_at_all_is_refused(string text)
    {
        using var bad = new TemporaryFile(text);
        var said = await Check(bad.Path);

        Assert.That((said.ExitCode, said.Output, Lines(said.Error).Count), Is.EqualTo((1, "", 1)));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_refused_in_one_line()
    {
        var said = await Check("no-such-file.json");

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(said.Error), Has.Count.EqualTo(1).And.All.StartsWith("no-such-file.json: $: cannot be read: "));
    }

    [Test]
    public async Task A_folder_is_refused_in_one_line()
    {
        var folder = Path.GetDirectoryName(Sound)!;
        var said = await Check(folder);

        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(Lines(said.Error), Has.Count.EqualTo(1).And.All.StartsWith($"{folder}: $: cannot be read: "));
    }

    [TestCase("procedure check", "Required argument 'FILE' missing for command: 'check'.")]
    [TestCase("procedure", "Required command was not provided.")]
    [TestCase("procedure chekc x.json", "Required command was not provided.\nUnrecognized command or argument 'chekc'.\nUnrecognized command or argument 'x.json'.")]
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

    private static Task<CommandLine> Check(params string[] files) => CommandLine.Run(["procedure", "check", .. files]);

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
