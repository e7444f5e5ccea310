using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>Backup, restore and verify, over a folder that is in use.</summary>
public class FolderCommandsTests
{
    [Test]
    public async Task A_backup_taken_while_the_service_runs_can_be_restored_and_is_whole()
    {
        await using var office = await TestOffice.OpenAsync();
        using var elsewhere = new TestFolder();
        var (file, restored) = (Path.Combine(elsewhere.Path, "backup.db"), Path.Combine(elsewhere.Path, "new"));
        var id = await RaiseAsync(office);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++) await NoteAsync(office, id, i);
        });
        Assert.That((await CommandLine.Run("backup", file, "--data", office.Folder)).ExitCode, Is.Zero);
        await writing;

        Assert.That((await CommandLine.Run("restore", file, "--data", restored)).ExitCode, Is.Zero);
        var (code, output, _) = await CommandLine.Run("verify", "--data", restored);
        Assert.That((code, output), Is.EqualTo((0, output)));
        Assert.That(output, Does.Contain("ok (1 differences"));
    }

    [Test]
    public async Task Nothing_is_written_over()
    {
        await using var office = await TestOffice.OpenAsync();
        using var elsewhere = new TestFolder();
        var file = Path.Combine(elsewhere.Path, "backup.db");
        await CommandLine.Run("backup", file, "--data", office.Folder);
        Assert.That((await CommandLine.Run("backup", file, "--data", office.Folder)).Error, Does.Contain("is there already"));
        Assert.That((await CommandLine.Run("restore", file, "--data", office.Folder)).Error, Does.Contain("is there already"));
    }

    [Test]
    public async Task What_is_no_backup_is_not_restored()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "holiday.jpg");
        await File.WriteAllTextAsync(file, "not a database, but long enough to be taken for the beginning of one: " + new string('x', 4096));
        var (code, _, error) = await CommandLine.Run("restore", file, "--data", Path.Combine(folder.Path, "new"));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain("damaged"));
        Assert.That(File.Exists(Path.Combine(folder.Path, "new", SqliteFile.FileName)), Is.False);
    }

    [TestCase("update lines set open = cast(replace(cast(open as text), 'fact', 'facT') as blob) where number = 2", "entry 2 does not follow", TestName = "A_changed_entry_is_found")]
    [TestCase("delete from lines where number = 2", "does not follow", TestName = "A_lost_entry_is_found")]
    [TestCase("delete from lines where number = (select max(number) from lines)", "and should have", TestName = "A_lost_last_entry_is_found")]
    [TestCase("delete from lines where number = (select max(number) from lines)", "does not lead to", TestName = "What_a_lost_last_entry_led_to_is_found")]
    [TestCase("update differences set length = length - 1", "and should have", TestName = "A_shortened_head_is_found")]
    [TestCase("update differences set last = (select before from lines where place = last)", "and should have", TestName = "A_head_set_back_is_found")]
    [TestCase("update lines set before = place where number = 2", "and should have", TestName = "An_entry_that_leads_to_itself_is_found")]
    [TestCase("insert into lines (difference, number, before, open, secret, link) select difference, number + 1, place, open, secret, link from lines where number = (select max(number) from lines)",
        "does not lead to", TestName = "An_entry_behind_the_last_one_is_found")]
    public async Task Verify_finds(string tampering, string expected)
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await RaiseAsync(office);
        Tamper(office.Folder, tampering);
        var (code, _, error) = await CommandLine.Run("verify", "--data", office.Folder);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.Contain(id).And.Contain(expected));
    }

    [Test]
    public async Task Verify_finds_entries_of_no_difference()
    {
        await using var office = await TestOffice.OpenAsync();
        await RaiseAsync(office);
        Tamper(office.Folder, "insert into lines (difference, number, open, secret, link) select difference + 7, number, open, secret, link from lines where number < 3");
        var (code, _, error) = await CommandLine.Run("verify", "--data", office.Folder);
        Assert.That((code, error.Trim()), Is.EqualTo((1, "Entries that belong to no difference: 2.")));
    }

    [Test]
    public async Task A_checkpoint_kept_elsewhere_shows_that_a_whole_folder_was_set_back()
    {
        await using var office = await TestOffice.OpenAsync();
        using var elsewhere = new TestFolder();
        var (backup, checkpoint, old) = (Path.Combine(elsewhere.Path, "backup.db"), Path.Combine(elsewhere.Path, "checkpoint"), Path.Combine(elsewhere.Path, "old"));
        var id = await RaiseAsync(office);
        await CommandLine.Run("backup", backup, "--data", office.Folder);
        await NoteAsync(office, id, 1);
        Assert.That((await CommandLine.Run("verify", "--data", office.Folder, "--checkpoint", checkpoint)).ExitCode, Is.Zero);
        Assert.That((await CommandLine.Run("verify", "--data", office.Folder, "--since", checkpoint)).ExitCode, Is.Zero);

        await CommandLine.Run("restore", backup, "--data", old);
        Assert.That((await CommandLine.Run("verify", "--data", old)).ExitCode, Is.Zero, "in itself it is whole");
        Assert.That((await CommandLine.Run("verify", "--data", old, "--since", checkpoint)).Error, Does.Contain("at the checkpoint"));
    }

    private static async Task<string> RaiseAsync(TestOffice office)
    {
        var by = new Actor.Worker("Asha Worker", "social worker", "north-council");
        var raise = new Command.Raise("", new Concern("N-1", "Ended.", "Goes on."), ["county-trust"], [], office.Clock.GetUtcNow(), new Person("Asha", "worker"), []);
        return ((Reply.Done)await office.Desk.RaiseAsync(TestOffice.Severnside, by, raise, null, default)).Opened.Head.Id;
    }

    private static Task<Reply> NoteAsync(TestOffice office, string id, int number) => office.Desk.AskAsync(
        new Question(id, new Actor.Worker("Asha Worker", "social worker", "north-council"), new Command.AddSupporter($"s{number}", new Person("Sam", "friend"))), default);

    private static void Tamper(string folder, string sql)
    {
        using var connection = new SqliteFile(folder).Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
