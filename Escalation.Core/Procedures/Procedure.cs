namespace Escalation.Core.Procedures;

/// <summary>A board's procedure for professional differences, as data. Its shape is the shape of the procedure file.</summary>
[Meaning("A board's procedure for professional differences.")]
public sealed record Procedure(
    [Meaning("Small letters, figures and hyphens; together with the version it names the procedure for ever.")] string Id,
    [Meaning("The version, for example \"2021-06\" or \"1\". A published version is never edited: a change is a new version.")] string Version,
    [Meaning("What the board calls the procedure.")] string Title,
    [Meaning("The board's full name.")] string Board,
    [Meaning("How working days are counted and when a day ends.")] WorkingTime WorkingTime,
    [Meaning("Every kind of agency and who acts for it at each stage.")] ValueList<Sector> Sectors,
    [Meaning("The stages, lowest first.")] ValueList<Stage> Stages,
    [Meaning("What it takes to close a difference.")] Closing Closing,
    [Meaning("Where the words come from, for those who check them.")] Source? Source = null,
    [Meaning("About whom the agencies differ; \"adult\" unless said.")] Concerned Concerns = Concerned.Adult,
    [Meaning("Sentences that stand on every page and in every notice, such as when to call 999.")] ValueList<Prompt>? Prompts = null,
    [Meaning("People and bodies who act for the board. The board office itself needs no entry: it is \"board-office\".")]
    ValueList<Officer>? Officers = null,
    [Meaning("What the board office is called; \"Board office\" unless said.")] string BoardOfficeTitle = "Board office",
    [Meaning("Why differences arise, offered when one is raised and counted in the figures.")] ValueList<Reason>? Reasons = null,
    [Meaning("Questions at intake that show what belongs elsewhere.")] ValueList<ScreeningQuestion>? Screening = null,
    [Meaning("Where a difference may start and whether it may jump; unless said it starts at the first stage and moves one at a time.")]
    Starting? Starting = null,
    [Meaning("Promises over the whole procedure, such as \"stage 4 is reached within 5 working days\".")] ValueList<Cap>? Caps = null,
    [Meaning("How silence is chased where a stage does not say it itself.")] Chase? Chase = null,
    [Meaning("At what local time, on a deadline's last day, those who hold it are reminded; nobody is unless said.")] TimeOnly? RemindAt = null,
    [Meaning("Forms that are filled in and perhaps signed.")] ValueList<Form>? Forms = null,
    [Meaning("Who else is told of what, beside those whom it concerns anyway.")] ValueList<Tell>? Tell = null,
    [Meaning("What goes on after closing.")] AfterClosing? AfterClosing = null,
    [Meaning("Reports that go out on schedule.")] Reporting? Reporting = null)
{
    public ValueList<Prompt> Prompts { get; init; } = Prompts ?? [];

    public ValueList<Officer> Officers { get; init; } = Officers ?? [];

    public ValueList<Reason> Reasons { get; init; } = Reasons ?? [];

    public ValueList<ScreeningQuestion> Screening { get; init; } = Screening ?? [];

    public Starting Starting { get; init; } = Starting ?? new Starting();

    public ValueList<Cap> Caps { get; init; } = Caps ?? [];

    public ValueList<Form> Forms { get; init; } = Forms ?? [];

    public ValueList<Tell> Tell { get; init; } = Tell ?? [];

    public AfterClosing AfterClosing { get; init; } = AfterClosing ?? new AfterClosing();

    public Stage? FindStage(string id) => Stages.FirstOrDefault(s => s.Id == id);

    /// <summary>The stage of that id.</summary>
    /// <exception cref="InvalidOperationException">The procedure has none: a record is being read under a procedure that is not its own.</exception>
    public Stage StageOf(string id) => FindStage(id) ?? throw new InvalidOperationException($"{Id} v{Version} has no stage '{id}'.");

    /// <summary>The sector of that id, or the one that stands for every kind of agency not listed.</summary>
    public Sector? SectorOf(string id) => Sectors.FirstOrDefault(s => s.Id == id) ?? Sectors.FirstOrDefault(s => s.AnyOther);

    public Form FormOf(string id) => Forms.First(f => f.Id == id);

    /// <summary>Place of a stage from the lowest, 0, upwards.</summary>
    public int RankOf(string stage) => Array.FindIndex([.. Stages], s => s.Id == stage);

    /// <summary>The stages that a person can take a difference to from this one; the clock takes the first. None after the last.</summary>
    public IReadOnlyList<string> WaysOnFrom(Stage stage)
    {
        if (stage.LeadsTo is { } said) return said;
        var above = Stages.Skip(RankOf(stage.Id) + 1).ToList();
        var next = above.FindIndex(s => !s.Optional);
        // The clock never takes an optional stage: it is there for people to choose.
        return next < 0 ? [.. above.Select(s => s.Id)] : [above[next].Id, .. above.Take(next).Select(s => s.Id)];
    }

    /// <summary>Where the clock takes a difference from this stage, if anywhere.</summary>
    public string? ClockGoesTo(Stage stage) => WaysOnFrom(stage).FirstOrDefault(id => !StageOf(id).Optional);

    /// <summary>The stages that the clock passes through after this one and before another; none where it does not come there.</summary>
    public IReadOnlyList<Stage> WayTo(string? stage, Stage from)
    {
        var way = new List<Stage>();
        for (var at = ClockGoesTo(from); at != stage; at = ClockGoesTo(way[^1]))
        {
            if (at is null) return [];
            way.Add(StageOf(at));
        }

        return way;
    }

    /// <summary>How silence is chased at a stage. The check refuses a procedure in which a stage has neither its own nor the general one.</summary>
    public Chase ChaseAt(Stage stage) => stage.Chase ?? Chase ?? throw new InvalidOperationException($"Stage '{stage.Id}' has no chase.");

    public string TitleOf(Who who) => who.Name switch
    {
        "raiser" => "the worker who raised it",
        "raising-agency" => "the raising agency",
        "responding-agency" => "the responding agency",
        "every-party" => "every agency involved",
        "board-office" => BoardOfficeTitle,
        var officer => Officers.FirstOrDefault(o => o.Id == officer)?.Title ?? officer,
    };
}

