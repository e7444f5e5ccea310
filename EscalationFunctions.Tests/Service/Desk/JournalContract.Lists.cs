using Escalation.Core.Differences;
using Escalation.Service.Desk;
using Became = Escalation.Service.Desk.Delivery;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>What is due, listed or owed.</summary>
public abstract partial class JournalContract
{
    [Test]
    public async Task What_is_due_comes_in_the_order_of_its_time_and_only_once_it_is_due()
    {
        await KeepAsync(Raised("late", due: Noon.AddHours(3)));
        var moved = await KeepAsync(Raised("moved", due: Noon.AddHours(1)));
        await KeepAsync(Raised("early", due: Noon.AddHours(2)));
        await KeepAsync(Raised("never"));
        await KeepAsync(Next(moved.Head, due: Noon.AddHours(4)));
        Assert.That(await Journal.NextDueAsync(default), Is.EqualTo(Noon.AddHours(2)));
        Assert.That(await Journal.DueAsync(Noon.AddHours(2).AddMilliseconds(-1), 9, default), Is.Empty);
        Assert.That(await Journal.DueAsync(Noon.AddHours(4), 9, default), Is.EqualTo(new[] { "early", "late", "moved" }));
        Assert.That(await Journal.DueAsync(Noon.AddHours(4), 2, default), Is.EqualTo(new[] { "early", "late" }));
    }

