using Escalation.Service.Access;
using Escalation.Service.Passes;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

public class CodesTests
{
    private Doorway door = null!;

    [SetUp]
    public async Task Open() => door = await OpenAsync();

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [Test]
    public async Task Whoever_enters_the_code_that_was_mailed_is_signed_in_with_the_address_on_file()
    {
        var signedIn = await door.SignInAsync("County-Trust-2@EXAMPLE.org");
        Assert.That((signedIn.SignIn.Email, signedIn.SignIn.Via), Is.EqualTo((Manager, Via.Code)));
        Assert.That(await door.SignIns.FindAsync(signedIn.Token, default), Is.EqualTo(signedIn.SignIn));
    }

    [TestCase("{0} {1}", TestName = "With the blank of the letter")]
    [TestCase(" {0}-{1} ", TestName = "With a hyphen")]
    public async Task A_code_can_be_written_as_people_write(string form)
    {
        var (challenge, code) = await door.CodeForAsync(Manager);
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, code[..3], code[3..]);
        Assert.That(await door.Codes.TryAsync(challenge, written, default), Is.InstanceOf<CodeTried.SignedIn>());
    }

    [Test]
    public async Task The_letter_says_what_the_code_is_for_until_when_that_nobody_asks_for_it_and_what_to_do_otherwise()
    {
        await door.AskAsync(Manager);
        var letter = (await door.NewLettersAsync()).Single();
        Assert.That(letter, Does.Contain($"To: <{Manager}>").And.Contain("Subject: Your code to sign in")
            .And.Contain("sign in to the service of Severnside Safeguarding Adults Board").And.Contain("until 10:10am on Wednesday 1 April 2026")
            .And.Contain("Nobody will ever ask you for this code by telephone").And.Contain("If you did not ask for it")
            .And.Contain("office@severnside.example.org"));
        Assert.That(letter.Split('\n').Single(l => l.StartsWith("Message-ID", StringComparison.Ordinal)), Does.Match("<code-[0-9a-f]{32}@"));
    }

    [Test]
    public async Task A_code_is_used_once_even_by_many_at_once()
    {
        var (challenge, code) = await door.CodeForAsync(Manager);
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => door.Codes.TryAsync(challenge, code, default))));
        Assert.That(tries.OfType<CodeTried.SignedIn>().Count(), Is.EqualTo(1));
        Assert.That(tries.OfType<CodeTried.NoLonger>().Count(), Is.EqualTo(19));
        Assert.That(await door.SignIns.OfAsync(BoardId, Manager, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_fifty_wrong_tries_at_once_five_are_counted_and_then_the_right_one_is_of_no_use()
    {
        var (challenge, code) = await door.CodeForAsync(Manager);
        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => door.Codes.TryAsync(challenge, Wrong(code), default))));
        Assert.That(tries.OfType<CodeTried.Wrong>().Select(w => w.TriesLeft), Is.EquivalentTo(new[] { 4, 3, 2, 1 }));
        Assert.That(tries.OfType<CodeTried.TooManyTries>().Count(), Is.EqualTo(46));
        Assert.That(await door.Codes.TryAsync(challenge, code, default), Is.InstanceOf<CodeTried.TooManyTries>());
        Assert.That(await door.SignIns.OfAsync(BoardId, Manager, default), Is.Empty);
    }

    [Test]
    public async Task Guesses_are_counted_across_a_restart()
    {
        var (challenge, code) = await door.CodeForAsync(Manager);
        for (var i = 0; i < 3; i++) await door.Codes.TryAsync(challenge, Wrong(code), default);
        await door.RestartAsync();
        Assert.That(await door.Codes.TryAsync(challenge, Wrong(code), default), Is.EqualTo(new CodeTried.Wrong(1)));
        Assert.That(await door.Codes.TryAsync(challenge, code, default), Is.InstanceOf<CodeTried.SignedIn>());
    }

    [TestCase("12345", TestName = "Too short")]
    [TestCase("abcdef", TestName = "No figures")]
    [TestCase("١٢٣٤٥٦", TestName = "Figures of another script")]
    [TestCase("", TestName = "Nothing")]
    public async Task A_slip_of_the_keyboard_is_no_guess(string slip)
    {
        var (challenge, _) = await door.CodeForAsync(Manager);
        for (var i = 0; i < 6; i++) Assert.That(await door.Codes.TryAsync(challenge, slip, default), Is.EqualTo(new CodeTried.Wrong(5)));
    }

    [Test]
    public async Task A_code_is_good_for_ten_minutes()
    {
        var (challenge, code) = await door.CodeForAsync(Manager);
        door.Clock.MoveTo(door.Clock.GetUtcNow() + Codes.GoodFor);
        Assert.That(await door.Codes.TryAsync(challenge, code, default), Is.InstanceOf<CodeTried.Expired>());
        door.Clock.MoveTo(door.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.That(await door.Codes.TryAsync(challenge, code, default), Is.InstanceOf<CodeTried.SignedIn>());
    }

    [Test]
    public async Task A_code_is_good_in_the_browser_only_that_asked_for_it()
    {
        var (_, code) = await door.CodeForAsync(Manager);
        var other = await door.AskAsync("county-trust-3@example.org");
        Assert.That(await door.Codes.TryAsync(other, code, default), Is.InstanceOf<CodeTried.Wrong>());
        Assert.That(await door.Codes.TryAsync(PassBook.NewSecret(), code, default), Is.InstanceOf<CodeTried.NoLonger>());
    }

    [Test]
    public async Task A_code_that_somebody_else_asks_for_takes_none_away()
    {
        var (first, code) = await door.CodeForAsync(Manager);
        var (second, newer) = await door.CodeForAsync(Manager);
        Assert.That(await door.Codes.TryAsync(second, code == newer ? Wrong(newer) : code, default), Is.InstanceOf<CodeTried.Wrong>(), "each is its browser's own");
        Assert.That(await door.Codes.TryAsync(first, code, default), Is.InstanceOf<CodeTried.SignedIn>());
        Assert.That(await door.Codes.TryAsync(second, newer, default), Is.InstanceOf<CodeTried.SignedIn>());
    }

    [Test]
    public async Task An_address_that_nobody_knows_is_answered_alike_whatever_is_tried_and_gets_no_letter()
    {
        var known = await Probe(Manager);
        await door.NewLettersAsync();
        Assert.That(await Probe(Unknown), Is.EqualTo(known));
        Assert.That(await door.NewLettersAsync(), Is.Empty);
    }

    [Test]
    public async Task An_hour_brings_five_codes_and_the_fifth_stays_good()
    {
        for (var i = 0; i < 4; i++) await door.AskAsync(Manager);
        await door.NewLettersAsync();
        door.Clock.MoveTo("2026-04-01T10:05");
        var (challenge, code) = await door.CodeForAsync(Manager);
        Assert.That(await door.Codes.RequestAsync(BoardId, Manager, default), Is.EqualTo(new CodeAsked.TooMany(At("2026-04-01T11:00"))));
        Assert.That(await door.NewLettersAsync(), Is.Empty);
        Assert.That(await door.Codes.TryAsync(challenge, code, default), Is.InstanceOf<CodeTried.SignedIn>());
    }

    [Test]
    public async Task The_limits_of_an_hour_and_a_day_outlive_a_restart_and_signing_in()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            door.Clock.MoveTo($"2026-04-01T{10 + hour}:00");
            for (var i = 0; i < 5; i++) Assert.That(await door.Codes.RequestAsync(BoardId, Manager, default), Is.InstanceOf<CodeAsked.Asked>());
            await door.RestartAsync();
            Assert.That(await door.Codes.RequestAsync(BoardId, Manager, default), Is.InstanceOf<CodeAsked.TooMany>());
        }

        door.Clock.MoveTo("2026-04-01T23:00");
        Assert.That(await door.Codes.RequestAsync(BoardId, Manager, default), Is.EqualTo(new CodeAsked.TooMany(At("2026-04-02T10:00"))));
        door.Clock.MoveTo("2026-04-02T10:00");
        Assert.That(await door.Codes.RequestAsync(BoardId, Manager, default), Is.InstanceOf<CodeAsked.Asked>());
    }

    [Test]
    public async Task Of_twenty_who_ask_at_once_five_are_sent_a_code_and_each_is_good_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => door.Codes.RequestAsync(BoardId, Manager, default))));
        var challenges = asked.OfType<CodeAsked.Asked>().Select(a => a.Challenge).ToList();
        var codes = (await door.NewLettersAsync()).Select(CodeIn).ToList();
        Assert.That((challenges.Count, codes.Count), Is.EqualTo((5, 5)));
        foreach (var challenge in challenges) Assert.That(await GoodInAsync(challenge), Is.EqualTo(1));

        async Task<int> GoodInAsync(string challenge)
        {
            var good = 0;
            foreach (var code in codes)
                if (await door.Codes.TryAsync(challenge, code, default) is CodeTried.SignedIn) good++;
            return good;
        }
    }

    [Test]
    public async Task One_addresss_limit_is_not_anothers()
    {
        for (var i = 0; i < 6; i++) await door.Codes.RequestAsync(BoardId, Manager, default);
        Assert.That(await door.Codes.RequestAsync(BoardId, "county-trust-3@example.org", default), Is.InstanceOf<CodeAsked.Asked>());
        Assert.That(await door.Codes.RequestAsync(TestOffice.Moorland, Manager, default), Is.InstanceOf<CodeAsked.Asked>());
    }

    /// <summary>Everything that a stranger can learn about an address, as far as it does not depend on chance.</summary>
    private async Task<string> Probe(string email)
    {
        var said = new List<object>();
        var challenge = await door.AskAsync(email);
        for (var i = 0; i < 7; i++) said.Add(await door.Codes.TryAsync(challenge, "-not-", default));
        // One in a million is right; the test would then fail once.
        for (var i = 0; i < 7; i++) said.Add(await door.Codes.TryAsync(challenge, "271828", default));
        for (var i = 0; i < 6; i++)
            said.Add(await door.Codes.RequestAsync(BoardId, email, default) is CodeAsked.TooMany many ? many : "asked");
        return string.Join('\n', said);
    }

    private static DateTimeOffset At(string local) => new MovableClock(local).GetUtcNow();
}
