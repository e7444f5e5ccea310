using System.Globalization;
using Escalation.Service.Access;
using Escalation.Service.Boards;

namespace EscalationFunctions.Tests.Service.Access;

public class KeysTests
{
    private static readonly KeyRequest Wanted =
        new(Office.Severnside, Office.Council, [Scope.DifferencesWrite, Scope.DifferencesRead], new DateOnly(2026, 9, 30));

    private Office office = null!;
    private Keys keys = null!;

    [SetUp]
    public void Open()
    {
        office = new Office();
        keys = new Keys(office.Rooms, office.Clock);
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Whoever_presents_a_key_is_the_agency_that_it_was_made_for()
    {
        var text = await Made(Wanted);
        Assert.That(await keys.FindAsync(text.Secret, default), Is.EqualTo(new Finding.Known(
            new Caller(Office.Severnside, Office.Council, [Scope.DifferencesRead, Scope.DifferencesWrite], $"key:{text.Id}"))));
    }

    [Test]
    public async Task The_secret_is_kept_nowhere()
    {
        var text = await Made(Wanted);
        var papers = await office.Papers.AllAsync(default);
        Assert.That(papers.Where(p => p.Text.Contains(text.Secret[17..], StringComparison.Ordinal)), Is.Empty);
        Assert.That(papers.Single(p => p.Drawer == Drawers.Key).Id, Is.EqualTo(text.Id));
    }

    [Test]
    public async Task The_board_office_has_keys_as_well()
    {
        var found = await keys.FindAsync((await Made(Wanted with { Agency = null })).Secret, default);
        Assert.That((found as Finding.Known)?.Caller.IsBoardOffice, Is.True);
    }

    [Test]
    public async Task A_key_is_good_to_the_end_of_its_last_day_in_London()
    {
        var text = await Made(Wanted with { Expires = Office.Today });
        office.Clock.Advance(TimeSpan.FromHours(13.99));
        Assert.That(await keys.FindAsync(text.Secret, default), Is.InstanceOf<Finding.Known>());
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await keys.FindAsync(text.Secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Expired)));
    }

    [Test]
    public async Task A_revoked_key_is_good_no_longer_and_revoking_it_again_is_the_same()
    {
        var text = await Made(Wanted);
        Assert.That(await keys.RevokeAsync(Office.Severnside, text.Id, default), Is.True);
        Assert.That(await keys.RevokeAsync(Office.Severnside, text.Id, default), Is.True);
        Assert.That(await keys.RevokeAsync(Office.Moorland, text.Id, default), Is.False, "another board's key");
        Assert.That(await keys.FindAsync(text.Secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Revoked)));
    }

    [Test]
    public async Task The_right_public_part_with_another_secret_is_as_unknown_as_no_key_at_all()
    {
        var open = (await Made(Wanted)).Secret[..17] + KeyText.New().Secret[17..^6];
        Assert.That(await keys.FindAsync(open + KeyText.CheckOf(open), default), Is.EqualTo(new Finding.NotKnown(WhyNot.Unknown)));
        Assert.That(await keys.FindAsync(KeyText.New().Secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Unknown)));
        Assert.That(await keys.FindAsync("esk_x", default), Is.EqualTo(new Finding.NotKnown(WhyNot.Malformed)));
    }

    [Test]
    public async Task Every_problem_of_a_request_is_told_at_once()
    {
        var refused = await keys.CreateAsync(new(Office.Severnside, "severnside-counsil", [], new(2026, 3, 31)), default) as KeyCreation.Refused;
        Assert.That(refused!.Problems.Select(p => p.ToString()), Is.EqualTo(new[]
        {
            "agency: board \"severnside\" has no agency \"severnside-counsil\"; did you mean \"severnside-council\"?",
            "scopes: at least one is needed: \"differences:read\", \"differences:write\", \"directory:read\", \"directory:write\", \"reports:read\", "
                + "\"notices:read\", \"notices:write\", \"keys:read\" or \"keys:write\"",
            "expires: 2026-03-31 is over; it is the last day on which the key is good",
        }));
    }

    [TestCase("2027-05-06", true, "400 days ahead")]
    [TestCase("2027-05-07", false, "401 days ahead")]
    public async Task No_key_is_good_for_longer_than_400_days(string expires, bool made, string because) =>
        Assert.That(await keys.CreateAsync(Wanted with { Expires = DateOnly.Parse(expires, CultureInfo.InvariantCulture) }, default),
            made ? Is.InstanceOf<KeyCreation.Created>() : Is.InstanceOf<KeyCreation.Refused>(), because);

    [Test]
    public async Task Two_keys_of_a_kind_are_good_at_once_and_a_third_waits_until_one_is_revoked()
    {
        var (one, two) = (await Made(Wanted), await Made(Wanted));
        var refused = await keys.CreateAsync(Wanted, default) as KeyCreation.Refused;
        Assert.That(refused!.Problems.Single().Sentence, Does.Contain(one.Id).And.Contain(two.Id).And.EndWith("revoke one of them first"));
        await Made(Wanted with { Scopes = [Scope.ReportsRead] });
        await Made(Wanted with { Agency = "open-door" });
        await keys.RevokeAsync(Office.Severnside, one.Id, default);
        await Made(Wanted);
    }

    [Test]
    public async Task Two_who_ask_at_once_do_not_both_get_the_second_key()
    {
        await Made(Wanted);
        using BoardRooms otherRooms = new(office.Papers, office.Clock);
        Keys other = new(otherRooms, office.Clock);
        office.Papers.BeforeNextChange = () => other.CreateAsync(Wanted, default).GetAwaiter().GetResult();
        Assert.That(await keys.CreateAsync(Wanted, default), Is.InstanceOf<KeyCreation.Refused>());
        Assert.That(await keys.OfBoardAsync(Office.Severnside, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task When_it_was_last_used_is_written_at_most_once_an_hour()
    {
        var text = await Made(Wanted);
        var start = await office.Papers.ChangesAsync(default);
        for (var use = 0; use < 20; use++) await Use(text);
        Assert.That(await office.Papers.ChangesAsync(default) - start, Is.EqualTo(1));
        office.Clock.Advance(TimeSpan.FromHours(1));
        await Use(text);
        Assert.That((await keys.OfBoardAsync(Office.Severnside, default)).Single().LastUsed, Is.EqualTo(office.Clock.GetUtcNow()));
    }

    [Test]
    public async Task A_disk_that_cannot_be_written_to_keeps_nobody_from_using_a_key()
    {
        var text = await Made(Wanted);
        office.Papers.BeforeNextChange = () => throw new IOException("The disk is full.");
        await Use(text);
        Assert.That(office.Papers.BeforeNextChange, Is.Null, "it was tried");
    }

    [Test]
    public async Task A_key_that_is_revoked_while_its_use_is_written_down_stays_revoked()
    {
        var text = await Made(Wanted);
        using BoardRooms otherRooms = new(office.Papers, office.Clock);
        Keys other = new(otherRooms, office.Clock);
        office.Papers.BeforeNextChange = () => other.RevokeAsync(Office.Severnside, text.Id, default).GetAwaiter().GetResult();
        await Use(text);
        Assert.That(await keys.FindAsync(text.Secret, default), Is.EqualTo(new Finding.NotKnown(WhyNot.Revoked)));
    }

    [Test]
    public async Task Where_no_issuer_is_configured_only_keys_are_known()
    {
        Callers callers = new(keys);
        Assert.That(await callers.FindAsync((await Made(Wanted)).Secret, default), Is.InstanceOf<Finding.Known>());
        Assert.That(await callers.FindAsync("eyJhbGciOiJub25lIn0.e30.", default), Is.EqualTo(new Finding.NotKnown(WhyNot.Malformed)));
    }

    private async Task Use(KeyText text)
    {
        Assert.That(await keys.FindAsync(text.Secret, default), Is.InstanceOf<Finding.Known>());
        await keys.UsesNotedAsync();
    }

    private async Task<KeyText> Made(KeyRequest request) => await keys.CreateAsync(request, default) switch
    {
        KeyCreation.Created(var text, _) => text,
        var other => throw new AssertionException($"{other}"),
    };
}
