namespace Escalation.Service.Delivery.Smtp;

internal static class Waiting
{
    /// <summary>Does something on a network, whose time is the machine's whatever the service's own clock shows.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<T> AtMostAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> act, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server took too long.");
        }
    }
}
