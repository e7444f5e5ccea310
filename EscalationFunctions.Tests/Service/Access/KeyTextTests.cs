using Escalation.Core;
using Escalation.Service.Access;

namespace EscalationFunctions.Tests.Service.Access;

public class KeyTextTests
{
    [Test]
    public void A_key_looks_like_one_to_a_scanner_for_leaked_secrets() =>
        Assert.That(KeyText.New().Secret, Does.Match("^esk_[0-9a-hjkmnp-tv-z]{12}_[0-9a-hjkmnp-tv-z]{38}$"));

    [Test]
    public void What_was_made_is_read_back()
    {
        var key = KeyText.New();
        var read = KeyText.Read(key.Secret);
        Assert.That((read!.Id, read.Secret), Is.EqualTo((key.Id, key.Secret)));
        Assert.That(read.Hash, Is.EqualTo(key.Hash));
    }

    [Test]
    public void No_two_keys_are_alike() =>
        Assert.That(Enumerable.Range(0, 1000).Select(_ => KeyText.New()).SelectMany(k => new[] { k.Id, k.Secret[17..] }), Is.Unique);

    [Test]
    public void A_slip_in_any_place_is_seen_without_asking_anybody()
    {
        var secret = KeyText.New().Secret;
        var slips = Enumerable.Range(0, secret.Length).Select(i => secret[..i] + (secret[i] == '2' ? '3' : '2') + secret[(i + 1)..]);
        Assert.That(slips.Select(KeyText.Read), Has.All.Null);
    }

    [TestCase("")]
    [TestCase("esk_")]
    [TestCase("Bearer esk_000000000000_00000000000000000000000000000000000000")]
    [TestCase("esk_000000000000_00000000000000000000000000000000000000\n")]
    [TestCase("esk_00000000000é_00000000000000000000000000000000000000")]
    public void What_was_never_a_key_is_none(string presented) => Assert.That(KeyText.Read(presented), Is.Null);

    [Test]
    public void A_key_that_comes_into_a_log_shows_only_its_public_part()
    {
        var key = KeyText.New();
        Assert.That($"{key}", Is.EqualTo($"esk_{key.Id}_…"));
    }

    [Test]
    public void The_texts_of_the_scopes_are_what_partners_ask_for()
    {
        Assert.That(Scopes.AllTexts, Is.EqualTo(new[]
        {
            "differences:read", "differences:write", "directory:read", "directory:write", "reports:read", "notices:read", "notices:write",
            "keys:read", "keys:write",
        }));
        Assert.That(Enum.GetValues<Scope>().Where(s => !Scopes.TryParse(s.TextOf(), out var back) || back != s), Is.Empty);
        Assert.That(Enum.GetNames<Scope>().Where(n => typeof(Scope).GetField(n)!.GetCustomAttributes(typeof(MeaningAttribute), false).Length != 1), Is.Empty);
    }
}
