using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace Escalation.Server.Demo;

/// <summary>
/// Differences in progress at both invented boards: one raised just now, one that the clock took up in silence, one with an outcome on the
/// table, one that is settled, and two of the procedure that waits for people rather than for days. Nobody in them exists.
/// </summary>
internal sealed class DemoDifferences(DemoClock clock, DemoTime time, DifferenceDesk desk)
{
    private const string Severnside = "severnside";
    private const string Moorland = "moorland";

    private static readonly Actor.Worker
        Maya = new("Maya Okonjo-Vale", "social worker", "severnside-council"),
        Ngozi = new("Ngozi Silverthorne", "care coordinator", "brightwater-care"),
        Quentin = new("Quentin Pellworthy", "support worker", "open-door"),
        Jamal = new("Jamal Wetherall", "community nurse", "tideway-community-health"),
        Keziah = new("Keziah Foxcombe", "safeguarding lead", "tideway-community-health"),
        Ulrich = new("Ulrich Tattersby", "police officer", "severn-vale-police"),
        Leila = new("Leila Adeyinka", "ward sister", "estuary-hospitals"),
        Imran = new("Imran Fenwright", "deputy manager", "heron-lodge"),
        Oscar = new("Oscar Lindqvist", "commissioning nurse", "moorland-icb"),
        Lucinda = new("Lucinda Tattersby", "care coordinator", "willowbank-home-care");

    /// <summary>Lets all of it happen on the days before now, and leaves the clock at now.</summary>
    public async Task HappenAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var days = new WorkingDays(Nation.EnglandAndWales);
        clock.BeginAt(Before(now, 9, days));
        var settled = await RaiseAsync(Severnside, Ulrich, "estuary-hospitals", "A patient left the ward before her statement could be taken.",
            "The ward tells the police before a patient in this position leaves.", cancel);
        await AskAsync(settled, Leila, new Command.Acknowledge(), cancel);
        await AskAsync(settled, Ulrich, new Command.ProposeOutcome("ward-calls", "The ward sister calls the control room before discharge.", "None.", [], []), cancel);
        await AskAsync(settled, Leila, new Command.ConfirmOutcome("ward-calls", []), cancel);
        await RaiseAsync(Moorland, Lucinda, "moorland-council", "Visits were cut to two a day while medicines need four.",
            "Four visits a day until the review.", cancel);

        await MoveAsync(Before(now, 3, days), cancel);
        var nights = await RaiseAsync(Moorland, Imran, "moorland-icb", "One-to-one support at night was withdrawn by letter.",
            "Support at night goes on until a meeting has reviewed the risk.", cancel);
        await AskAsync(nights, Oscar, new Command.Acknowledge(), cancel);

        await MoveAsync(Before(now, 2, days), cancel);
        await RaiseAsync(Severnside, Ngozi, "severnside-council", "A referral about pressure damage was closed without a visit.",
            "A social worker visits and looks at the care record.", cancel);
        await MoveAsync(Before(now, 1, days), cancel);
        var open = await RaiseAsync(Severnside, Quentin, "tideway-community-health", "A man who neglects himself was discharged after two missed visits.",
            "The nurses visit together with somebody whom he trusts.", cancel);
        await AskAsync(open, Jamal, new Command.Acknowledge(), cancel);
        await AskAsync(open, Quentin, new Command.RecordDiscussion("call", "Jamal Wetherall", "He answers the door to people whom he knows.", "A joint visit was offered."), cancel);
        await AskAsync(open, Keziah, new Command.ProposeOutcome("joint-visit", "A nurse and Open Door visit together on Thursdays.", "None.", [], []), cancel);

        await MoveAsync(now, cancel);
        await RaiseAsync(Severnside, Maya, "estuary-hospitals", "A woman is to go home before her family's concern was looked into.",
            "She stays until the concern was looked into.", cancel);
    }

    private async Task<string> RaiseAsync(string board, Actor.Worker by, string responding, string summary, string wanted, CancellationToken cancel)
    {
        var raise = new Command.Raise("", new Concern("invented", summary, wanted), [responding], [], clock.GetUtcNow(),
            new Person(by.Name, by.Role, $"{by.Name.Split(' ')[0].ToLowerInvariant()}@example.org"), []);
        return Done(await desk.RaiseAsync(board, by, raise, null, cancel)).Opened.Head.Id;
    }

    private async Task AskAsync(string id, Actor by, Command command, CancellationToken cancel) => Done(await desk.AskAsync(new Question(id, by, command), cancel));

    private Task<bool> MoveAsync(DateTimeOffset to, CancellationToken cancel) => time.MoveToAsync(to, cancel);

    private static Reply.Done Done(Reply reply) => reply as Reply.Done ?? throw new InvalidOperationException(
        $"The demonstration does not follow its procedure: {string.Join(" ", (reply as Reply.Refused)?.Refusals.Select(r => r.Sentence) ?? [])}");

    /// <summary>Ten in the morning, so many working days before.</summary>
    private static DateTimeOffset Before(DateTimeOffset now, int count, WorkingDays days)
    {
        var day = LondonTime.DayOf(now);
        while (days.Between(day, LondonTime.DayOf(now)) < count || !days.IsWorkingDay(day)) day = day.AddDays(-1);
        return LondonTime.At(day, new TimeOnly(10, 0));
    }
}
