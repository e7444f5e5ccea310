using System.Text.Json.Nodes;
using Escalation.Core.Calendar;
using Escalation.Server;
using Escalation.Service.Boards;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Server.Commands;

/// <summary>A board and its procedures are brought from files, beside an office that changes some of the board's settings at its pages.</summary>
public class BoardSetCommandTests
{
    private const string Id = "severnside", InForce = "2021-06", Next = "2027-01", FourStages = "procedures/south-gloucestershire-sab.v2021-06.json";

    private static readonly string[] KeptAtPages = ["officers", "closures", "overdueReport"];

    private static readonly ClosureDay StaffDay = new(new DateOnly(2026, 11, 2), "Staff day");

    private static readonly ReportSettings AtSeven = new(new TimeOnly(7, 0), Stage: "4");

    private static readonly OfficerInPost Newcomer = new("chair", new Reach("Robin Newcomer", "robin@example.org"));

    private TestFolder folder = null!;

    private string Data => Path.Combine(folder.Path, "data");

    [SetUp]
    public void Open() => folder = new TestFolder();

    [TearDown]
    public void Close() => folder.Dispose();

    [Test]
    public async Task A_new_version_is_published_by_a_file_without_what_the_office_keeps_and_all_of_that_stays()
    {
        await DoneAsync(Files(), "--procedure", Repository.PathTo(FourStages));
        await OfficeChangesAsync();
        await DoneAsync(Files(b => Without(b)["version"] = Next), "--procedure", NextVersion());
        var board = await BoardAsync();
        Assert.That((board.Version, board.Closures, board.OverdueReport), Is.EqualTo((Next, new Escalation.Core.ValueList<ClosureDay>([StaffDay]), AtSeven)));
        Assert.That(board.Officers, Is.EqualTo(new[] { Newcomer }));
    }

