using Escalation.Service.Access;
using Escalation.Service.Passes;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

public class SignInsTests
{
    private Doorway door = null!;

    [SetUp]
    public async Task Open() => door = await OpenAsync();

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [Test]
    public async Task An_hour_of_silence_ends_it()
    {
        var token = (await door.SignInAsync(Manager)).Token;
        Pass(59);
        Assert.That(await Found(token), Is.True);
        Pass(59);
        Assert.That(await Found(token), Is.True, "it was in use in between");
        Pass(60);
        Assert.That(await Found(token), Is.False);
    }

    [Test]
    public async Task Twelve_hours_end_it_however_much_it_is_in_use()
    {
        var token = (await door.SignInAsync(Manager)).Token;
        for (var i = 0; i < 23; i++)
        {
            Pass(30);
            Assert.That(await Found(token), Is.True, $"after {(i + 1) * 30} minutes");
        }

        Pass(30);
        Assert.That(await Found(token), Is.False);
    }

    [Test]
    public async Task That_it_is_in_use_is_written_down_once_a_minute_at_most()
    {
        var (token, id) = await door.SignInAsync(Manager) is var signed ? (signed.Token, signed.SignIn.Id) : default;
        for (var i = 0; i < 10; i++) await door.SignIns.FindAsync(token, default);
        Assert.That(await Edition(id), Is.EqualTo(1));
        Pass(1);
        for (var i = 0; i < 10; i++) await door.SignIns.FindAsync(token, default);
        Assert.That(await Edition(id), Is.EqualTo(2));
    }

    [Test]
    public async Task It_is_fresh_for_half_an_hour_and_using_it_does_not_make_it_so()
    {
        var (token, _) = await door.SignInAsync(Manager);
        Pass(29);
        Assert.That((await door.SignIns.FindAsync(token, default))!.IsFreshAt(door.Clock.GetUtcNow()), Is.True);
        Pass(1);
        Assert.That((await door.SignIns.FindAsync(token, default))!.IsFreshAt(door.Clock.GetUtcNow()), Is.False);
    }

    [Test]
    public async Task One_person_has_two_and_signing_out_ends_one()
    {
        var (one, other) = ((await door.SignInAsync(Manager)).Token, (await door.SignInAsync(Manager)).Token);
        Assert.That(await door.SignIns.OfAsync(BoardId, Manager, default), Has.Count.EqualTo(2));
        await door.SignIns.EndAsync(one, default);
        await door.SignIns.EndAsync(one, default);
        Assert.That((await Found(one), await Found(other)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task The_board_office_ends_all_of_a_person_and_nobody_elses()
    {
        var (one, other) = ((await door.SignInAsync(Manager)).Token, (await door.SignInAsync(Manager)).Token);
        var colleague = (await door.SignInAsync("county-trust-3@example.org")).Token;
        Assert.That(await door.SignIns.EndAllAsync(BoardId, Manager.ToUpperInvariant(), default), Is.EqualTo(2));
        Assert.That((await Found(one), await Found(other), await Found(colleague)), Is.EqualTo((false, false, true)));
    }

    [Test]
    public async Task One_that_is_ended_while_it_is_in_use_stays_ended()
    {
        var token = (await door.SignInAsync(Manager)).Token;
        Pass(5);
        var uses = Enumerable.Range(0, 20).Select(_ => Task.Run(() => door.SignIns.FindAsync(token, default))).ToList();
        await Task.WhenAll(uses.Append(Task.Run(() => door.SignIns.EndAsync(token, default))));
        Assert.That(await Found(token), Is.False);
    }

    [Test]
    public async Task It_outlives_a_restart()
    {
        var signedIn = await door.SignInAsync(Manager);
        await door.RestartAsync();
        Assert.That(await door.SignIns.FindAsync(signedIn.Token, default), Is.EqualTo(signedIn.SignIn));
    }

    [TestCase("", TestName = "Nothing")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", TestName = "Another token")]
    public async Task Nobody_is_known_by_what_is_no_token_of_ours(string token) => Assert.That(await Found(token), Is.False);

    [Test]
    public async Task Its_id_does_not_let_anybody_in() => Assert.That(await Found((await door.SignInAsync(Manager)).SignIn.Id), Is.False);

    [Test]
    public async Task What_was_chosen_and_said_stays_with_it()
    {
        var token = (await door.SignInAsync(Manager)).Token;
        Assert.That(await door.SignIns.ChooseAsync(token, new Capacity.Contact("county-trust"), new Said("Ben Ward", "manager"), default), Is.True);
        var found = (await door.SignIns.FindAsync(token, default))!;
        Assert.That((found.As, found.Said), Is.EqualTo((new Capacity.Contact("county-trust"), new Said("Ben Ward", "manager"))));
        await door.SignIns.EndAsync(token, default);
        Assert.That(await door.SignIns.ChooseAsync(token, new Capacity.BoardOffice(), null, default), Is.False);
    }

    private void Pass(int minutes) => door.Clock.MoveTo(door.Clock.GetUtcNow().AddMinutes(minutes));

    private async Task<bool> Found(string token) => await door.SignIns.FindAsync(token, default) is not null;

    private async Task<long> Edition(string id) => (await door.Office.Passes.FindAsync(PassKind.SignIn, id, default))!.Edition;
}
