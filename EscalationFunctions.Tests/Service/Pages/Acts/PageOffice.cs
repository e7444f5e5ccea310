using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Acts;
using Escalation.Service.Pages.Journeys;
using EscalationFunctions.Tests.Core.Walks;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>People at the pages of an office with a real database: each journey is filled in, checked, and put before the desk.</summary>
internal sealed class PageOffice : IAsyncDisposable
{
    public const string Council = "north-council-1@example.org", Trust = "county-trust-1@example.org", Care = "riverside-care-1@example.org";

    private readonly TestOffice office;
    private readonly string board;
    private int journeys;

    private PageOffice(TestOffice office, string board) => (this.office, this.board) = (office, board);

    public TestOffice Office => office;

    public string BoardOffice => $"office@{board}.example.org";

    /// <summary>Of the difference that was raised last.</summary>
    public string Id { get; private set; } = "";

    public static async Task<PageOffice> OpenAsync(string board = TestOffice.Severnside) => new(await TestOffice.OpenAsync(), board);

    /// <summary>North-council raises it with county-trust, by the pages; nothing shows that it belongs elsewhere unless said.</summary>
    public async Task<IReadOnlyList<Fact>> RaiseAsync(params string[] said) =>
        await DoAsync("raise", Council,
            [.. await NotElsewhereAsync(), "responding: county-trust", "involved: ", "when: now", "at-risk: no", "raised-by: me", .. said]);

    public async Task<IEnumerable<string>> NotElsewhereAsync() =>
        (await office.Rooms.OfAsync(board, default)).InForce.Procedure.Screening.Select(q => $"screening-{q.Id}: no");

    /// <summary>Fills in the journey and sends it; what the record gained by it.</summary>
    /// <param name="said">As "question: answer"; what is not said is drawn.</param>
    public async Task<IReadOnlyList<Fact>> DoAsync(string journey, string email, params string[] said)
    {
        var done = (Reply.Done)await SendAsync(journey, email, said);
        Id = done.Opened.Head.Id;
        return [.. done.Added.Select(e => e.Fact)];
    }

    /// <summary>As <see cref="DoAsync"/>; the only fact of this kind that came of it.</summary>
    public async Task<T> OneAsync<T>(string journey, string email, params string[] said) where T : Fact =>
        (await DoAsync(journey, email, said)).OfType<T>().Single();

    public async Task<Reply> SendAsync(string path, string email, params string[] said)
    {
        var journey = Find(path);
        var at = await AtAsync(email, path == "raise" ? null : Id);
        Assert.That(journey.IsOffered(at), Is.True, $"{path} is not offered");
        var answers = Filled.In(journey, at, new Chance(++journeys), Read(said));
        PagesHold.Questions(journey, at, answers);
        var command = journey.ToCommand(at, answers, new Naming($"draft-{journeys}"));
        var actor = at.ActorFor(journey.OnBehalfOf(at))!;
        return command is Command.Raise raise
            ? await office.Desk.RaiseAsync(board, actor, raise, null, default)
            : await office.Desk.AskAsync(new Escalation.Service.Desk.Question(Id, actor, command, at.Opened.State.Version), default);
    }

    /// <summary>What is offered to this person, of all that pages can do.</summary>
    public async Task<IReadOnlyList<string>> OfferedTo(string email)
    {
        var at = await AtAsync(email, Id);
        return [.. ActsOnPages.All.Where(j => j.IsOffered(at)).Select(j => j.Path)];
    }

    /// <param name="difference">None where something new is raised.</param>
    public async Task<Standpoint> AtAsync(string email, string? difference)
    {
        var visitors = new Visitors(office.Rooms, office.Clock);
        var room = await office.Rooms.OfAsync(board, default);
        if (difference is null) return new Standpoint(room, (await visitors.OfAsync(board, email, default))!, [], null, office.Clock.GetUtcNow());
        var full = (await office.Desk.ReadAsync(difference, default))!;
        var visitor = (await visitors.InAsync(SignInOf(email), full.Opened, default))!;
        var today = LondonTime.DayOf(office.Clock.GetUtcNow());
        return new Standpoint(room, visitor, Admittance.Of(visitor, full.Opened, room, today), full, office.Clock.GetUtcNow());
    }

    public static Journey Find(string path) => ActsOnPages.All.Single(j => j.Path == path);

    public ValueTask DisposeAsync() => office.DisposeAsync();

    // The last word holds.
    internal static Dictionary<string, string> Read(IEnumerable<string> said) =>
        said.Select(s => s.Split(": ", 2)).GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.Last()[1]);

    private SignIn SignInOf(string email) => new("tried", board, email, Via.Code, office.Clock.GetUtcNow(), office.Clock.GetUtcNow());
}

/// <summary>What every page of every journey keeps to.</summary>
internal static class PagesHold
{
    /// <summary>Every answer passes, and every question has one that does not; no question comes twice; a page has a heading.</summary>
    public static void Questions(Journey journey, Standpoint at, Answers answers)
    {
        var screens = journey.Screens(at, answers).ToList();
        var questions = screens.SelectMany(s => s.Questions).ToList();
        Assert.That(questions.Where(q => q.ProblemOf(answers) is not null).Select(q => $"{q.Id}: {q.ProblemOf(answers)}"), Is.Empty, journey.Path);
        Assert.That(screens.Select(s => s.Id), Is.Unique, journey.Path);
        Assert.That(questions.Select(q => q.Id), Is.Unique, journey.Path);
        Assert.That(screens.Where(s => s.Heading.Length == 0 || (s.Title is null && s.Questions.Length != 1)), Is.Empty, journey.Path);
        foreach (var question in questions)
            foreach (var wrong in Filled.WrongFor(question))
                Assert.That(question.ProblemOf(new Answers(new Dictionary<string, string> { [question.Id] = wrong })), Is.Not.Null,
                    $"{journey.Path}: {question.Id} takes '{wrong}'");
    }
}
