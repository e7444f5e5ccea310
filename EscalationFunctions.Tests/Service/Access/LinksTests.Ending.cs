using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Access;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>How a link ends, and what it says then.</summary>
public partial class LinksTests
{
    [Test]
    public async Task A_newer_link_for_the_same_task_of_the_same_person_ends_the_one_before()
    {
        var (first, second) = (await Make(Act), await Make(Act));
        Assert.That(await Look(first), Is.InstanceOf<LinkView.Superseded>());
        Assert.That(await Look(second), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task Of_many_links_made_at_once_exactly_one_is_live()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Make(Act))));
        var views = await Task.WhenAll(tokens.Select(Look));
        Assert.That(views.OfType<LinkView.Live>().Count(), Is.EqualTo(1));
        Assert.That(views.OfType<LinkView.Superseded>().Count(), Is.EqualTo(11));
    }

    [Test]
    public async Task A_link_for_another_task_or_another_person_ends_nothing()
    {
        var first = await Make(Act);
        await Make(Act with { Task = new LinkTask.Read(), Stage = null });
        await Make(Act with { To = new Recipient.Rung("north-council", "1"), Email = "north-council-1@example.org" });
        Assert.That(await Look(first), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task It_ends_with_its_stage_and_says_where_it_is_now()
    {
        var (act, read) = (await Make(Act), await Make(Act with { Task = new LinkTask.Read(), Stage = null }));
        await Done(OfficeDays.Asha, new Command.Escalate("1", "Nobody answers."));
        Assert.That(await Look(act), Is.EqualTo(new LinkView.StageMovedOn("2")));
        Assert.That(await Look(read), Is.InstanceOf<LinkView.Live>(), "reading is not of a stage");
    }

    [Test]
    public async Task A_stage_that_is_entered_again_asks_anew()
    {
        var token = await Make(Act);
        await Done(OfficeDays.Asha, new Command.Withdraw("It was settled between us."));
        Assert.That(await Look(token), Is.EqualTo(new LinkView.Ended(Ending.Withdrawn, door.Clock.GetUtcNow())));
        door.Clock.MoveTo("2026-04-01T11:00");
        await Done(new Actor.Officeholder("Ida Office", "board-office"), new Command.Reopen("1", "It was not settled."));
        Assert.That(await Look(token), Is.EqualTo(new LinkView.StageMovedOn("1")));
    }

    [Test]
    public async Task It_ends_when_somebody_else_is_written_to_in_that_place()
    {
        var token = await Make(Act);
        await door.Office.ChangeAgencyAsync("county-trust", all => all.Replace(c => c.Id == "county-trust-1", c => c with { Email = "new@example.org" }));
        Assert.That(await Look(token), Is.InstanceOf<LinkView.PersonReplaced>());
    }

    [Test]
    public async Task It_ends_when_a_contact_is_named_for_the_difference()
    {
        var token = await Make(Act);
        await Done(OfficeDays.Ben, new Command.NominateContact("county-trust", "1", new Person("Nina Ross", "matron", "nina@example.org")));
        Assert.That(await Look(token), Is.InstanceOf<LinkView.PersonReplaced>());
        Assert.That(await Look(await Make(Act with { Email = "nina@example.org" })), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task Once_it_is_done_it_says_for_which_agency_and_not_by_whom()
    {
        await Done(OfficeDays.Asha, new Command.ProposeOutcome("p-1", "Care goes on.", "None.", [], []));
        var confirm = await Make(Act with { Task = new LinkTask.ConfirmProposal("p-1") });
        Assert.That(await Look(confirm), Is.InstanceOf<LinkView.Live>());
        await Done(OfficeDays.Ben, new Command.DisputeOutcome("p-1", "It is not enough."));
        Assert.That(await Look(confirm), Is.EqualTo(new LinkView.Decided("county-trust")));
    }

    [Test]
    public async Task Once_an_outcome_is_settled_nothing_is_left_to_do_at_the_stage_but_to_read()
    {
        var (act, read) = (await Make(Act), await Make(Act with { Task = new LinkTask.Read(), Stage = null }));
        await door.Office.AgreeAsync(id);
        Assert.That(await Look(act), Is.EqualTo(new LinkView.Decided(null)));
        Assert.That(await Look(read), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task It_is_good_for_thirty_days_and_says_afterwards_that_it_was()
    {
        var token = await Make(Act with { Task = new LinkTask.Read(), Stage = null });
        door.Clock.MoveTo(door.Clock.GetUtcNow() + Links.Longest - TimeSpan.FromSeconds(1));
        Assert.That(await Look(token), Is.InstanceOf<LinkView.Live>());
        door.Clock.MoveTo(door.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.That(await Look(token), Is.EqualTo(new LinkView.Expired(door.Clock.GetUtcNow())));
    }

    [Test]
    public async Task The_board_office_takes_one_back_or_all_of_a_difference_and_those_made_later_work()
    {
        var (one, other) = (await Make(Act), await Make(Act with { Task = new LinkTask.Read(), Stage = null }));
        var listed = await door.Links.OfDifferenceAsync(id, default);
        var act = listed.Single(l => l.For.Task is LinkTask.Act);
        Assert.That(await door.Links.RevokeAsync("00000000000000000000000000000000", act.Id, default), Is.False, "it is not that difference's");
        Assert.That(await door.Links.RevokeAsync(id, act.Id, default), Is.True);
        Assert.That((await Look(one), await Look(other) is LinkView.Live), Is.EqualTo((new LinkView.Revoked(door.Clock.GetUtcNow()), true)));
        await door.Links.RevokeAllOfAsync(id, default);
        Assert.That(await Look(other), Is.InstanceOf<LinkView.Revoked>());
        Assert.That(await Look(await Make(Act)), Is.InstanceOf<LinkView.Live>());
    }

    [Test]
    public async Task Of_an_erased_difference_it_says_nothing_but_that()
    {
        var token = await Make(Act);
        door.Office.DoDirectly("update differences set key = null where id = ?1", id);
        Assert.That(await Look(token), Is.InstanceOf<LinkView.Erased>());
    }
}
