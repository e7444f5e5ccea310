using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Sqlite;

/// <summary>A store that cannot be used says why, leaves nothing half done, and is used again as soon as it can be.</summary>
public class StoreFaultsTests
{
    [Test]
    public async Task A_full_disk_is_said_and_what_was_answered_before_stays_whole()
    {
        await using var office = await TestOffice.OpenAsync();
        office.File.OnOpening = "pragma max_page_count = 120";
        await office.RestartAsync();
        var raised = new List<string>();
        var full = await RaiseUntilItFails(office, raised);
        Assert.That(full.Message, Does.EndWith("is full.").And.Contain(SqliteFile.FileName));
        Assert.That(raised, Is.Not.Empty);
        await IsWhole(office, raised);
    }

    [Test]
    public async Task Once_there_is_room_again_it_goes_on_without_a_restart()
    {
        await using var office = await TestOffice.OpenAsync();
        office.File.OnOpening = "pragma max_page_count = 120";
        await office.RestartAsync();
        var raised = new List<string>();
        await RaiseUntilItFails(office, raised);
        office.File.OnOpening = "";
        raised.Add(await office.RaiseAsync());
        await IsWhole(office, raised);
    }

    [Test]
    public async Task Of_many_who_wait_on_a_full_disk_each_is_told_the_truth()
    {
        await using var office = await TestOffice.OpenAsync();
        office.File.OnOpening = "pragma max_page_count = 140";
        await office.RestartAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await office.RaiseAsync();
            }
            catch (JournalUnavailableException)
            {
                return null;
            }
        })));
        Assert.That(tries, Has.Some.Null.And.Some.Not.Null);
        office.File.OnOpening = "";
        await office.RestartAsync();
        await IsWhole(office, tries.OfType<string>());
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_to_is_said_and_can_still_be_read()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.File.OnOpening = "pragma query_only = on";
        await office.RestartAsync();
        var readOnly = Assert.ThrowsAsync<JournalUnavailableException>(() => office.DoneAsync(id, OfficeDays.Asha, new Command.NoteComplaint("A complaint.")))!;
        Assert.That(readOnly.Message, Does.EndWith("or its folder cannot be written to."));
        Assert.That((await office.Desk.ReadAsync(id, default))!.Entries.Any(e => e.Fact is Fact.ComplaintNoted), Is.False);
        office.File.OnOpening = "";
        await office.DoneAsync(id, OfficeDays.Asha, new Command.NoteComplaint("A complaint."));
        await IsWhole(office, [id]);
    }

    [Test]
    public async Task A_damaged_file_is_said_and_not_written_to()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        var damaged = Array.Empty<byte>();
        await office.RestartAsync(() => damaged = DamageLines(office.File));
        var read = Assert.ThrowsAsync<JournalUnavailableException>(() => office.Desk.ReadAsync(id, default))!;
        Assert.That(read.Message, Does.EndWith("is damaged. Restore the last backup; do not delete the file."));
        Assert.ThrowsAsync<JournalUnavailableException>(() => office.RaiseAsync());
        await office.RestartAsync(() => Assert.That(File.ReadAllBytes(office.File.Path), Is.EqualTo(damaged)));
    }

    [Test]
    public void A_file_that_is_no_database_is_said()
    {
        using var folder = new TestFolder();
        File.WriteAllText(Path.Combine(folder.Path, SqliteFile.FileName), new string('?', 8192));
        var unusable = Assert.Throws<JournalUnavailableException>(() => new SqliteFile(folder.Path).Prepare())!;
        Assert.That(unusable.Message, Does.Contain("is damaged"));
    }

    [Test]
    public void A_folder_in_the_place_of_the_file_is_said()
    {
        using var folder = new TestFolder();
        System.IO.Directory.CreateDirectory(Path.Combine(folder.Path, SqliteFile.FileName));
        var unusable = Assert.Throws<JournalUnavailableException>(() => new SqliteFile(folder.Path).Prepare())!;
        Assert.That(unusable.Message, Does.EndWith("cannot be opened."));
    }

    [Test]
    public async Task A_file_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using var office = await TestOffice.OpenAsync();
        office.DoDirectly("pragma user_version = 99");
        var newer = Assert.Throws<InvalidOperationException>(() => new SqliteFile(office.Folder).Prepare())!;
        Assert.That(newer.Message, Does.Contain("newer version of this program (schema 99;"));
        office.DoDirectly($"pragma user_version = {SqliteFile.Version}");
    }

    private static async Task<JournalUnavailableException> RaiseUntilItFails(TestOffice office, List<string> raised)
    {
        while (true)
        {
            try
            {
                raised.Add(await office.RaiseAsync());
            }
            catch (JournalUnavailableException problem)
            {
                return problem;
            }
        }
    }

    /// <summary>Everything that was answered is there with all that belongs to it, and nothing else is.</summary>
    private static async Task IsWhole(TestOffice office, IEnumerable<string> raised)
    {
        var listed = await office.Journal.ListAsync(new Query(TestOffice.Severnside, Limit: 1000), default);
        Assert.That(listed.Heads.Select(h => h.Id), Is.EquivalentTo(raised));
        foreach (var head in listed.Heads)
        {
            var kept = (await office.Journal.FindAsync(head.Id, default))!;
            Assert.That(Chain.FirstBroken(head.Id, kept.Lines), Is.Zero);
            Assert.That(kept.Lines, Has.Count.EqualTo(head.Length));
            Assert.That(await office.Journal.NoticesOfAsync(head.Id, default), Is.Not.Empty);
        }
    }

    /// <summary>The page where the records begin; the schema stays whole, so that the service starts and meets it when it reads.</summary>
    private static byte[] DamageLines(SqliteFile file)
    {
        int size, root;
        using (var statements = new Statements(file.Open()))
        {
            size = (int)statements.Number("select page_size from pragma_page_size")!;
            root = (int)statements.Number("select rootpage from sqlite_master where name = 'lines'")!;
        }

        var bytes = File.ReadAllBytes(file.Path);
        bytes.AsSpan((root - 1) * size, size).Fill(0xFF);
        File.WriteAllBytes(file.Path, bytes);
        return bytes;
    }
}
