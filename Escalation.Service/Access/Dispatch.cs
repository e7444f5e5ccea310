using System.Collections.Concurrent;
using Escalation.Service.Delivery;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Access;

/// <summary>
/// Posts letters that somebody asked for, behind the request's back: so an answer takes as long for an address that nobody knows. A letter
/// that is not taken is not tried again; whoever waits for it asks for another.
/// </summary>
public sealed partial class Dispatch(IPostbox postbox, ILogger<Dispatch> log)
{
    private readonly ConcurrentDictionary<Task, byte> posting = [];

    internal void Send(Letter letter)
    {
        var post = Task.Run(() => PostAsync(letter));
        posting[post] = 0;
        _ = post.ContinueWith(done => posting.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Done when every letter so far was taken, or could not be.</summary>
    internal Task SentAsync() => Task.WhenAll(posting.Keys);

    private async Task PostAsync(Letter letter)
    {
        try
        {
            await postbox.PostAsync(letter, CancellationToken.None);
        }
        catch (NotPostedException refused)
        {
            LogNotPosted(letter.Id, refused.Message);
        }
#pragma warning disable CA1031 // Nobody waits for it: what went wrong is told here or nowhere.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            // The kind of problem and not its message, which can quote the address.
            LogNotPosted(letter.Id, problem.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Letter} was not posted: {Problem}")]
    private partial void LogNotPosted(string letter, string problem);
}