public enum Concerned { Adult, Child, AdultOrChild }

[Meaning("Where the words of the procedure come from.")]
public sealed record Source(
    [Meaning("The policy document.")] string Document,
    [Meaning("When it was last updated, in its own words.")] string? Updated = null,
    [Meaning("When it is due for review, in its own words.")] string? Review = null);

[Meaning("How working days are counted and when a day ends. Local time is Europe/London.")]
public sealed record WorkingTime(
    [Meaning("Whose bank holidays are kept: \"england-and-wales\", \"scotland\" or \"northern-ireland\".")] string Nation,
    [Meaning("Local time at which the last counted day is over.")] TimeOnly CloseOfDay,
    [Meaning("Local time after which something counts as if it happened on the next working day. Unless said, every hour belongs to its own day.")]
    TimeOnly? NextDayAfter = null,
    [Meaning("Whether the day on which it happened is itself the first counted day; not, unless said.")] bool DayItselfCounts = false,
    [Meaning("What \"hours\" are in this procedure: \"elapsed\" on the clock, or \"working-days\" where each 24 of them stand for one working day.")]
    HoursAre? HoursAre = null);

public static class WorkingTimes
{
    /// <summary>The nation of a procedure that was checked.</summary>
    public static Calendar.Nation NationOf(this WorkingTime time) => Calendar.Nations.TryParse(time.Nation, out var nation)
        ? nation
        : throw new InvalidOperationException($"'{time.Nation}' should not have passed the check.");
}

public enum HoursAre { Elapsed, WorkingDays }

