using Escalation.Core.Differences;
using static Escalation.Core.Notices.Addressing;

namespace Escalation.Core.Notices;

/// <summary>
/// Who acted hears of it too, so that somebody in whose name another has acted gets to know (a link or a key that was misused); and notices
/// about what was then said not to be theirs.
/// </summary>
internal static class DisowningNotices
{
    public static IEnumerable<Asking> Asked(Entry entry, Batch batch) => entry.Fact switch
    {
        Fact.Disowned fact => [new(NoticeKind.Disowned, Concerned(fact.Entry, batch.Standing), Detail: InWords(fact.Entry))],
        Fact.DisowningAnswered fact => [new(NoticeKind.DisowningAnswered, Concerned(fact.Entry, batch.Standing), Detail: InWords(fact.Entry))],
        _ => [],
    };

    /// <summary>What an entry asks for, where the one in whose name it stands is told of it as of their own act, and once.</summary>
    public static IEnumerable<Asking> Confirming(Entry entry, IEnumerable<Asking> asked, Batch batch)
    {
        if (batch.Standing.FindDeed(entry.Number) is not { } deed || batch.Standing.Stage.Length == 0) return asked;
        var doer = Doer(deed, StageOf(deed, batch));
        return asked.Select(a => a with { To = a.To.Where(to => to != doer) }).Append(new Asking(NoticeKind.Confirmation, [doer], Detail: InWords(deed.Number)));
    }

    // Everybody, and whoever acts for them where it was done: those have seen what was used.
    private static IEnumerable<Recipient> Concerned(int entry, Standing s)
    {
        var deed = s.FindDeed(entry)!;
        return s.Stage.Length == 0 ? ToEverybody(s) : ToEverybody(s).Append(Doer(deed, deed.Stage.Length == 0 ? s.Stage : deed.Stage));
    }

    private static Recipient Doer(Deed deed, string stage) =>
        deed.Entry.By.AgencyOrNull is { } agency ? new Recipient.Rung(agency, stage) : new Recipient.Officer(deed.Who);

    // Those at a stage that was passed through never had it.
    private static string StageOf(Deed deed, Batch batch) => batch.WasToldOf(deed.Stage) ? deed.Stage : batch.Standing.Stage;

    private static string InWords(int entry) => entry.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
