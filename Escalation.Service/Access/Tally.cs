using Escalation.Core;
using Escalation.Service.Passes;

namespace Escalation.Service.Access;

/// <summary>When an address was sent something of one kind, within the last day.</summary>
internal sealed record Tally(ValueList<DateTimeOffset> Sent)
{
    public const int MostInAnHour = 5, MostInADay = 15;

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1), Day = TimeSpan.FromDays(1);

    private static readonly Tally None = new([]);

    /// <summary>When the next can be sent; none where it can be now.</summary>
    public DateTimeOffset? NextAt(DateTimeOffset now) => Later(FreeAt(MostInAnHour, Hour, now), FreeAt(MostInADay, Day, now));

    public Tally With(DateTimeOffset now) => new(Sent.Without(at => at <= now - Day).With(now));

    public static async Task<(Tally Tally, long Edition)> FindAsync(IPasses passes, PassBook book, string id, CancellationToken cancel) =>
        await passes.FindAsync(PassKind.Tally, id, cancel) is { } pass ? (book.Read<Tally>(pass), pass.Edition) : (None, 0);

    public Pass ToPass(PassBook book, string id, long edition) => book.ToPass(PassKind.Tally, id, id, Sent.Max() + Day, this, edition);

    // As many as are allowed lie within the window: the next is free when the first of these leaves it.
    private DateTimeOffset? FreeAt(int most, TimeSpan window, DateTimeOffset now)
    {
        var within = Sent.Where(at => at > now - window).Order().ToList();
        return within.Count < most ? null : within[^most] + window;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;
}