[Meaning("A sentence that stands everywhere and blocks nothing.")]
public sealed record Prompt(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("The sentence, with the telephone number or address in it.")] string Text);

[Meaning("A post or body that acts for the board.")]
public sealed record Officer(
    [Meaning("Small letters, figures and hyphens; other parts of the file name the officer by it.")] string Id,
    [Meaning("The post or body, never a person's name: people change and are kept in the directory.")] string Title,
    [Meaning("Who sits in it, for a body such as the three statutory partners.")] ValueList<string>? Members = null);

[Meaning("A reason why differences arise.")]
public sealed record Reason(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("The reason, in the words that are offered.")] string Title);

[Meaning("A question at intake that shows what belongs elsewhere.")]
public sealed record ScreeningQuestion(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("A question that is answered yes or no.")] string Question,
    [Meaning("Where it belongs instead, in words that help the person find it.")] string GoInstead,
    [Meaning("True when it runs beside the difference (such as a complaint) and stops nothing.")] bool Alongside = false);

[Meaning("Where a difference may start and whether it may jump.")]
public sealed record Starting(
    [Meaning("Stages at which any difference may start; the first unless said.")] ValueList<string>? At = null,
    [Meaning("Stages at which it may start when there is immediate risk; every stage unless said.")] ValueList<string>? AtImmediateRisk = null,
    [Meaning("Who may pass over stages later; \"at-immediate-risk\" unless said.")] Jumping Jump = Jumping.AtImmediateRisk);

public enum Jumping { Never, AtImmediateRisk, Always }

[Meaning("A promise over the whole procedure: a stage is reached, or the difference is settled, within a time.")]
public sealed record Cap(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("The allowance, for example \"20 working days\".")] Allowance Within,
    [Meaning("The stage that must be reached; leave it out where the difference must be settled.")] string? Reach = null,
    [Meaning("\"outset\" unless said.")] CountsFrom? From = null,
    [Meaning("\"flag\" unless said; \"escalate\" takes it to the stage that should have been reached.")] OnExpiry OnExpiry = OnExpiry.Flag,
    [Meaning("Where the policy says so.")] string? Clause = null)
{
    public CountsFrom From { get; init; } = From ?? new CountsFrom(Happening.Outset);
}

[Meaning("Who is reminded, how often, where nothing has a date or a date has passed.")]
public sealed record Chase(
    [Meaning("How often, in working days, working weeks or calendar days.")] Allowance Every,
    [Meaning("Who is reminded where no deadline names somebody; every party unless said.")] Who? Holder = null,
    [Meaning("How many reminders go to whoever has the duty alone; the board office gets the later ones too. 1 unless said; with 0 it gets the first.")]
    [Between(0, 99)] int BoardOfficeAfter = 1)
{
    public Who Holder { get; init; } = Holder ?? Who.EveryParty;
}

[Meaning("Somebody else who is told when something happens.")]
public sealed record Tell(
    [Meaning("What happened.")] Happening On,
    [Meaning("Who is told.")] ValueList<Who> Who,
    [Meaning("Only at this stage.")] string? Stage = null,
    [Meaning("Only where an agency of this sector is a party.")] string? Sector = null,
    [Meaning("Why they are told, in words that the notice can carry.")] string? Why = null,
    [Meaning("Where the policy says so.")] string? Clause = null);

[Meaning("Reports that go out on schedule.")]
public sealed record Reporting(
    [Meaning("Local time, on each working day, of the report of what is overdue.")] TimeOnly OverdueAt,
    [Meaning("Who gets it whole, beside each agency its own part; the board office unless said.")] ValueList<Who>? To = null,
    [Meaning("How often monitoring figures are made.")] FiguresEvery Figures = FiguresEvery.Quarter)
{
    public ValueList<Who> To { get; init; } = To ?? [Procedures.Who.BoardOffice];
}

public enum FiguresEvery { Month, Quarter, Year }