    [Test]
    public async Task All_ids_come_a_page_at_a_time_in_their_order()
    {
        foreach (var id in new[] { "c", "a", "d", "b" }) await KeepAsync(Raised(id, board: id == "d" ? Other : Board));
        Assert.That(await Journal.IdsAsync("", 3, default), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(await Journal.IdsAsync("c", 3, default), Is.EqualTo(new[] { "d" }));
        Assert.That(await Journal.IdsAsync("d", 3, default), Is.Empty);
    }

    [Test]
    public async Task A_list_is_of_one_board_the_latest_in_front_and_goes_on_where_it_ended()
    {
        for (var i = 0; i < 5; i++) await KeepAsync(Raised($"{i}", raisedAt: Noon.AddMinutes(i)));
        await KeepAsync(Raised("other", board: Other));
        var first = await Journal.ListAsync(new Query(Board, Limit: 3), default);
        var rest = await Journal.ListAsync(new Query(Board, Limit: 3, After: first.Next), default);
        Assert.That(first.Heads.Concat(rest.Heads).Select(h => h.Id), Is.EqualTo(new[] { "4", "3", "2", "1", "0" }));
        Assert.That(rest.Next, Is.Null);
    }

    [Test]
    public async Task A_list_can_be_of_one_agency_state_stage_or_reference()
    {
        await KeepAsync(Raised("a", reference: "SV-26-AAAAA", responding: "county-trust"));
        var b = await KeepAsync(Raised("b", reference: "SV-26-BBBBB", responding: "county-police"));
        await KeepAsync(Next(b.Head, state: CardState.Closed, stage: "2"));
        Assert.That(await IdsAsync(new Query(Board, Agency: "county-police")), Is.EqualTo(new[] { "b" }));
        Assert.That(await IdsAsync(new Query(Board, Agency: "north-council")), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(await IdsAsync(new Query(Board, State: CardState.Open)), Is.EqualTo(new[] { "a" }));
        Assert.That(await IdsAsync(new Query(Board, State: CardState.Closed, Stage: "2")), Is.EqualTo(new[] { "b" }));
        Assert.That(await IdsAsync(new Query(Board, Reference: "SV-26-BBBBB")), Is.EqualTo(new[] { "b" }));
        Assert.That(await IdsAsync(new Query(Other, Reference: "SV-26-BBBBB")), Is.Empty);
        Assert.That(await IdsAsync(new Query(Board, Agency: "county-trust", Reference: "SV-26-BBBBB")), Is.Empty);
    }

    [Test]
    public async Task What_is_late_or_due_soon_comes_in_the_order_of_its_time()
    {
        await KeepAsync(Raised("a", nextAct: Noon.AddHours(2), lateSince: Noon.AddHours(-1)));
        await KeepAsync(Raised("b", nextAct: Noon.AddHours(1)));
        await KeepAsync(Raised("c", nextAct: Noon.AddHours(3), lateSince: Noon.AddHours(-2)));
        Assert.That(await IdsAsync(new Query(Board, Late: true)), Is.EqualTo(new[] { "c", "a" }));
        Assert.That(await IdsAsync(new Query(Board, DueBefore: Noon.AddHours(3))), Is.EqualTo(new[] { "b", "a" }));
        var first = await Journal.ListAsync(new Query(Board, Late: true, Limit: 1), default);
        Assert.That(await IdsAsync(new Query(Board, Late: true, Limit: 1, After: first.Next)), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task An_agency_that_joins_finds_it_in_its_list()
    {
        var a = await KeepAsync(Raised("a"));
        var joined = Next(a.Head);
        var parties = joined.Head.Card.Parties.Append(new Party("riverside-care", "care-provider", Side.Responding));
        await KeepAsync(joined with { Head = joined.Head with { Card = joined.Head.Card with { Parties = [.. parties] } } });
        Assert.That(await IdsAsync(new Query(Board, Agency: "riverside-care")), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task A_notice_is_owed_from_its_time_on_until_it_was_sent()
    {
        var a = await KeepAsync(Raised("a", notices: 2));
        var ids = a.Notices.Select(n => n.Id).ToList();
        Assert.That(await OwedAsync(Noon), Is.EqualTo(ids));
        Assert.That(await Journal.BacklogAsync(default), Is.EqualTo(new Backlog(2, Noon)));
        await Journal.NoteAsync([new Became("a", ids[0], DeliveryState.Sent, 1, Noon.AddMinutes(1)),
            new Became("a", ids[1], DeliveryState.Waiting, 1, Noon.AddHours(1), "Later.")], default);
        Assert.That(await OwedAsync(Noon.AddMinutes(59)), Is.Empty);
        Assert.That(await OwedAsync(Noon.AddHours(1)), Is.EqualTo(new[] { ids[1] }));
        Assert.That(await Journal.NextOwedAsync(default), Is.EqualTo(Noon.AddHours(1)));
        Assert.That((await Journal.NoticesOfAsync("a", default)).Select(o => (o.State, o.Attempts, o.Problem)),
            Is.EqualTo(new[] { (DeliveryState.Sent, 1, null), (DeliveryState.Waiting, 1, (string?)"Later.") }));
    }

    [Test]
    public async Task Notices_of_one_entry_are_found_without_those_of_others()
    {
        var ofThree = (await KeepAsync(Raised("a", notices: 3))).Notices;
        Assert.That((await Journal.NoticesOfAsync("a", ofThree[1].Entry, default)).Select(o => o.Notice), Is.EqualTo(new[] { ofThree[1] }));
        Assert.That(await Journal.NoticesOfAsync("a", ofThree[2].Entry + 1, default), Is.Empty);
        Assert.That(await Journal.NoticesOfAsync("b", 1, default), Is.Empty);
    }

    [Test]
    public async Task Records_that_grow_by_turns_keep_their_own_lines_and_notices()
    {
        var (a, b) = (await KeepAsync(Raised("a", notices: 1)), await KeepAsync(Raised("b", notices: 1)));
        for (var i = 0; i < 4; i++) (a, b) = (await KeepAsync(Next(a.Head, lines: 2, notices: 2)), await KeepAsync(Next(b.Head, notices: 1)));
        foreach (var (last, length) in new[] { (a, 9), (b, 5) })
        {
            var kept = (await Journal.FindAsync(last.Head.Id, default))!;
            Assert.That(kept.Lines.Select(l => l.Number), Is.EqualTo(Enumerable.Range(1, length)));
            Assert.That(Chain.FirstBroken(last.Head.Id, kept.Lines), Is.Zero);
            Assert.That((await Journal.NoticesOfAsync(last.Head.Id, default)).Select(o => (o.Difference, o.Notice.Id)),
                Is.EqualTo(Enumerable.Range(1, length).Select(n => (last.Head.Id, $"SV-26-{last.Head.Id}/{n}/1"))));
        }
    }

    [Test]
    public async Task Notices_that_come_with_the_last_lines_of_a_record_belong_to_the_entries_that_they_name()
    {
        var a = await KeepAsync(Next((await KeepAsync(Raised("a"))).Head, lines: 2));
        var (last, all) = (Next(a.Head), NoticesOf(a.Head.Card, 1, 4));
        await KeepAsync(last with { Notices = all });
        Assert.That((await Journal.NoticesOfAsync("a", default)).Select(o => o.Notice), Is.EqualTo(all));
        foreach (var notice in all) Assert.That((await Journal.NoticesOfAsync("a", notice.Entry, default)).Single().Notice, Is.EqualTo(notice));
        await Journal.NoteAsync([new Became("a", all[1].Id, DeliveryState.Sent, 1, Noon)], default);
        Assert.That(await OwedAsync(Noon), Is.EqualTo(all.Where(n => n != all[1]).Select(n => n.Id)));
    }

    [Test]
    public async Task Notices_are_listed_by_what_became_of_them_the_newest_in_front()
    {
        var (a, b) = (await KeepAsync(Raised("a", notices: 2)), await KeepAsync(Raised("b", notices: 1, board: Other)));
        for (var i = 0; i < 2; i++) await Journal.NoteAsync([new Became("a", a.Notices[i].Id, DeliveryState.Dead, 10, Noon.AddHours(i), "No.")], default);
        await Journal.NoteAsync([new Became("b", b.Notices[0].Id, DeliveryState.Dead, 10, Noon, "No.")], default);
        Assert.That((await Journal.NoticesAsync(Board, null, DeliveryState.Dead, 9, default)).Select(o => o.Notice.Id),
            Is.EqualTo(new[] { a.Notices[1].Id, a.Notices[0].Id }));
        Assert.That(await Journal.NoticesAsync(Board, null, DeliveryState.Dead, 1, default), Has.Count.EqualTo(1));
        Assert.That((await Journal.NoticesAsync(Board, "county-trust", DeliveryState.Dead, 9, default)).Select(o => o.Notice.Id),
            Is.EqualTo(new[] { a.Notices[1].Id }));
        await Journal.NoteAsync([new Became("a", a.Notices[0].Id, DeliveryState.Waiting, 0, Noon.AddHours(2))], default);
        Assert.That(await OwedAsync(Noon.AddHours(2)), Is.EqualTo(new[] { a.Notices[0].Id }), "it is sent again");
        Assert.That(await Journal.NoticesAsync(Board, null, DeliveryState.Dead, 9, default), Has.Count.EqualTo(1));
        await Journal.NoteAsync([new Became("a", a.Notices[1].Id, DeliveryState.DealtWith, 10, Noon.AddHours(3), "No. Dealt with by Olwen.")], default);
        Assert.That(await Journal.NoticesAsync(Board, null, DeliveryState.Dead, 9, default), Is.Empty);
        Assert.That((await Journal.NoticesAsync(Board, null, DeliveryState.DealtWith, 9, default)).Select(o => (o.Notice.Id, o.At, o.Problem)),
            Is.EqualTo(new[] { (a.Notices[1].Id, Noon.AddHours(3), (string?)"No. Dealt with by Olwen.") }));
    }
}
