using Escalation.Service.Boards;

namespace EscalationFunctions.Tests.Service;

/// <summary>What holds for papers wherever they are kept.</summary>
public abstract class PapersContract
{
    protected abstract IPapers Papers { get; }

    [Test]
    public async Task Papers_are_found_as_they_were_kept_with_their_edition()
    {
        var text = $"{{\"name\":\"{new string('ö', 90_000)}\"}}";
        Assert.That(await Papers.ChangeAsync([new Paper("b", "procedure", "p.v1/#?", 0, text), new Paper("b", "board", "b", 0, "{}")], [], default), Is.True);
        Assert.That(await Papers.AllAsync(default),
            Is.EquivalentTo(new[] { new Paper("b", "procedure", "p.v1/#?", 1, text), new Paper("b", "board", "b", 1, "{}") }));
    }

    [Test]
    public async Task The_count_of_changes_grows_with_each_and_not_with_one_that_was_not_done()
    {
        Assert.That(await Papers.ChangesAsync(default), Is.Zero);
        await Papers.ChangeAsync([New("a")], [], default);
        await Papers.ChangeAsync([New("b")], [], default);
        Assert.That(await Papers.ChangeAsync([New("b")], [], default), Is.False);
        Assert.That(await Papers.ChangesAsync(default), Is.EqualTo(2));
    }

    [Test]
    public async Task Nothing_is_done_where_one_of_them_has_another_edition()
    {
        await Papers.ChangeAsync([New("a"), New("b")], [], default);
        Assert.That(await Papers.ChangeAsync([New("a") with { Edition = 1, Text = "changed" }, New("c")], [New("b") with { Edition = 2 }], default), Is.False);
        Assert.That((await Papers.AllAsync(default)).Select(p => (p.Id, p.Text)), Is.EquivalentTo(new[] { ("a", "{}"), ("b", "{}") }));
    }

    [Test]
    public async Task What_is_removed_is_gone_and_can_be_new_again()
    {
        await Papers.ChangeAsync([New("a")], [], default);
        Assert.That(await Papers.ChangeAsync([], [New("a") with { Edition = 1 }], default), Is.True);
        Assert.That(await Papers.AllAsync(default), Is.Empty);
        Assert.That(await Papers.ChangeAsync([New("a")], [], default), Is.True);
    }

    [Test]
    public async Task Many_who_change_different_papers_at_once_are_all_done()
    {
        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Papers.ChangeAsync([New($"{i}")], [], default))));
        Assert.That(done, Has.All.True);
        Assert.That(await Papers.ChangesAsync(default), Is.EqualTo(8));
    }

    private static Paper New(string id) => new("b", "agency", id, 0, "{}");
}

public class PapersInMemoryTests : PapersContract
{
    private PapersInMemory papers = null!;

    protected override IPapers Papers => papers;

    [SetUp]
    public void Open() => papers = new PapersInMemory([]);
}
