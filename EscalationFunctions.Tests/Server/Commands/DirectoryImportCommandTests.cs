using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

public class DirectoryImportCommandTests
{
    private const string Ferry = "agency,agency-name,sector,stage,contact,name,role,email,from\n"
        + "ferry-company,Ferry Company,other-agency,1,ferry-1,Asha Rill,Purser,asha@example.org,2026-04-01\n";

    private Office office = null!;

    [SetUp]
    public void Open() => office = new Office();

    [TearDown]
    public void Close() => office.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public async Task It_prints_what_changes_and_changes_it_unless_it_is_a_dry_run(bool dryRun)
    {
        using TemporaryFile file = new(Ferry);
        var said = await Run(file.Path, dryRun ? ["--board", "severnside", "--dry-run"] : ["--board", "severnside"]);
        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Output.Split('\n')[1..3], Is.EqualTo(new[]
        {
            "+ agency ferry-company: Ferry Company, other-agency",
            "  + contact ferry-1: stage 1; name Asha Rill; role Purser; email asha@example.org; from 2026-04-01",
        }));
        Assert.That(said.Output, Does.EndWith(dryRun ? "Nothing was changed: this was a dry run.\n" : "Done for board severnside.\n"));
        Assert.That(await office.Papers.ChangesAsync(default), Is.EqualTo(dryRun ? 0 : 1));
    }

    [Test]
    public async Task Every_mistake_is_told_with_its_file_line_and_column_and_nothing_is_changed()
    {
        using TemporaryFile file = new(Ferry + "x,X,polise\ny,,police\n");
        var said = await Run(file.Path, "--board", "severnside");
        Assert.That((said.ExitCode, said.Output), Is.EqualTo((1, "")));
        Assert.That(said.Error.Split('\n')[0], Does.StartWith($"{file.Path}: line 3, sector: \"polise\" cannot be taken; "));
        Assert.That(said.Error.Split('\n')[1..], Is.EqualTo(new[] { $"{file.Path}: line 4, agency-name: is missing: an agency's name is needed", "" }));
        Assert.That(await office.Papers.ChangesAsync(default), Is.Zero);
    }

    [Test]
    public async Task Where_there_are_several_boards_it_has_to_be_said_which()
    {
        using TemporaryFile file = new(Ferry);
        Assert.That(await Run(file.Path), Is.EqualTo(new CommandLine(1, "", "Several boards fit: moorland, severnside. Say which with --board.\n")));
    }

    [Test]
    public async Task A_file_that_is_not_there_is_said_not_to_be()
    {
        var said = await Run("/nowhere/directory.csv", "--data", "not opened");
        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error, Does.StartWith("/nowhere/directory.csv: cannot be read: "));
    }

    [Test]
    public async Task Without_a_file_the_usage_is_wrong() =>
        Assert.That(await BoardCommandLine.Run(office, "directory", "import"),
            Is.EqualTo(new CommandLine(2, "", "Required argument 'FILE.csv' missing for command: 'import'.\n")));

    private Task<CommandLine> Run(string file, params string[] options) => BoardCommandLine.Run(office, ["directory", "import", file, .. options]);
}
