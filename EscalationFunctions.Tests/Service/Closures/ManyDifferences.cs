using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Closures;
using Microsoft.Extensions.Logging.Abstractions;

namespace EscalationFunctions.Tests.Service.Closures;

/// <summary>An office with many open differences, under two procedures and at every stage, and what their dates are.</summary>
internal static class ManyDifferences
{
    public static Recounting Recounting(this TestOffice office) =>
        new(office.Journal, office.Desk, office.Rooms, office.Clock, NullLogger<Recounting>.Instance);

    public static ClosureDays Closures(this TestOffice office, Recounting? recounting = null) =>
        new(office.Journal, office.Desk, office.Rooms, recounting ?? office.Recounting(), office.Clock);

    public static Recounter Recounter(this TestOffice office, Recounting recounting) => new(recounting, office.Clock, NullLogger<Recounter>.Instance);

    /// <summary>Half of them under the board's procedure, half under another that takes its place.</summary>
    public static async Task<IReadOnlyList<string>> RaiseManyAsync(this TestOffice office, int count)
    {
        var first = await office.RaiseAllAsync(count / 2, stages: 4);
        var text = File.ReadAllText(Repository.PathTo("procedures/somerset-sab.v1.json"));
        var other = ((Reading.Sound)ProcedureFile.Read(text)).Procedure;
        await office.Rooms.ChangeAsync([new Paper(TestOffice.Severnside, Drawers.Procedure, BoardRoom.NameOf(other.Id, other.Version), 0, text)], [], default);
        await office.ChangeBoardAsync(b => b with { Procedure = other.Id, Version = other.Version });
        return [.. first, .. await office.RaiseAllAsync(count - first.Count, stages: 3)];
    }

    /// <summary>All dates that are waited for: deadlines by their stage and id, the next reminder without.</summary>
    public static async Task<Dictionary<(string Difference, string Stage, string? Deadline), DateTimeOffset>> DatesAsync(
        this TestOffice office, IEnumerable<string> differences)
    {
        Dictionary<(string, string, string?), DateTimeOffset> dates = [];
        foreach (var id in differences)
        {
            var s = (await office.Desk.OpenAsync(id, default))!.Standing;
            foreach (var deadline in s.Pending.Where(d => d.DueAt is not null)) dates[(id, deadline.Stage, deadline.Id)] = deadline.DueAt!.Value;
            if (s.Chase is { } chase) dates[(id, chase.Stage, null)] = chase.DueAt;
        }

        return dates;
    }

    /// <summary>The same dates after these have moved.</summary>
    public static Dictionary<(string Difference, string Stage, string? Deadline), DateTimeOffset> With(
        this Dictionary<(string Difference, string Stage, string? Deadline), DateTimeOffset> before, IEnumerable<DeadlineMove> moves)
    {
        Dictionary<(string, string, string?), DateTimeOffset> after = new(before);
        foreach (var move in moves)
        {
            Assert.That(after[(move.Difference, move.Stage, move.Deadline)], Is.EqualTo(move.From));
            after[(move.Difference, move.Stage, move.Deadline)] = move.To;
        }

        return after;
    }

    /// <summary>Who was told that which date moved, as often as they were.</summary>
    public static async Task<IReadOnlyList<(string Difference, string Deadline, Recipient To)>> ToldAsync(this TestOffice office, IEnumerable<string> differences)
    {
        List<(string, string, Recipient)> told = [];
        foreach (var id in differences)
            foreach (var owed in (await office.Journal.NoticesOfAsync(id, default)).Where(o => o.Notice.Kind == NoticeKind.DeadlineMoved))
                told.Add((id, owed.Notice.Deadline!, owed.Notice.To));
        return told;
    }

    private static async Task<IReadOnlyList<string>> RaiseAllAsync(this TestOffice office, int count, int stages)
    {
        var ids = new string[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            ids[i] = await office.RaiseAsync();
            for (var stage = 1; stage <= i % stages; stage++)
                await office.DoneAsync(ids[i], OfficeDays.Asha, new Command.Escalate($"{stage}", "It could not be settled."));
        });
        return ids;
    }
}
