using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Differences.Overview;

/// <summary>How a difference came through its stages, with all that was promised at each. The state keeps the present stage's promises alone.</summary>
internal sealed class Course
{
    private readonly List<Visit> visits = [];
    private readonly Dictionary<string, Promise> caps = [];

    private Course()
    {
    }

    /// <summary>The stages in the order in which they were entered; the last is the present one.</summary>
    public IReadOnlyList<Visit> Visits => visits;

    /// <summary>The promises over the whole procedure.</summary>
    public IEnumerable<Promise> Caps => caps.Values;

    public static Course Of(IEnumerable<Entry> record)
    {
        var course = new Course();
        foreach (var entry in record) course.Follow(entry);
        return course;
    }

    private void Follow(Entry entry)
    {
        switch (entry.Fact)
        {
            case Fact.Escalated:
                visits[^1].Left = new Leaving(entry.At, ByTheClock: false);
                break;
            case Fact.EscalatedByClock:
                visits[^1].Left = new Leaving(entry.At, ByTheClock: true);
                break;
            case Fact.StageEntered fact:
                if (visits.Count > 0) visits[^1].Left ??= new Leaving(entry.At, ByTheClock: false);
                visits.Add(new Visit(fact.Stage, entry.At));
                break;
            case Fact.DeadlineSet fact:
                PromisesOf(fact.Stage)[fact.Deadline] = new Promise(fact.Title, DeadlineStatus.Pending, fact.DueAt);
                break;
            case Fact.DeadlineMet fact:
                Change(fact.Stage, fact.Deadline, p => p with { Status = DeadlineStatus.Met, KeptAt = entry.At, WasLate = p.Status == DeadlineStatus.Passed });
                break;
            case Fact.DeadlineDropped fact:
                Change(fact.Stage, fact.Deadline, p => p with { Status = DeadlineStatus.Dropped });
                break;
            case Fact.DeadlineRestored fact:
                Change(fact.Stage, fact.Deadline, p => p with { Status = DeadlineStatus.Pending, KeptAt = null, WasLate = false });
                break;
            case Fact.DeadlineMoved fact:
                Change(fact.Stage, fact.Deadline, p => p with { DueAt = fact.To });
                break;
            case Fact.DeadlinePassed fact:
                Change(fact.Stage, fact.Deadline, p => p with { Status = DeadlineStatus.Passed, DueAt = fact.DueAt });
                break;
        }
    }

    private Dictionary<string, Promise> PromisesOf(string stage) => stage.Length == 0 ? caps : visits[^1].Promises;

    private void Change(string stage, string deadline, Func<Promise, Promise> after)
    {
        var promises = PromisesOf(stage);
        if (promises.TryGetValue(deadline, out var before)) promises[deadline] = after(before);
    }
}

/// <summary>A stage while the difference was at it.</summary>
internal sealed class Visit(string stage, DateTimeOffset entered)
{
    public string Stage => stage;

    public DateTimeOffset Entered => entered;

    public Leaving? Left { get; set; }

    public Dictionary<string, Promise> Promises { get; } = [];
}

internal sealed record Leaving(DateTimeOffset At, bool ByTheClock);

/// <summary>What was asked by when, and what became of it.</summary>
/// <param name="WasLate">Whether it was kept after its time was over.</param>
internal sealed record Promise(string Title, DeadlineStatus Status, DateTimeOffset? DueAt, DateTimeOffset? KeptAt = null, bool WasLate = false);
