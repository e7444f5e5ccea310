using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Records;
using Escalation.Service.Retention;

namespace EscalationFunctions.Tests.Service.Retention;

/// <summary>How long records are kept, what keeps them longer, and who says that they may go.</summary>
public class DisposalTests
{
    private Shelf shelf = null!;

    [SetUp]
    public async Task Open() => shelf = await Shelf.OpenAsync();

    [TearDown]
    public async Task Close() => await shelf.DisposeAsync();

    [TestCase(CardState.Closed, "four", 8, TestName = "Where_no_rule_fits_it_is_eight_years")]
    [TestCase(CardState.Withdrawn, "four", 2, TestName = "The_outcome_decides")]
    [TestCase(CardState.Withdrawn, "three", 5, TestName = "The_procedure_decides_before_the_outcome")]
    [TestCase(CardState.Redirected, "three", 1, TestName = "Both_together_decide_before_either")]
    public async Task The_rule_that_fits_closest_says_how_long(CardState outcome, string procedure, int years)
    {
        RetentionRule[] rules = [new(2, CardState.Withdrawn), new(5, Procedure: "three"), new(1, CardState.Redirected, "three")];
        var (board, head) = ((await shelf.RoomAsync()).Board with { Retention = [.. rules] }, await shelf.HeadAsync(await shelf.ClosedAsync()));
        Assert.That(RetentionRule.YearsOf(head.Card with { State = outcome, Procedure = procedure }, board), Is.EqualTo(years));
    }