    [Test]
    public async Task What_the_office_has_set_since_is_not_set_back_and_every_difference_has_its_line()
    {
        await DoneAsync(Files(), "--procedure", Repository.PathTo(FourStages));
        await OfficeChangesAsync();
        var file = Files(b => (b["version"], b["overdueReport"]) = (Next, new JsonObject()));
        var before = await BoardAsync();
        var refused = await SetAsync(file, "--procedure", NextVersion());
        Assert.That((refused.ExitCode, refused.Output), Is.EqualTo((1, "")));
        var lines = refused.Error.TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(6).And.All.StartsWith($"{file}: $.").And.All.EndsWith("Leave the member out to keep what is there, or say --overwrite."));
        Assert.That(lines[1], Does.Contain("$.officers[1]: the board office has \"chair: Robin Newcomer, robin@example.org\" now; the file has \"chair: Delyth Castellane"));
        Assert.That(lines, Has.One.Contains("$.closures: the board office has \"2026-11-02: Staff day\" now; the file has nothing."));
        Assert.That(lines, Has.One.Contains("""$.overdueReport: the board office has "{"at":"07:00","everyDay":false,"csv":false,"stage":"4","emptyParts":false,"to":"everybody"}" now; the file has "as usual"."""));
        Assert.That(await BoardAsync(), Is.EqualTo(before), "nothing of it was done");
        await DoneAsync(file, "--procedure", NextVersion(), "--overwrite");
        Assert.That((await BoardAsync()) is { Version: Next, Closures.Count: 0, Officers.Count: 4, OverdueReport: { At: null, Stage: null } }, Is.True);
    }

    [Test]
    public async Task Where_the_office_has_changed_nothing_the_file_is_followed_without_further_words()
    {
        await DoneAsync(Files(), "--procedure", Repository.PathTo(FourStages));
        await DoneAsync(Files(b => b["closures"] = new JsonArray(new JsonObject { ["date"] = "2026-12-24", ["name"] = "Christmas Eve" })));
        Assert.That((await BoardAsync()).Closures.Single().Name, Is.EqualTo("Christmas Eve"));
        await DoneAsync(Files(b => Without(b)["closures"] = new JsonArray()));
        Assert.That((await BoardAsync()) is { Closures.Count: 0, Officers.Count: 4 }, Is.True);
    }

    [Test]
    public async Task What_a_file_left_out_counts_as_the_offices_until_a_file_has_said_it()
    {
        await DoneAsync(Files(), "--procedure", Repository.PathTo(FourStages));
        await OfficeChangesAsync();
        await DoneAsync(Files(b => Without(b)));
        Assert.That((await SetAsync(Files())).Error, Does.Contain("Staff day"));
        await DoneAsync(Files(b => Without(b)["closures"] = new JsonArray(new JsonObject { ["date"] = "2026-11-02", ["name"] = "Staff day" })));
        await DoneAsync(Files(b => Without(b)["closures"] = new JsonArray()));
        Assert.That((await BoardAsync()).Closures, Is.Empty, "the file had taken it over, and then took it back");
    }

    [Test]
    public async Task Of_a_board_from_before_nobody_knows_what_is_the_offices_so_nothing_is_set_back()
    {
        await DoneAsync(Files(), "--procedure", Repository.PathTo(FourStages));
        await ChangeAsync(async papers =>
        {
            var brought = (await papers.AllAsync(default)).Single(p => p.Drawer == Drawers.Brought);
            Assert.That(await papers.ChangeAsync([], [brought], default), Is.True);
        });
        await OfficeChangesAsync();
        Assert.That((await SetAsync(Files())).Error, Does.Contain("Staff day").And.Contain("Robin Newcomer"));
        Assert.That((await BoardAsync()).Closures, Is.EqualTo(new[] { StaffDay }));
    }

    [Test]
    public async Task A_report_cannot_go_to_a_stage_that_the_procedure_does_not_have_whoever_has_set_it()
    {
        var (board, procedure) = (Files(b => b["overdueReport"] = new JsonObject { ["stage"] = "9" }), Repository.PathTo(FourStages));
        Assert.That((await SetAsync(board, "--procedure", procedure)).Error, Is.EqualTo($"{board}: $.overdueReport.stage: south-gloucestershire-sab.v2021-06 has no stage \"9\".\n"));
        await DoneAsync(Files(b => b["overdueReport"] = new JsonObject { ["stage"] = "4" }), "--procedure", procedure);
        var three = Files(b => (Without(b)["procedure"], b["version"]) = ("somerset-sab", "1"));
        Assert.That((await SetAsync(three, "--procedure", Repository.PathTo("procedures/somerset-sab.v1.json"))).Error,
            Is.EqualTo($"{three}: $.overdueReport.stage: somerset-sab.v1 has no stage \"4\".\n"), "it stays, so it is checked like what the file says");
        Assert.That((await BoardAsync()).Procedure, Is.EqualTo("south-gloucestershire-sab"));
    }

    [TestCase("[]", "It is no JSON object.")]
    [TestCase("{", "cannot be read")]
    [TestCase("""{ "id": "a", "id": "b" }""", "cannot be read")]
    [TestCase("""{ "id": "a" }""", "cannot be read")]
    public async Task A_file_that_is_no_board_changes_nothing(string text, string why)
    {
        using var file = new TemporaryFile(text);
        var refused = await SetAsync(file.Path);
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, refused.Error)));
        Assert.That(refused.Error, Does.StartWith(file.Path).And.Contain(why));
    }

    [Test]
    public async Task A_procedure_has_to_be_there_before_it_is_in_force()
    {
        var file = Files();
        Assert.That((await SetAsync(file)).Error, Is.EqualTo($"{file}: $.procedure: south-gloucestershire-sab.v2021-06 has not been published to this board; add it with --procedure FILE.\n"));
    }

    private static JsonObject Without(JsonObject board)
    {
        foreach (var member in KeptAtPages) board.Remove(member);
        return board;
    }

    /// <summary>The board of the demonstration, changed, in a file of its own.</summary>
    private string Files(Action<JsonObject>? change = null)
    {
        var board = JsonNode.Parse(File.ReadAllText(Repository.PathTo("Escalation.Server/Demo/severnside/board.json")))!.AsObject();
        change?.Invoke(board);
        return Write("board", board.ToJsonString());
    }

    private string NextVersion() =>
        Write("procedure", File.ReadAllText(Repository.PathTo(FourStages)).Replace($"\"version\": \"{InForce}\"", $"\"version\": \"{Next}\"", StringComparison.Ordinal));

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.Path, $"{name}-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, text);
        return file;
    }

    private Task<CommandLine> SetAsync(string file, params string[] more) => CommandLine.Run(["board", "set", file, "--data", Data, .. more]);

    private async Task DoneAsync(string file, params string[] more)
    {
        var done = await SetAsync(file, more);
        Assert.That((done.ExitCode, done.Error), Is.EqualTo((0, "")));
    }

    private Task OfficeChangesAsync() => ChangeAsync(async papers =>
    {
        var paper = (await papers.AllAsync(default)).Single(p => p.Drawer == Drawers.Board);
        var changed = paper.As<Board>() with { Officers = [Newcomer], Closures = [StaffDay], OverdueReport = AtSeven };
        Assert.That(await papers.ChangeAsync([changed.ToPaper(Id, Drawers.Board, Id, paper.Edition)], [], default), Is.True);
    });

    private async Task<Board> BoardAsync()
    {
        Board? board = null;
        await ChangeAsync(async papers => board = (await papers.AllAsync(default)).Single(p => p.Drawer == Drawers.Board).As<Board>());
        return board!;
    }

    private async Task ChangeAsync(Func<IPapers, Task> work)
    {
        await using var store = DataFolder.OpenExisting(Data);
        await work(store.Papers);
    }
}
