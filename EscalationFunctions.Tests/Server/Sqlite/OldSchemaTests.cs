using Escalation.Core.Differences;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;
using Microsoft.Data.Sqlite;

namespace EscalationFunctions.Tests.Server.Sqlite;

/// <summary>What an older program kept is read for ever.</summary>
public class OldSchemaTests
{
    private static readonly string[] Tables = ["differences", "parties", "lines", "notices", "answers", "papers"];

    [Test]
    public async Task A_database_of_the_first_schema_is_brought_to_the_present_one_with_every_byte_of_every_record()
    {
        await using var office = await TestOffice.OpenAsync();
        var ids = new[] { await office.RaiseAsync(), await office.RaiseAsync(board: TestOffice.Moorland), await office.RaiseAsync() };
        await office.AgreeAsync(ids[0]);
        await office.DoneAsync(ids[2], OfficeDays.Asha, new Command.RecordDiscussion("d-1", "the ward manager", new string('v', 9000), "To talk again."));
        var before = await AllAsync(office, ids);

        await office.RestartAsync(() => PutBackToTheFirst(office.File.Path));

        var after = await AllAsync(office, ids);
        Assert.That(after.Lines, Is.EqualTo(before.Lines).And.Not.Empty);
        Assert.That(after.Notices, Is.EqualTo(before.Notices).And.Not.Empty);
        Assert.That((await new Audit(office.Journal).WalkAsync(new Dictionary<string, Mark>(), default)).Problems, Is.Empty);
        await office.DoneAsync(ids[1], OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sam Friend", "supporter")));
        await office.DoneAsync(ids[2], OfficeDays.Asha, new Command.AddSupporter("s-1", new Person("Sam Friend", "supporter")));
        Assert.That((await new Audit(office.Journal).WalkAsync(new Dictionary<string, Mark>(), default)).Problems, Is.Empty);
    }

    [Test]
    public void A_line_has_a_place_of_its_own_behind_those_before_it_and_before_those_of_the_next_difference()
    {
        Assert.That(Rows.PlaceOf(7, 2), Is.EqualTo(Rows.PlaceOf(7, 1) + 1));
        Assert.That(Rows.PlaceOf(8, 1), Is.GreaterThan(Rows.PlaceOf(7, (1 << 20) - 1)));
        Assert.That(() => Rows.PlaceOf(7, 1 << 20), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Rows.PlaceOf(7, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static async Task<(string[] Lines, string[] Notices)> AllAsync(TestOffice office, string[] ids)
    {
        var (lines, notices) = (new List<string>(), new List<string>());
        foreach (var id in ids)
        {
            lines.AddRange((await office.Journal.FindAsync(id, default))!.Lines.Select(l =>
                $"{l.Number} {Convert.ToHexString(l.Open)} {Convert.ToHexString(l.Secret)} {Convert.ToHexString(l.Link)}"));
            notices.AddRange((await office.Journal.NoticesOfAsync(id, default)).Select(n => n.ToString()));
        }

        return ([.. lines], [.. notices]);
    }

    /// <summary>What is in the database now, in a file as the first program made it.</summary>
    private static void PutBackToTheFirst(string path)
    {
        var now = $"{path}.now";
        using (var present = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            present.Open();
            Do(present, $"vacuum into '{now}'");
        }

        foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" }) System.IO.File.Delete(file);
        using var first = new SqliteConnection($"Data Source={path};Pooling=false");
        first.Open();
        using var schema = new StreamReader(typeof(SqliteFile).Assembly.GetManifestResourceStream("schema.0001")!);
        Do(first, schema.ReadToEnd());
        Do(first, $"pragma user_version = 1; attach '{now}' as now;");
        foreach (var table in Tables)
        {
            var columns = ColumnsOf(first, table);
            Do(first, $"insert into main.{table} ({columns}) select {columns} from now.{table}");
        }

        Do(first, "update paper_changes set count = (select count from now.paper_changes)");
    }

    private static string ColumnsOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select group_concat(name, ', ') from pragma_table_info('{table}', 'main')";
        return (string)command.ExecuteScalar()!;
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