    [Test]
    public async Task A_record_is_kept_through_the_last_day_of_its_time_and_can_go_on_the_next()
    {
        await shelf.ClosedAsync();
        shelf.Kept.Clock.MoveTo("2034-04-01T23:59");
        Assert.That(await shelf.Disposals.PrepareAsync(await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office), default), Is.Null);
        shelf.Kept.Clock.MoveTo("2034-04-02T00:00");
        var list = await shelf.Disposals.PrepareAsync(await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office), default);
        Assert.That(list!.Items.Single().KeptUntil, Is.EqualTo(new DateOnly(2034, 4, 1)));
        Assert.That(await shelf.Disposals.PrepareAsync(await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office), default), Is.Null, "nothing stands on two lists");
    }

    [Test]
    public async Task What_is_open_held_or_still_followed_up_is_never_on_a_list()
    {
        var (open, held) = (await shelf.RaisedAsync(), await shelf.ClosedAsync());
        var followed = await shelf.RaisedAsync();
        await shelf.AskAsync(followed, OfficeDays.Asha, new Command.ProposeOutcome("p-1", "Care goes on.", "None.", [new("review", "Hold the review", "county-trust", "Dee", new DateOnly(2026, 5, 1))], []));
        await shelf.AskAsync(followed, OfficeDays.Ben, new Command.ConfirmOutcome("p-1", []));
        await shelf.UntilClosedAsync(followed);
        await shelf.Holds.SetAsync(await shelf.HeadAsync(held), "Inquiry 7 of the coroner", "Ida Office", default);
        shelf.YearsPass();
        Assert.That(await shelf.Disposals.PrepareAsync(await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office), default), Is.Null);
        var all = await shelf.Disposals.AllAsync(await shelf.RoomAsync(), default);
        Assert.That(all.Select(k => (k.Head.Id, k.Held is not null, k.FollowedUp)), Is.EquivalentTo(new[] { (held, true, false), (followed, false, true) }));
        Assert.That(all.Select(k => k.Head.Id), Has.None.EqualTo(open));
        await shelf.Holds.LiftAsync(TestOffice.Severnside, held, "The inquiry is closed", "Ida Office", default);
        Assert.That((await shelf.DisposeOfAllAsync()).Erased, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hold_that_comes_after_the_list_was_prepared_is_heeded_and_so_is_a_longer_time()
    {
        var (held, goes, reopened) = (await shelf.ClosedAsync(), await shelf.ClosedAsync(), await shelf.ClosedAsync());
        shelf.YearsPass();
        var (room, office) = (await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office));
        var list = (await shelf.Disposals.PrepareAsync(room, office, default))!;
        await shelf.Holds.SetAsync(await shelf.HeadAsync(held), "Inquiry 7 of the coroner", "Ida Office", default);
        await shelf.AskAsync(reopened, new Actor.Officeholder("Ida Office", "board-office"), new Command.Reopen("1", "New facts."));
        await shelf.Disposals.ApproveAsync(room, list.Id, office, default);
        Assert.That(((await shelf.HeadAsync(held)).Key, (await shelf.HeadAsync(reopened)).Key), Is.Not.EqualTo(((byte[]?)null, (byte[]?)null)));
        Assert.That((await shelf.HeadAsync(held)).Key, Is.Not.Null);
        Assert.That((await shelf.HeadAsync(reopened)).Key, Is.Not.Null);
        Assert.That((await shelf.HeadAsync(goes)).Erased!.List, Is.EqualTo(list.Id));

        await shelf.Holds.LiftAsync(TestOffice.Severnside, held, "The inquiry is closed", "Ida Office", default);
        list = (await shelf.Disposals.PrepareAsync(room, office, default))!;
        await shelf.ChangeBoardAsync(b => b with { Retention = [new RetentionRule(20)] });
        await shelf.Disposals.ApproveAsync(await shelf.RoomAsync(), list.Id, office, default);
        Assert.That((await shelf.HeadAsync(held)).Key, Is.Not.Null, "twenty years are not over");
    }

    [Test]
    public async Task Whoever_prepared_a_list_approves_it_only_where_the_board_has_nobody_else()
    {
        var id = await shelf.ClosedAsync();
        shelf.YearsPass();
        await shelf.ChairComesAsync();
        var (room, office) = (await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office));
        var list = (await shelf.Disposals.PrepareAsync(room, office, default))!;
        Assert.That(async () => await shelf.Disposals.ApproveAsync(room, list.Id, office, default), Throws.InvalidOperationException);
        Assert.That((await shelf.HeadAsync(id)).Key, Is.Not.Null);
        await shelf.Disposals.ApproveAsync(room, list.Id, await shelf.VisitorAsync(Shelf.Chair), default);
        var erased = (await shelf.HeadAsync(id)).Erased!;
        Assert.That((erased.PreparedBy, erased.ApprovedBy), Is.EqualTo(($"{office.Name}, {office.Role}", $"Chris Chair, {(await shelf.VisitorAsync(Shelf.Chair)).Role}")));
        Assert.That((await shelf.Disposals.FindAsync(TestOffice.Severnside, list.Id, default))!.Approved!.SamePerson, Is.False);

        await shelf.ChangeBoardAsync(b => b with { Officers = [] });
        await shelf.ClosedAsync();
        shelf.Kept.Clock.MoveTo("2044-04-02T10:00");
        Assert.That((await shelf.DisposeOfAllAsync()).Approved!.SamePerson, Is.True);
    }

    [Test]
    public async Task A_list_that_was_thrown_away_disposes_of_nothing_and_what_was_on_it_comes_onto_another()
    {
        var id = await shelf.ClosedAsync();
        shelf.YearsPass();
        var (room, office) = (await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office));
        var list = (await shelf.Disposals.PrepareAsync(room, office, default))!;
        await shelf.Disposals.DiscardAsync(TestOffice.Severnside, list.Id, default);
        await shelf.Disposals.ApproveAsync(room, list.Id, office, default);
        Assert.That((await shelf.HeadAsync(id)).Key, Is.Not.Null);
        Assert.That((await shelf.Disposals.PrepareAsync(room, office, default))!.Items.Single().Difference, Is.EqualTo(id));
    }

    [Test]
    public async Task An_approved_list_that_a_crash_left_half_done_is_finished_by_approving_again()
    {
        var (first, second) = (await shelf.ClosedAsync(), await shelf.ClosedAsync());
        shelf.YearsPass();
        var (room, office) = (await shelf.RoomAsync(), await shelf.VisitorAsync(Shelf.Office));
        var list = (await shelf.Disposals.PrepareAsync(room, office, default))!;
        var paper = (await shelf.Get<BoardRooms>().PapersAsync(default))[(TestOffice.Severnside, Drawers.Disposal, list.Id)];
        var approved = list with { Approved = new Approval(shelf.Kept.Clock.GetUtcNow(), list.Prepared, true) };
        await shelf.Get<BoardRooms>().ChangeAsync([approved.ToPaper(TestOffice.Severnside, Drawers.Disposal, list.Id, paper.Edition)], [], default);
        var head = await shelf.HeadAsync(first);
        await shelf.Kept.Journal.EraseAsync([new Erasing(head, new Erasure(default, list.Id, default, head.Length, ""))], default);

        await shelf.Disposals.ApproveAsync(room, list.Id, office, default);
        Assert.That((await shelf.HeadAsync(second)).Key, Is.Null);
        Assert.That((await shelf.Disposals.FindAsync(TestOffice.Severnside, list.Id, default))!.Erased, Is.EqualTo(2));
    }

    [Test]
    public async Task How_long_records_are_kept_is_said_without_saying_anything_twice()
    {
        var room = await shelf.RoomAsync();
        Assert.That(KeepingWords.Rules(room), Is.EqualTo(new[] { "However they ended: 8 years." }));
        await shelf.ChangeBoardAsync(b => b with { Retention = [new RetentionRule(2, CardState.Withdrawn), new RetentionRule(10, Procedure: "other")] });
        Assert.That(KeepingWords.Rules(await shelf.RoomAsync()),
            Is.EqualTo(new[] { "Withdrawn: 2 years.", "However they ended, under the procedure other: 10 years.", "Closed: 8 years.", "Sent elsewhere: 8 years." }));
        await shelf.ChangeBoardAsync(b => b with { Retention = [new RetentionRule(1)] });
        Assert.That(KeepingWords.Rules(await shelf.RoomAsync()), Is.EqualTo(new[] { "However they ended: 1 year." }));
    }

    [Test]
    public void What_is_wrong_with_a_boards_rules_is_said_with_its_place()
    {
        var board = new Board("b", "B", "p", "1", "B", new Reach("Office", "office@example.org"), [], [],
            Retention: [new RetentionRule(0), new RetentionRule(3, CardState.Open), new RetentionRule(5), new RetentionRule(101, CardState.Closed)]);
        Assert.That(RetentionRule.ProblemsOf(board).Select(p => p.Split(':')[0]),
            Is.EqualTo(new[] { "$.retention[0].years", "$.retention[1].outcome", "$.retention[2]", "$.retention[3].years" }));
    }
}
