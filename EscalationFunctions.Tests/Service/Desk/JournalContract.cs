using System.Globalization;
using Escalation.Core.Figures;
using Escalation.Service.Desk;
using Became = Escalation.Service.Desk.Delivery;

namespace EscalationFunctions.Tests.Service.Desk;

/// <summary>What holds for the journal wherever it is kept.</summary>
public abstract partial class JournalContract
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
    public async Task A_record_of_many_appends_with_notices_is_erased()
    {
        var ended = await KeepAsync(Raised("a", notices: 1));
        for (var i = 0; i < 110; i++) ended = await KeepAsync(Next(ended.Head, notices: 1, state: i < 109 ? CardState.Open : CardState.Closed));
        await SentAsync("a");
        Assert.That(await EraseAsync(ended), Is.EqualTo(new[] { "a" }));
        var erased = (await Journal.FindAsync("a", default))!;
        Assert.That((erased.Head.Key, erased.Lines.Count), Is.EqualTo(((byte[]?)null, 111)));
    }

    [Test]
    public async Task Nothing_is_appended_to_what_was_erased_by_whoever_still_has_its_key_in_mind()
    {
        var ended = await KeepAsync(Next((await KeepAsync(Raised("a"))).Head, state: CardState.Closed));
        Assert.That(await EraseAsync(ended), Is.EqualTo(new[] { "a" }));
        Assert.That(await Journal.AppendAsync(Next(ended.Head), default), Is.False);
        var erased = (await Journal.FindHeadAsync("a", default))!;
        Assert.That((erased.Key, erased.Length), Is.EqualTo(((byte[]?)null, 2)));
    }

    [Test]
    public async Task No_notice_of_what_was_erased_is_put_on_its_way_again()
    {
        var ended = await KeepAsync(Next((await KeepAsync(Raised("a", notices: 1))).Head, state: CardState.Closed));
        await SentAsync("a");
        await EraseAsync(ended);
        var notice = (await Journal.NoticesOfAsync("a", default))[0].Notice.Id;
        await Journal.NoteAsync([new Became("a", notice, DeliveryState.Waiting, 0, Noon)], default);
        Assert.That((await Journal.NoticesOfAsync("a", default))[0].State, Is.EqualTo(DeliveryState.Sent));
        Assert.That(await Journal.OwedAsync(Noon.AddDays(1), 9, default), Is.Empty);
        await Journal.NoteAsync([new Became("a", notice, DeliveryState.Dead, 1, Noon)], default);
        Assert.That((await Journal.NoticesOfAsync("a", default))[0].State, Is.EqualTo(DeliveryState.Dead));
    }

    [Test]
    public async Task A_notice_that_is_sent_again_while_it_is_erased_either_goes_out_or_is_not_put_on_its_way()
    {
        for (var i = 0; i < 10; i++)
        {
            var ended = await KeepAsync(Next((await KeepAsync(Raised($"{i}", notices: 1))).Head, state: CardState.Closed));
            await SentAsync($"{i}");
            var notice = (await Journal.NoticesOfAsync($"{i}", default))[0].Notice.Id;
            await Task.WhenAll(
                Task.Run(() => EraseAsync(ended)),
                Task.Run(() => Journal.NoteAsync([new Became($"{i}", notice, DeliveryState.Waiting, 0, Noon)], default)));
            var isErased = (await Journal.FindHeadAsync($"{i}", default))!.Key is null;
            var waits = (await Journal.NoticesOfAsync($"{i}", default))[0].State == DeliveryState.Waiting;
            Assert.That(waits, Is.Not.EqualTo(isErased), $"try {i}");
        }
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
}
