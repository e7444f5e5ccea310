using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Server.Sqlite;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>Everything that has to hold of a folder, whenever its process was killed.</summary>
/// <param name="name">What the findings begin with, so that a run can be repeated.</param>
internal sealed class RecordCheck(KillOffice office, string name)
{
    private readonly HashSet<string> letters = Directory.Exists(office.Letters) ? [.. Directory.GetFiles(office.Letters, "*.eml").Select(f => Path.GetFileName(f))] : [];
    private readonly HashSet<string> known = [];

    public List<string> Findings { get; } = [];

    public int Differences { get; private set; }

    public int Entries { get; private set; }

    public int Notices { get; private set; }

    /// <param name="acknowledged">What was answered, by its question.</param>
    public async Task RunAsync(IReadOnlyDictionary<Asked, Told> acknowledged, IEnumerable<Asked> unanswered)
    {
        var records = new Dictionary<string, IReadOnlyList<Entry>>();
        foreach (var id in await IdsAsync()) records[id] = await CheckOneAsync(id);
        foreach (var (asked, told) in acknowledged)
            Require(Times(asked, told.Difference, records) == (told.Done ? 1 : 0), $"{asked.Line} was answered '{(told.Done ? "done" : "no")}' and is recorded {Times(asked, told.Difference, records)} times");
        foreach (var asked in unanswered)
            Require(Times(asked, asked.Difference ?? Names.IdFor(asked.Once), records) <= 1, $"{asked.Line} was not answered and is recorded more than once");
        Require(letters.All(known.Contains), "a letter tells of what never happened");
    }

    /// <summary>Once the clock stood still and all was handled: nothing is due, nothing is owed.</summary>
    public async Task RequireRestAsync(DateTimeOffset now)
    {
        Require((await office.Journal.DueAsync(now, 1, default)).Count == 0, "a deadline was left out");
        Require((await office.Journal.BacklogAsync(default)).Waiting == 0, "a notice was left out");
    }

    private async Task<IReadOnlyList<Entry>> CheckOneAsync(string id)
    {
        var kept = (await office.Journal.FindAsync(id, default))!;
        var entries = office.Books.ToEntries(kept);
        Differences++;
        Entries += entries.Count;
        Require(Chain.FirstBroken(id, kept.Lines) == 0, $"{id}: the chain is broken");
        CheckHead(kept, Difference.After(entries), entries);
        var passed = entries.Select(e => e.Fact).OfType<Fact.DeadlinePassed>().ToList();
        Require(passed.Distinct().Count() == passed.Count, $"{id}: a deadline passed twice");
        var told = entries.Select(e => e.Fact).OfType<Fact.Told>().ToList();
        Require(told.Distinct().Count() == told.Count, $"{id}: somebody was told twice");
        await CheckNoticesAsync(kept.Head, entries);
        return entries;
    }

    private void CheckHead(Kept kept, Difference state, IReadOnlyList<Entry> entries)
    {
        var head = kept.Head;
        var procedure = TermsOf(head).Procedure;
        Require(head.Length == kept.Lines.Count && head.Length == state.Version, $"{head.Id}: the head's length is not the record's");
        Require(head.Link.AsSpan().SequenceEqual(kept.Lines[^1].Link), $"{head.Id}: the head's link is not the last line's");
        Require(Equals(Rows.StoredDue(head.Due), Rows.StoredDue(state.NextDueAt)), $"{head.Id}: the head's due time is not the record's");
        Require(Rows.ToJson(head.Card).Bytes.AsSpan().SequenceEqual(Rows.ToJson(Card.Of(state, procedure, null, entries)).Bytes), $"{head.Id}: the card is not the record's");
    }

    // Each decision has a request of its own, so that its notices can be drawn up again.
    private async Task CheckNoticesAsync(Head head, IReadOnlyList<Entry> entries)
    {
        var (state, drawn, batch) = (Difference.Nothing, new List<Notice>(), new List<Entry>());
        foreach (var entry in entries)
        {
            if (batch.Count > 0 && batch[^1].Request != entry.Request) Draw();
            state = Difference.Evolve(entry, state);
            batch.Add(entry);
        }

        Draw();
        var owed = await office.Journal.NoticesOfAsync(head.Id, default);
        Notices += owed.Count;
        Require(owed.Select(o => o.Notice).SequenceEqual(drawn), $"{head.Id}: the notices are not those of the record");
        Require(owed.All(o => o.State != DeliveryState.Sent || letters.Contains(FileOf(o.Notice))), $"{head.Id}: a notice is noted as sent without a letter");
        known.UnionWith(owed.Select(o => FileOf(o.Notice)));

        void Draw()
        {
            drawn.AddRange(NoticeRules.For(batch, state, TermsOf(head).Procedure));
            batch.Clear();
        }
    }

    private Terms TermsOf(Head head) => office.Rooms.OfAsync(head.Board, default).AsTask().GetAwaiter().GetResult().TermsOf(head.Card.Procedure, head.Card.Version);

    /// <summary>How often the record has what a question asked for, apart from what followed by itself.</summary>
    private static int Times(Asked asked, string difference, Dictionary<string, IReadOnlyList<Entry>> records) =>
        records.TryGetValue(difference, out var entries) ? entries.Count(e => e.Request == Names.RequestFor(asked.Once) && asked.IsAnsweredBy(e.Fact)) : 0;

    private async Task<List<string>> IdsAsync()
    {
        var ids = new List<string>();
        string? next = null;
        do
        {
            var page = await office.Journal.ListAsync(new Query(KillOffice.Board, After: next, Limit: 500), default);
            ids.AddRange(page.Heads.Select(h => h.Id));
            next = page.Next;
        }
        while (next is not null);
        return ids;
    }

    private static string FileOf(Notice notice) => $"{notice.Id.Replace('/', '.')}.eml";

    private void Require(bool holds, string finding)
    {
        if (!holds) Findings.Add($"{name}: {finding}");
    }
}
