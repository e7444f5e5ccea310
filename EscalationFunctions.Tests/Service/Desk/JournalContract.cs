using System.Globalization;
using System.Text;
using Escalation.Core.Differences;
using Escalation.Core.Figures;
using Escalation.Core.Notices;
using Escalation.Service.Desk;
using Became = Escalation.Service.Desk.Delivery;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>What holds for the journal wherever it is kept.</summary>
public abstract class JournalContract
{
    private const string Board = "severnside", Other = "moorland";

    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-04-01T12:00:00Z", CultureInfo.InvariantCulture);

    protected abstract IJournal Journal { get; }

    [Test]
    public async Task What_was_appended_is_found_byte_for_byte()
    {
        var first = await KeepAsync(Raised("a"));
        var second = await KeepAsync(Next(first.Head, lines: 3, due: Noon.AddDays(2)));
        var kept = (await Journal.FindAsync("a", default))!;
        Assert.That(Written(kept.Head), Is.EqualTo(Written(second.Head)));
        Assert.That(kept.Lines.Select(Written), Is.EqualTo(first.Lines.Concat(second.Lines).Select(Written)));
        Assert.That(Chain.FirstBroken("a", kept.Lines), Is.Zero);
        Assert.That(Written((await Journal.FindHeadAsync("a", default))!), Is.EqualTo(Written(second.Head)));
    }

    [Test]
    public async Task Of_a_difference_that_there_is_not_nothing_is_found()
    {
        Assert.That(await Journal.FindAsync("a", default), Is.Null);
        Assert.That(await Journal.FindHeadAsync("a", default), Is.Null);
        Assert.That(await Journal.NoticesOfAsync("a", default), Is.Empty);
        Assert.That(await Journal.FindAnswerAsync("us", "key", default), Is.Null);
        Assert.That(await Journal.NextDueAsync(default), Is.Null);
        Assert.That(await Journal.NextOwedAsync(default), Is.Null);
        Assert.That(await Journal.BacklogAsync(default), Is.EqualTo(new Backlog(0, null)));
    }

    [Test]
    public async Task An_append_to_a_record_that_has_grown_meanwhile_is_not_done()
    {
        var first = await KeepAsync(Raised("a"));
        var (one, other) = (Next(first.Head, notices: 1), Next(first.Head, lines: 2, notices: 2));
        Assert.That(await Journal.AppendAsync(one, default), Is.True);
        Assert.That(await Journal.AppendAsync(other, default), Is.False);
        Assert.That((await Journal.FindAsync("a", default))!.Lines, Has.Count.EqualTo(2));
        Assert.That(await Journal.NoticesOfAsync("a", default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_many_who_append_to_one_record_at_once_one_does()
    {
        var first = await KeepAsync(Raised("a"));
        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Journal.AppendAsync(Next(first.Head), default))));
        Assert.That(done.Count(d => d), Is.EqualTo(1));
        var kept = (await Journal.FindAsync("a", default))!;
        Assert.That(kept.Lines, Has.Count.EqualTo(2));
        Assert.That(Chain.FirstBroken("a", kept.Lines), Is.Zero);
    }

    [Test]
    public async Task An_id_and_a_reference_are_given_once()
    {
        await KeepAsync(Raised("a", reference: "SV-26-AAAAA"));
        Assert.That(await Journal.AppendAsync(Raised("a", reference: "SV-26-BBBBB"), default), Is.False);
        Assert.That(await Journal.AppendAsync(Raised("b", reference: "SV-26-AAAAA"), default), Is.False);
        Assert.That(await Journal.FindHeadAsync("b", default), Is.Null);
        Assert.That((await Journal.FindHeadAsync("a", default))!.Card.Reference, Is.EqualTo("SV-26-AAAAA"));
    }

    [Test]
    public async Task An_answer_is_found_by_who_asked_and_the_name_of_the_question()
    {
        var answer = new Answer("agency/us", "key #1?", [1, 2, 3], "a", 1, Noon);
        await KeepAsync(Raised("a") with { Answer = answer });
        var found = (await Journal.FindAnswerAsync("agency/us", "key #1?", default))!;
        Assert.That(found with { Fingerprint = [] }, Is.EqualTo(answer with { Fingerprint = [] }).Using<Answer>((x, y) => x.ToString() == y.ToString()));
        Assert.That(found.Fingerprint, Is.EqualTo(answer.Fingerprint));
        Assert.That(await Journal.FindAnswerAsync("agency", "us/key #1?", default), Is.Null);
    }

    [Test]
    public async Task A_name_that_was_used_is_not_used_again_by_the_same_asker()
    {
        await KeepAsync(Raised("a") with { Answer = new Answer("us", "key", [1], "a", 1, Noon) });
        var other = await KeepAsync(Raised("b"));
        Assert.That(await Journal.AppendAsync(Next(other.Head) with { Answer = new Answer("us", "key", [1], "b", 2, Noon) }, default), Is.False);
        Assert.That((await Journal.FindHeadAsync("b", default))!.Length, Is.EqualTo(1));
        Assert.That(await Journal.AppendAsync(Next(other.Head) with { Answer = new Answer("them", "key", [1], "b", 2, Noon) }, default), Is.True);
    }

