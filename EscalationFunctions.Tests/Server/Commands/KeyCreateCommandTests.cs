using Escalation.Service.Access;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

public class KeyCreateCommandTests
{
    private Office office = null!;

    [SetUp]
    public void Open() => office = new Office();

    [TearDown]
    public void Close() => office.Dispose();

    [TestCase("--scope differences:read --scope differences:write")]
    [TestCase("--scope differences:read differences:write")]
    [TestCase("--scope differences:read,differences:write")]
    public async Task It_prints_the_secret_and_nothing_else(string scopes)
    {
        var said = await Run($"--agency severnside-council {scopes} --expires 2026-12-31");
        using BoardRooms rooms = new(office.Papers, office.Clock);
        var found = await new Keys(rooms, office.Clock).FindAsync(said.Output.TrimEnd('\n'), default);
        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
        Assert.That((found as Finding.Known)?.Caller, Is.EqualTo(
            new Caller("severnside", "severnside-council", [Scope.DifferencesRead, Scope.DifferencesWrite], $"key:{said.Output[4..16]}")));
    }

    [Test]
    public async Task The_board_office_of_several_boards_has_to_say_which()
    {
        Assert.That(await Run("--agency board-office --scope reports:read --expires 2026-12-31"),
            Is.EqualTo(new CommandLine(1, "", "Several boards fit: moorland, severnside. Say which with --board.\n")));
        var said = await Run("--agency board-office --scope reports:read --expires 2026-12-31 --board moorland");
        Assert.That((said.ExitCode, said.Error), Is.EqualTo((0, "")));
    }

    [TestCase("--agency nobody --scope reports:read --expires 2026-12-31", "No board has the agency \"nobody\".\n")]
    [TestCase("--agency nobody --scope reports:read --expires 2026-12-31 --board elsewhere",
        "There is no board \"elsewhere\". There are: moorland, severnside.\n")]
    [TestCase("--agency open-door --scope reports:read --expires 2028-01-01 --board moorland",
        "--agency: board \"moorland\" has no agency \"open-door\"\n--expires: a key is good for at most 400 days, until 2027-05-06\n")]
    public async Task What_is_refused_is_told_with_every_reason(string line, string reasons) =>
        Assert.That(await Run(line), Is.EqualTo(new CommandLine(1, "", reasons)));

    [TestCase("--agency open-door --scope read --expires 2026-12-31",
        "--scope is one of differences:read, differences:write, directory:read, directory:write, reports:read, notices:read, notices:write, keys:read, keys:write, not 'read'.\n")]
    [TestCase("--agency open-door --scope reports:read --expires soon", "--expires is a day as yyyy-MM-dd, not 'soon'.\n")]
    [TestCase("", "Option '--agency' is required.\nOption '--scope' is required.\nOption '--expires' is required.\n")]
    public async Task Wrong_usage_says_what_is_wrong(string line, string reasons) =>
        Assert.That(await Run(line), Is.EqualTo(new CommandLine(2, "", reasons)));

    private Task<CommandLine> Run(string line) =>
        BoardCommandLine.Run(office, ["key", "create", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
