using System.Globalization;
using Escalation.Service.Passes;

namespace EscalationFunctions.Tests.Service.Passes;

/// <summary>What holds for passes wherever they are kept.</summary>
public abstract class PassesContract
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-04-01T12:00:00Z", CultureInfo.InvariantCulture);

    protected abstract IPasses Passes { get; }

    [Test]
    public async Task A_pass_is_found_as_it_was_kept_with_its_edition()
    {
        var pass = new Pass(PassKind.Link, "a", "difference", Noon, 0, [1, 2, 0, 255]);
        Assert.That(await Passes.ChangeAsync([pass], [], default), Is.True);
        var found = (await Passes.FindAsync(PassKind.Link, "a", default))!;
        Assert.That(found with { Content = [] }, Is.EqualTo(pass with { Edition = 1, Content = [] }).Using<Pass>(Same));
        Assert.That(found.Content, Is.EqualTo(pass.Content));
    }

    [Test]
    public async Task Two_kinds_can_have_one_id()
    {
        await Passes.ChangeAsync([New("a"), New("a", PassKind.Code)], [], default);
        await Passes.ChangeAsync([], [(await Passes.FindAsync(PassKind.Code, "a", default))!], default);
        Assert.That(await Passes.FindAsync(PassKind.Code, "a", default), Is.Null);
        Assert.That(await Passes.FindAsync(PassKind.Link, "a", default), Is.Not.Null);
    }

    [Test]
    public async Task All_of_a_kind_about_one_thing_are_found_and_no_others()
    {
        await Passes.ChangeAsync([New("a", about: "x"), New("b", about: "x"), New("c", about: "y"), New("d", PassKind.Code, "x")], [], default);
        Assert.That((await Passes.AboutAsync(PassKind.Link, "x", default)).Select(p => p.Id), Is.EquivalentTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task Nothing_is_done_where_one_of_them_was_changed_meanwhile()
    {
        await Passes.ChangeAsync([New("a"), New("b")], [], default);
        var (a, b) = ((await Passes.FindAsync(PassKind.Link, "a", default))!, (await Passes.FindAsync(PassKind.Link, "b", default))!);
        await Passes.ChangeAsync([b with { About = "changed" }], [], default);
        Assert.That(await Passes.ChangeAsync([a with { About = "lost" }, New("c")], [b], default), Is.False);
        Assert.That((await Passes.FindAsync(PassKind.Link, "a", default))!.About, Is.EqualTo(a.About));
        Assert.That((await Passes.FindAsync(PassKind.Link, "b", default))!.About, Is.EqualTo("changed"));
        Assert.That(await Passes.FindAsync(PassKind.Link, "c", default), Is.Null);
    }

    [Test]
    public async Task What_is_kept_as_new_must_not_be_there_and_what_is_removed_must()
    {
        await Passes.ChangeAsync([New("a")], [], default);
        Assert.That(await Passes.ChangeAsync([New("a")], [], default), Is.False);
        Assert.That(await Passes.ChangeAsync([], [New("gone") with { Edition = 1 }], default), Is.False);
    }

    [Test]
    public async Task Of_many_who_change_one_pass_at_once_one_does()
    {
        await Passes.ChangeAsync([New("a")], [], default);
        var seen = (await Passes.FindAsync(PassKind.Link, "a", default))!;
        var done = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Passes.ChangeAsync([seen with { About = $"{i}" }], [], default))));
        Assert.That(done.Count(d => d), Is.EqualTo(1));
    }

    [Test]
    public async Task Sweeping_takes_those_that_are_over_the_eldest_first_and_no_more_than_its_limit()
    {
        await Passes.ChangeAsync([.. Enumerable.Range(0, 5).Select(i => New($"{i}") with { Expires = Noon.AddMinutes(i) })], [], default);
        Assert.That(await Passes.SweepAsync(Noon.AddMinutes(3), 2, default), Is.EqualTo(2));
        Assert.That(await Passes.FindAsync(PassKind.Link, "1", default), Is.Null);
        Assert.That(await Passes.SweepAsync(Noon.AddMinutes(3), 2, default), Is.EqualTo(1));
        Assert.That(await Passes.FindAsync(PassKind.Link, "3", default), Is.Not.Null, "it is not before then");
        Assert.That(await Passes.SweepAsync(Noon.AddMinutes(3), 2, default), Is.Zero);
    }

    private static Pass New(string id, PassKind kind = PassKind.Link, string about = "x") => new(kind, id, about, Noon, 0, [7]);

    private static bool Same(Pass one, Pass other) =>
        (one.Kind, one.Id, one.About, one.Expires, one.Edition) == (other.Kind, other.Id, other.About, other.Expires, other.Edition);
}

public class PassesInMemoryTests : PassesContract
{
    private PassesInMemory passes = null!;

    protected override IPasses Passes => passes;

    [SetUp]
    public void Open() => passes = new PassesInMemory();
}
