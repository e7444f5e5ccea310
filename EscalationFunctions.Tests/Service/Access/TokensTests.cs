using Escalation.Service.Access;
using Microsoft.IdentityModel.Tokens;

namespace EscalationFunctions.Tests.Service.Access;

public class TokensTests
{
    private Office office = null!;
    private TestIssuer issuer = null!;
    private Tokens tokens = null!;

    [SetUp]
    public async Task Start()
    {
        office = new Office();
        issuer = await TestIssuer.StartAsync();
        tokens = new Tokens(new Issuer(issuer.Authority, "escalation", HttpsOnly: false), office.Rooms, office.Clock);
    }

    [TearDown]
    public async Task Stop()
    {
        await issuer.DisposeAsync();
        office.Dispose();
    }

    [Test]
    public async Task A_token_of_the_issuer_says_who_is_calling_and_what_they_may_do() =>
        Assert.That(await Find(_ => { }), Is.EqualTo(new Finding.Known(
            new Caller(Office.Severnside, Office.Council, [Scope.DifferencesRead, Scope.ReportsRead], "client:council-records"))));

    [Test]
    public async Task Scopes_can_be_a_list_and_the_caller_can_be_the_board_office()
    {
        var found = await Find(t => (t.Claims["scope"], t.Claims["escalation_agency"]) = (new[] { "directory:write", "directory:read" }, "board-office"));
        Assert.That(found, Is.EqualTo(new Finding.Known(
            new Caller(Office.Severnside, null, [Scope.DirectoryRead, Scope.DirectoryWrite], "client:council-records"))));
    }

    [Test]
    public async Task Without_a_client_the_name_in_the_log_shows_nothing_of_the_subject()
    {
        var found = await Find(t => (t.Claims["client_id"], t.Claims["sub"]) = ("asha.rill@example.org", "asha.rill@example.org"));
        Assert.That((found as Finding.Known)?.Caller.Name, Does.Match("^subject:[0-9a-f]{12}$"));
    }

    [TestCaseSource(nameof(NotAccepted))]
    public async Task A_token_that_is_not_right_is_not_accepted(Action<SecurityTokenDescriptor> change, WhyNot why) =>
        Assert.That(await Find(change), Is.EqualTo(new Finding.NotKnown(why)));

    [Test]
    public async Task A_token_signed_with_a_shared_secret_is_not_accepted_even_if_the_secret_is_the_public_key()
    {
        var published = new SymmetricSecurityKey(issuer.Key.Rsa.ExportRSAPublicKey()) { KeyId = issuer.Key.KeyId };
        Assert.That(await Find(t => t.SigningCredentials = new(published, SecurityAlgorithms.HmacSha256)),
            Is.EqualTo(new Finding.NotKnown(WhyNot.NotAccepted)));
    }

    [TestCase("")]
    [TestCase("not a token")]
    [TestCase("a.b")]
    [TestCase("eyJhbGciOiJSUzI1NiJ9.!.x")]
    public async Task What_is_no_token_is_none(string presented) =>
        Assert.That(await tokens.FindAsync(presented, default), Is.InstanceOf<Finding.NotKnown>());

    [Test]
    public async Task A_token_is_good_within_its_time_and_a_minute_around_it_for_clocks_that_disagree()
    {
        var token = issuer.Token(t => (t.NotBefore, t.Expires) = (TestIssuer.Now(1), TestIssuer.Now(10)));
        Assert.That(await tokens.FindAsync(token, default), Is.InstanceOf<Finding.Known>());
        office.Clock.Advance(TimeSpan.FromMinutes(10.9));
        Assert.That(await tokens.FindAsync(token, default), Is.InstanceOf<Finding.Known>());
        office.Clock.Advance(TimeSpan.FromMinutes(0.1));
        Assert.That(await tokens.FindAsync(token, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Expired)));
    }

    [Test]
    public async Task An_issuer_that_changes_its_key_is_followed()
    {
        Assert.That(await Find(_ => { }), Is.InstanceOf<Finding.Known>());
        issuer.ChangeKey();
        var found = await Find(_ => { });
        // The new key is fetched beside the first request that needs it.
        for (var tries = 0; tries < 100 && found is not Finding.Known; tries++)
        {
            await Task.Delay(50);
            found = await Find(_ => { });
        }

        Assert.That(found, Is.InstanceOf<Finding.Known>());
    }

    [Test]
    public async Task Where_the_issuer_cannot_be_reached_that_is_said_and_nobody_is_let_in()
    {
        var token = issuer.Token(_ => { });
        Tokens elsewhere = new(new Issuer(new Uri("http://127.0.0.1:9"), "escalation", HttpsOnly: false), office.Rooms, office.Clock);
        Assert.That(await elsewhere.FindAsync(token, default), Is.EqualTo(new Finding.NotKnown(WhyNot.IssuerUnreachable)));
    }

    [Test]
    public async Task A_key_of_ours_is_told_from_a_token()
    {
        Callers callers = new(new Keys(office.Rooms, office.Clock), tokens);
        Assert.That(await callers.FindAsync(issuer.Token(_ => { }), default), Is.InstanceOf<Finding.Known>());
        Assert.That(await callers.FindAsync(KeyText.New().Secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Unknown)));
    }

    private ValueTask<Finding> Find(Action<SecurityTokenDescriptor> change) => new(tokens.FindAsync(issuer.Token(change), default));

    private static IEnumerable<TestCaseData> NotAccepted()
    {
        yield return Case("of another issuer", t => t.Issuer = "https://other.example.org/");
        yield return Case("meant for another service", t => t.Audience = "other");
        yield return Case("meant for nobody", t => t.Audience = null);
        yield return Case("signed with another key", t => t.SigningCredentials = new(TestIssuer.NewKey(), SecurityAlgorithms.RsaSha256));
        yield return Case("not signed", t => t.SigningCredentials = null);
        yield return Case("of a type that is no access token", t => t.TokenType = "logout+jwt");
        yield return Case("over", t => (t.NotBefore, t.Expires) = (TestIssuer.Now(-20), TestIssuer.Now(-2)), WhyNot.Expired);
        yield return Case("not yet begun", t => (t.NotBefore, t.Expires) = (TestIssuer.Now(2), TestIssuer.Now(9)), WhyNot.Expired);
        yield return Case("without a board", t => t.Claims.Remove("escalation_board"));
        yield return Case("without an agency", t => t.Claims.Remove("escalation_agency"));
        yield return Case("of a board that is not ours", t => t.Claims["escalation_board"] = "elsewhere");
        yield return Case("of another board's agency", t => t.Claims["escalation_board"] = Office.Moorland);
        yield return Case("of several agencies", t => t.Claims["escalation_agency"] = new[] { Office.Council, "open-door" });
    }

    private static TestCaseData Case(string name, Action<SecurityTokenDescriptor> change, WhyNot why = WhyNot.NotAccepted) =>
        new TestCaseData(change, why).SetArgDisplayNames(name);
}
