using System.Collections.Concurrent;
using System.Diagnostics;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>What was answered is kept; what was kept is decided once.</summary>
public class DeskTests
{
    private static readonly Actor.Worker Asha = new("Asha Worker", "social worker", "north-council");

    [Test]
    public async Task What_was_raised_is_there_after_a_restart()
    {
        await using var office = await TestOffice.OpenAsync();
        var done = await Raise(office);
        await office.RestartAsync();
        var read = await office.Desk.ReadAsync(done.Opened.Head.Id, default);
        Assert.That(read!.Opened.State, Is.EqualTo(done.Opened.State));
        Assert.That(read.Entries, Is.EqualTo(done.Added));
    }

    [Test]
    public async Task Raising_twice_under_one_name_raises_one_difference_also_across_a_restart()
    {
        await using var office = await TestOffice.OpenAsync();
        var once = new Once("key-1", "abc", [1]);
        var first = await Raise(office, once);
        await office.RestartAsync();
        var second = await Raise(office, once);
        Assert.That(second.Opened.Head.Id, Is.EqualTo(first.Opened.Head.Id));
        Assert.That(second.Again, Is.True);
        Assert.That(second.Added, Is.EqualTo(first.Added));
        Assert.That(second.Opened.State, Is.EqualTo(first.Opened.State));
    }

    [Test]
    public async Task Another_question_under_the_same_name_is_told_so()
    {
        await using var office = await TestOffice.OpenAsync();
        await Raise(office, new Once("key-1", "abc", [1]));
        Assert.That(await office.Desk.RaiseAsync(TestOffice.Severnside, Asha, Concern(office), new Once("key-1", "abc", [2]), default),
            Is.InstanceOf<Reply.AnotherQuestion>());
    }

    [Test]
    public async Task Many_who_ask_at_once_are_all_answered_and_the_record_has_each_once()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = (await Raise(office)).Opened.Head.Id;
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => office.Desk.AskAsync(
            new Question(id, Asha, new Command.AddSupporter($"s{i}", new Person("Sam Friend", "supporter")), Once: new Once("key-1", $"s{i % 20}", [])), default))));
        Assert.That(replies, Has.All.InstanceOf<Reply.Done>());
        var read = await office.Desk.ReadAsync(id, default);
        Assert.That(read!.Entries.Count(e => e.Fact is Fact.SupporterAdded), Is.EqualTo(20));
        Assert.That(Chain.FirstBroken(id, (await office.Journal.FindAsync(id, default))!.Lines), Is.Zero);
    }

    [Test]
    public async Task A_trace_says_what_was_asked_and_what_came_of_it_and_nothing_of_what_was_written()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var office = await TestOffice.OpenAsync();
        var id = (await Raise(office)).Opened.Head.Id;
        await office.Desk.AskAsync(new Question(id, Asha, new Command.ConfirmOutcome("nowhere", [])), default);

        var told = spans.Where(s => (string?)s.GetTagItem("escalation.difference") == id && s.OperationName == "decide").ToList();
        Assert.That(told.Select(s => string.Join(' ', s.Tags.Skip(1).Select(t => t.Value))), Is.EqualTo(new[] { "raise done", "confirm-outcome refused no-such-proposal" }));
        Assert.That(told.SelectMany(s => s.Tags).Select(t => t.Value), Has.None.Contains("Asha"));
    }

    [Test]
    public async Task Whoever_saw_an_older_record_is_shown_the_present_one_and_nothing_is_done()
    {
        await using var office = await TestOffice.OpenAsync();
        var raised = await Raise(office);
        office.Clock.MoveTo("2026-04-02T17:00");
        var reply = await office.Desk.AskAsync(
            new Question(raised.Opened.Head.Id, Asha, new Command.NoteComplaint("A complaint."), IfLength: raised.Opened.Head.Length), default);
        Assert.That(((Reply.Overtaken)reply).Opened.Standing.Stage, Is.EqualTo("2"), "the clock took it up first");
    }

    [Test]
    public async Task What_is_due_is_found_by_its_time_and_happens_once()
    {
        await using var office = await TestOffice.OpenAsync();
        var id = (await Raise(office)).Opened.Head.Id;
        var due = await office.Journal.NextDueAsync(default);
        Assert.That(await office.Journal.DueAsync(due!.Value.AddMilliseconds(-1), 10, default), Is.Empty);
        Assert.That(await office.Journal.DueAsync(due.Value, 10, default), Is.EqualTo(new[] { id }));
        office.Clock.MoveTo("2026-04-02T17:00");
        for (var i = 0; i < 3; i++)
            Assert.That(await office.Desk.AskAsync(new Question(id, Actor.Clock, new Command.LetTimePass()), default), Is.InstanceOf<Reply.Done>());
        var read = await office.Desk.ReadAsync(id, default);
        Assert.That(read!.Entries.Count(e => e.Fact is Fact.EscalatedByClock), Is.EqualTo(1));
        Assert.That(read.Opened.Head.Card.ByTheClock, Is.True);
        Assert.That(read.Opened.Head.Due, Is.GreaterThan(due));
    }

    [Test]
    public async Task Nothing_personal_lies_open_in_the_folder()
    {
        await using var office = await TestOffice.OpenAsync();
        await Raise(office);
        await office.RestartAsync();
        var bytes = System.IO.Directory.GetFiles(office.Folder).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).SelectMany(File.ReadAllBytes).ToArray();
        foreach (var personal in new[] { "Asha Worker", "N-1234", "care was ended" })
            Assert.That(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(personal)), Is.EqualTo(-1), personal);
        Assert.That(bytes.AsSpan().IndexOf("stage-entered"u8), Is.GreaterThan(0), "what is not personal lies open");
    }

    private static async Task<Reply.Done> Raise(TestOffice office, Once? once = null) =>
        (Reply.Done)await office.Desk.RaiseAsync(TestOffice.Severnside, Asha, Concern(office), once, default);

    private static Command.Raise Concern(TestOffice office) => new(
        "", new Concern("N-1234", "The package of care was ended.", "Care goes on until a review."), ["county-trust"], [],
        office.Clock.GetUtcNow(), new Person("Asha Worker", "social worker", "asha@example.org"), []);
}
