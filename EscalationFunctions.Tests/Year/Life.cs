using Escalation.Core.Differences;
using Escalation.Service.Desk;
using EscalationFunctions.Tests.Service;

namespace EscalationFunctions.Tests.Year;

/// <summary>One difference and the people in it: who they are, how quick, and what they do next, by chance.</summary>
internal sealed class Life(TestOffice office, Random chance, int number)
{
    public static readonly Actor Office = new Actor.Officeholder("Ida Office", "board-office"), Chair = new Actor.Officeholder("Jon Chair", "chair");

    // County Police never raises anything, and stands in the figures all the same.
    private static readonly string[] Raising = ["north-council", "north-council", "riverside-care", "county-trust"],
        All = ["north-council", "riverside-care", "county-trust", "county-police"];

    private readonly bool isFourStages = chance.Next(2) == 0;

    // Hours between acts: most people are quick, some are late, and a few never come back until the board office ends it.
    private readonly int pace = new[] { 3, 5, 20, 60, 200, 2000 }[chance.Next(20) switch { < 7 => 0, < 12 => 1, < 15 => 2, < 17 => 3, < 19 => 4, _ => 5 }];

    private string? id;

    private int acts;

    public DateTimeOffset? Next { get; private set; }

    public int Refusals { get; private set; }

    public Random Chance => chance;

    public DateTimeOffset Now { get; private set; }

    /// <summary>A new name for something.</summary>
    public string Name(string of) => $"{of}-{number}-{++acts}";

    public bool One(int inSo) => chance.Next(inSo) == 0;

    public async Task ActAsync(DateTimeOffset now)
    {
        (Now, Next) = (now, null);
        if (id is null) await RaiseAsync();
        else await GoOnAsync((await office.Desk.OpenAsync(id, default))!);
    }

    public async Task<bool> AskAsync(Actor by, Command command)
    {
        if (await office.Desk.AskAsync(new Question(id!, by, command), default) is Reply.Done) return true;
        Refusals++;
        return false;
    }

    private async Task RaiseAsync()
    {
        var from = Raising[chance.Next(Raising.Length)];
        var others = All.Where(a => a != from).OrderBy(_ => chance.Next()).ToList();
        var risk = One(15) ? "They may be hurt tonight." : null;
        var raise = new Command.Raise(
            "", new Concern($"N-{number}", "Care was ended.", "Care goes on.", Reason()), [.. others.Take(One(8) ? 2 : 1)], [.. others.Skip(2).Take(chance.Next(2))],
            Now.AddHours(-new[] { 0, 0, 1, 3, 30, 200 }[chance.Next(6)]), new Person("Asha Worker", "social worker", "asha@example.org"),
            One(30) ? ["personal"] : One(30) ? ["complaint"] : [], risk, risk is not null && One(2) ? "2" : null, "It cannot wait.");
        var reply = await office.Desk.RaiseAsync(isFourStages ? TestOffice.Severnside : TestOffice.Moorland, Worker(from), raise, null, default);
        if (reply is not Reply.Done done)
        {
            Refusals++;
            raise = raise with { Screening = [] };
            done = (Reply.Done)await office.Desk.RaiseAsync(isFourStages ? TestOffice.Severnside : TestOffice.Moorland, Worker(from), raise, null, default);
        }

        id = done.Opened.Head.Id;
        if (done.Opened.State is Difference.Open) Wait(pace);
    }

    private string? Reason() => One(9) ? null : isFourStages
        ? new[] { "not-safe", "not-safe", "not-addressed", "roles", "criteria" }[chance.Next(5)]
        : new[] { "care-act", "timeliness", "timeliness", "information" }[chance.Next(4)];

    private async Task GoOnAsync(Opened opened)
    {
        if (opened.State is Difference.Ended)
        {
            if (await Afterwards.StepAsync(this, opened.Standing)) Wait(60);
            return;
        }

        await (opened.Standing.Settlement is not null ? Endgame.StepAsync(this, opened.Standing) : Argument.StepAsync(this, opened.Standing, isFourStages));
        Wait(opened.Standing.Settlement is not null ? Math.Min(pace, 20) : pace);
    }

    public static Actor Worker(string agency) => new Actor.Worker($"Somebody of {agency}", "manager", agency);

    public static Actor SideOf(Standing s, Side side) => Worker(s.Parties.First(p => p.Side == side).Agency);

    private void Wait(int hours) => Next = YearOfDifferences.SomeTime(chance, Now.AddHours(chance.Next(1, hours + 1)));
}
