using Escalation.Service.Access;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>The keys that a board has given out, on the command line: seen without their secrets, and revoked.</summary>
public class KeyRingCommandsTests
{
    private Office office = null!;
    private string id = "", secret = "";

    [SetUp]
    public async Task GiveOutAKey()
    {
        office = new Office();
        secret = (await Run("create", "--agency", Office.Council, "--scope", "reports:read", "--expires", "2026-12-31")).Output.TrimEnd('\n');
        id = KeyText.Read(secret)!.Id;
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task A_key_is_listed_without_its_secret() =>
        Assert.That((await Run("list", "--board", Office.Severnside)).Output, Is.EqualTo($"""
            KEY           WHOSE               LAST DAY    LAST USED  STATE  SCOPES
            {id}  severnside-council  2026-12-31  never      good   reports:read

            """));

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_key_that_is_revoked_works_no_longer(bool named)
    {
        string[] board = named ? ["--board", Office.Severnside] : [];
        for (var i = 0; i < 2; i++)
            Assert.That(await Run(["revoke", id, .. board]), Is.EqualTo(new CommandLine(0, $"Key {id} of board severnside is revoked.\n", "")));
        using BoardRooms rooms = new(office.Papers, office.Clock);
        Assert.That(await new Keys(rooms, office.Clock).FindAsync(secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Revoked)));
        Assert.That((await Run("list", "--board", Office.Severnside)).Output, Does.Contain("revoked"));
    }

    [Test]
    public async Task Whoever_has_the_whole_key_can_hand_it_in_and_it_is_not_said_again() =>
        Assert.That(await Run("revoke", secret), Is.EqualTo(new CommandLine(0, $"Key {id} of board severnside is revoked.\n", "")));

    [Test]
    public async Task A_key_that_nobody_has_cannot_be_revoked()
    {
        Assert.That(await Run("revoke", "nokey"), Is.EqualTo(new CommandLine(1, "", "No board has the key \"nokey\".\n")));
        Assert.That(await Run("revoke", id, "--board", Office.Moorland), Is.EqualTo(new CommandLine(1, "", $"Board \"moorland\" has no key \"{id}\".\n")));
        Assert.That((await Run("list")).Error, Is.EqualTo("Several boards fit: moorland, severnside. Say which with --board.\n"));
    }

    private Task<CommandLine> Run(params string[] args) => BoardCommandLine.Run(office, ["key", .. args]);
}
