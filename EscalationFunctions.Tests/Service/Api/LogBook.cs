using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Keeps every line that the service logs, so that tests can look for what must not be in it.</summary>
internal sealed class LogBook : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Book(this);

    public void Dispose()
    {
    }

    private sealed class Book(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            book.Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
