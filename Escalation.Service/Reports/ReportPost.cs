using Escalation.Service.Delivery;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Reports;

/// <summary>
/// Posts letters with reports, as fast and as patiently as notices are. A letter that is not taken is tried again ever less often, and given up in
/// the end.
/// </summary>
internal sealed partial class ReportPost(IPostbox postbox, TimeProvider clock, DeliveryPace pace, ILogger log)
{
    private readonly Metronome metronome = new(pace.PerSecond, clock);

    /// <param name="before">How often it was tried before.</param>
    /// <returns>What became of it.</returns>
    public async Task<ReportLetter> PostAsync(Letter letter, ReportReader reader, int before, CancellationToken cancel)
    {
        var tries = before + 1;
        try
        {
            await metronome.NextAsync(cancel);
            await postbox.PostAsync(letter, cancel);
            DeliveryMeters.ReportsSent.Add(1);
            return new ReportLetter(reader.Id, ReportLetterState.Sent, tries, clock.GetUtcNow());
        }
        catch (NotPostedException refused)
        {
            return Failed(letter, reader, tries, refused.Message, refused.ForGood);
        }
#pragma warning disable CA1031 // Whatever is wrong with this letter is noted with it, and the others go out.
        catch (Exception problem) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Failed(letter, reader, tries, $"It could not be sent ({problem.GetType().Name}).", forGood: false);
        }
    }

    private ReportLetter Failed(Letter letter, ReportReader reader, int tries, string why, bool forGood)
    {
        LogNotPosted(letter.Id, tries, why);
        if (!forGood && tries < pace.MostAttempts)
            return new ReportLetter(reader.Id, ReportLetterState.Waiting, tries, clock.GetUtcNow() + pace.Retry.After(tries), why);
        DeliveryMeters.ReportsDead.Add(1);
        return new ReportLetter(reader.Id, ReportLetterState.GivenUp, tries, clock.GetUtcNow(), why);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} was not posted, try {Attempt}: {Problem}")]
    private partial void LogNotPosted(string letter, int attempt, string problem);
}