    [Test]
    public async Task Answers_are_forgotten_the_oldest_first_and_no_more_than_asked()
    {
        for (var i = 0; i < 4; i++) await KeepAsync(Raised($"{i}") with { Answer = new Answer("us", $"{i}", [1], $"{i}", 1, Noon.AddHours(i)) });
        Assert.That(await Journal.ForgetAnswersAsync(Noon.AddHours(3), 2, default), Is.EqualTo(2));
        Assert.That(await Journal.FindAnswerAsync("us", "1", default), Is.Null);
        Assert.That(await Journal.FindAnswerAsync("us", "2", default), Is.Not.Null);
        Assert.That(await Journal.ForgetAnswersAsync(Noon.AddHours(3), 2, default), Is.EqualTo(1));
        Assert.That(await Journal.FindAnswerAsync("us", "3", default), Is.Not.Null, "it is not before then");
        Assert.That(await Journal.AppendAsync(Raised("5") with { Answer = new Answer("us", "0", [1], "5", 1, Noon.AddDays(40)) }, default), Is.True);
    }

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
    }

    [Test]
    public async Task What_the_clock_catches_up_with_after_a_year_is_kept_in_one_append()
    {
        var a = await KeepAsync(Raised("a"));
        await KeepAsync(Next(a.Head, lines: 400, notices: 400, text: 500));
        var kept = (await Journal.FindAsync("a", default))!;
        Assert.That(kept.Lines.Select(l => l.Number), Is.EqualTo(Enumerable.Range(1, 401)));
        Assert.That(Chain.FirstBroken("a", kept.Lines), Is.Zero);
        Assert.That((await Journal.NoticesOfAsync("a", default)).Select(o => o.Notice.Entry), Is.EqualTo(Enumerable.Range(2, 400)));
    }

    [Test]
    public async Task Long_texts_are_kept_whole()
    {
        var a = await KeepAsync(Raised("a"));
        var second = await KeepAsync(Next(a.Head, lines: 8, text: 100_000));
        Assert.That((await Journal.FindAsync("a", default))!.Lines.Skip(1).Select(Written), Is.EqualTo(second.Lines.Select(Written)));
    }

    [Test]
    public async Task What_was_counted_is_summed_over_days_and_levels_over_all_before()
    {
        var day = new DateOnly(2026, 4, 1);
        var a = await KeepAsync(Raised("a") with { Counts = [new(day, Measure.Open, "x", 1), new(day, Measure.Ended, "y", 1)] });
        await KeepAsync(Next(a.Head) with { Counts = [new(day.AddDays(2), Measure.Open, "x", -1), new(day.AddDays(2), Measure.Ended, "y", 4)] });
        await KeepAsync(Raised("b", board: Other) with { Counts = [new(day, Measure.Ended, "y", 8)] });
        Assert.That(await Journal.AppendAsync(Next(a.Head) with { Counts = [new(day, Measure.Ended, "y", 16)] }, default), Is.False);
        Assert.That((await Journal.CountsAsync(Board, day, day.AddDays(1), default)).Sums.Where(s => s.Number != 0),
            Is.EquivalentTo(new[] { new Summed(Measure.Open, "x", 1), new Summed(Measure.Ended, "y", 1) }));
        Assert.That((await Journal.CountsAsync(Board, day.AddDays(1), day.AddDays(2), default)).Sums.Where(s => s.Number != 0),
            Is.EquivalentTo(new[] { new Summed(Measure.Ended, "y", 4) }));
    }

    [Test]
    public async Task A_difference_that_has_ended_is_erased_and_an_open_one_or_one_with_a_letter_on_its_way_is_not()
    {
        var (open, grown) = (await KeepAsync(Raised("open")), await KeepAsync(Raised("grown")));
        var ended = await KeepAsync(Next((await KeepAsync(Raised("ended", notices: 1) with { Answer = new Answer("us", "key", [1], "ended", 1, Noon) })).Head,
            state: CardState.Closed));
        await KeepAsync(Next(grown.Head, state: CardState.Closed));
        var erasings = new[] { open, ended, grown }.Select(a => new Erasing(a.Head, new Erasure(Noon, "list", new DateOnly(2026, 4, 1), a.Head.Length, "00"))).ToList();
        Assert.That(await Journal.EraseAsync(erasings, default), Is.Empty, "one is open, of one a letter is on its way, one has grown");
        await Journal.NoteAsync([new Became("ended", (await Journal.NoticesOfAsync("ended", default))[0].Notice.Id, DeliveryState.Sent, 1, Noon)], default);
        Assert.That(await Journal.EraseAsync(erasings, default), Is.EqualTo(new[] { "ended" }));
        var erased = (await Journal.FindAsync("ended", default))!;
        Assert.That(erased.Head.Key, Is.Null);
        Assert.That(erased.Head.Erased!.List, Is.EqualTo("list"));
        Assert.That(Chain.FirstBroken("ended", erased.Lines), Is.Zero);
        Assert.That(await Journal.FindAnswerAsync("us", "key", default), Is.Null);
        Assert.That(await Journal.EraseAsync(erasings, default), Is.Empty, "it was erased before");
    }

    [Test]
    public async Task Reads_are_listed_the_latest_in_front_and_go_with_the_difference()
    {
        await KeepAsync(Raised("a"));
        var b = await KeepAsync(Raised("b"));
        for (var i = 0; i < 3; i++) await Journal.NoteReadsAsync([new RecordRead(Board, i == 1 ? "b" : "a", Noon.AddHours(i), "county-trust", ReadWay.Page, [(byte)i])], default);
        var all = await Journal.ReadsAsync(Board, null, null, 9, default);
        Assert.That(all.Select(r => r.Who[0]), Is.EqualTo(new[] { 2, 1, 0 }));
        Assert.That((await Journal.ReadsAsync(Board, null, all[0].Place, 1, default)).Select(r => r.Who[0]), Is.EqualTo(new[] { 1 }));
        Assert.That((await Journal.ReadsAsync(Board, "a", null, 9, default)).Select(r => r.Who[0]), Is.EqualTo(new[] { 2, 0 }));
        Assert.That(await Journal.ReadsAsync(Other, null, null, 9, default), Is.Empty);
        var ended = await KeepAsync(Next(b.Head, state: CardState.Closed));
        await Journal.EraseAsync([new(ended.Head, new Erasure(Noon, "list", new DateOnly(2026, 4, 1), 2, "00"))], default);
        Assert.That((await Journal.ReadsAsync(Board, null, null, 9, default)).Select(r => r.Difference), Is.All.EqualTo("a"));
    }

    private async Task<Append> KeepAsync(Append append)
    {
        Assert.That(await Journal.AppendAsync(append, default), Is.True);
        return append;
    }

    private async Task<IEnumerable<string>> IdsAsync(Query query) => (await Journal.ListAsync(query, default)).Heads.Select(h => h.Id);

    private async Task<IEnumerable<string>> OwedAsync(DateTimeOffset by) => (await Journal.OwedAsync(by, 99, default)).Select(o => o.Notice.Id);

    private static string Written(Head head) => System.Text.Json.JsonSerializer.Serialize(head, FactJson.Options);

    private static string Written(Line line) =>
        $"{line.Number} {Convert.ToHexString(line.Open)} {Convert.ToHexString(line.Secret)} {Convert.ToHexString(line.Link)}";

    private static Append Raised(
        string id, string board = Board, string? reference = null, string responding = "county-trust", DateTimeOffset? raisedAt = null,
        DateTimeOffset? due = null,
        DateTimeOffset? nextAct = null, DateTimeOffset? lateSince = null, int notices = 0)
    {
        var card = new Card(reference ?? $"SV-26-{id}", "p", "1", CardState.Open, "1", raisedAt ?? Noon, Noon,
            [new Party("north-council", "local-authority", Side.Raising), new Party(responding, "secondary-health", Side.Responding)],
                [new DutyHolder("Manager", responding)], nextAct, lateSince);
        var lines = LinesOf(id, Chain.Beginning(id), 1, 1, 20);
        return new Append(null, new Head(id, board, 1, lines[^1].Link, KeyOf(), due, card), lines, NoticesOf(card, 1, notices), Noon);
    }

    // Of chance and long, as keys are: where one was destroyed, SQLite's file is searched for its bytes.
    private static byte[] KeyOf() => [.. Guid.NewGuid().ToByteArray(), .. Guid.NewGuid().ToByteArray()];

    private static Append Next(
        Head before, int lines = 1, int notices = 0, int text = 20, DateTimeOffset? due = null, CardState state = CardState.Open, string? stage = null)
    {
        var added = LinesOf(before.Id, before.Link, before.Length + 1, lines, text);
        var card = before.Card with { State = state, Stage = stage ?? before.Card.Stage };
        var head = before with { Length = before.Length + lines, Link = added[^1].Link, Due = due, Card = card };
        return new Append(before, head, added, NoticesOf(card, before.Length + 1, notices), Noon);
    }

    private static List<Line> LinesOf(string id, byte[] link, int from, int count, int text)
    {
        var lines = new List<Line>();
        for (var number = from; number < from + count; number++)
        {
            // Each its own, as what is encrypted always is: two who append the same are still two.
            var (open, secret) = (Encoding.UTF8.GetBytes($"{id} {number} {new string('ö', text)}"), Guid.NewGuid().ToByteArray());
            link = Chain.Link(link, number, open, secret);
            lines.Add(new Line(number, open, secret, link));
        }

        return lines;
    }

    /// <summary>One for each entry, to the raising and the responding agency by turns.</summary>
    private static List<Notice> NoticesOf(Card card, int from, int count) => [.. Enumerable.Range(0, count).Select(i => new Notice(
        $"{card.Reference}/{from + i}/1", NoticeKind.Chase, new Recipient.Rung(card.Parties[i % 2].Agency, "1"), from + i, "1"))];
}
