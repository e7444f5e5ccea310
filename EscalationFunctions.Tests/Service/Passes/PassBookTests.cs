using System.Security.Cryptography;
using System.Text;
using Escalation.Service.Desk;
using Escalation.Service.Passes;

namespace EscalationFunctions.Tests.Service.Passes;

public class PassBookTests
{
    private static readonly Said Content = new("asha@example.org", 3);

    private readonly PassBook book = new(new Seal(TestOffice.Secret));

    [OneTimeTearDown]
    public void Close() => book.Dispose();

    [Test]
    public void What_is_written_can_be_read_and_does_not_lie_open()
    {
        var pass = Written();
        Assert.That(book.Read<Said>(pass), Is.EqualTo(Content));
        Assert.That(Encoding.Latin1.GetString(pass.Content), Does.Not.Contain("asha").And.Not.Contain("example"));
    }

    [Test]
    public void The_same_content_is_never_written_the_same_way_twice()
    {
        var (once, again) = (Written(), Written());
        Assert.That(once.Content, Is.Not.EqualTo(again.Content));
    }

    [Test]
    public void A_content_that_is_moved_to_another_pass_cannot_be_read_there()
    {
        var pass = Written();
        foreach (var moved in new[] { pass with { Id = "b" }, pass with { About = "y" }, pass with { Kind = PassKind.Link } })
            Assert.That(() => book.Read<Said>(moved), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public void Under_another_secret_nothing_can_be_read_and_addresses_have_other_names()
    {
        using var other = new PassBook(new Seal("another secret, of 32 characters or more"));
        Assert.That(() => other.Read<Said>(Written()), Throws.InstanceOf<CryptographicException>());
        Assert.That(other.AddressOf("b", "asha@example.org"), Is.Not.EqualTo(book.AddressOf("b", "asha@example.org")));
    }

    [TestCase("ASHA@Example.org", TestName = "Capitals")]
    [TestCase(" asha@example.org ", TestName = "Blanks around it")]
    public void However_an_address_is_written_it_is_the_same(string written) =>
        Assert.That(book.AddressOf("b", written), Is.EqualTo(book.AddressOf("b", "asha@example.org")));

    [Test]
    public void An_address_has_another_name_with_every_board_and_cannot_be_found_by_hashing_it()
    {
        var name = book.AddressOf("b", "asha@example.org");
        Assert.That(name, Is.Not.EqualTo(book.AddressOf("c", "asha@example.org")));
        Assert.That(name, Is.Not.EqualTo(Convert.ToHexStringLower(SHA256.HashData("asha@example.org"u8))));
        Assert.That(name, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void Which_text_ends_where_is_part_of_a_keyed_hash() => Assert.That(book.Keyed("x", "ab", "c"), Is.Not.EqualTo(book.Keyed("x", "a", "bc")));

    [Test]
    public void A_secret_is_256_bits_of_chance_fit_for_an_address()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => PassBook.NewSecret()).ToList();
        Assert.That(secrets, Is.Unique.And.All.Match("^[A-Za-z0-9_-]{43}$"));
    }

    [Test]
    public void What_is_kept_of_a_secret_is_its_hash() =>
        Assert.That(PassBook.IdOf("abc"), Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "SHA-256 of \"abc\", FIPS 180-2");

    private Pass Written() => book.ToPass(PassKind.Code, "a", "x", DateTimeOffset.UnixEpoch, Content);

    private sealed record Said(string Address, int Tries);
}
