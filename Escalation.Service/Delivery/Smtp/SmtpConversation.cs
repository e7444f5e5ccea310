using System.Globalization;
using System.Text;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>Says lines to a mail server and hears its answers (RFC 5321), over whatever stream lies between; each with a limit of time.</summary>
internal sealed class SmtpConversation(Stream stream, TimeSpan patience)
{
    /// <summary>More is no answer that a mail server would give.</summary>
    private const int MostLines = 100, LongestLine = 2_000;

    private readonly byte[] buffer = new byte[4_096];
    private int from, until;

    /// <summary>Whether the server has said more than was listened to. Before encryption begins it must not: somebody else could have said it.</summary>
    public bool HasUnheard => from < until;

    /// <exception cref="TimeoutException">It was not said or not answered in time.</exception>
    /// <exception cref="IOException">The connection broke, or what came is no answer.</exception>
    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancel)
    {
        await SayAsync($"{line}\r\n", cancel);
        return await HearAsync(cancel);
    }

    /// <summary>Says the whole of a message, each line that begins with a point with another before it, and the point that ends it.</summary>
    public async Task<SmtpReply> TellAsync(string message, CancellationToken cancel)
    {
        var body = message.EndsWith("\r\n", StringComparison.Ordinal) ? message : message + "\r\n";
        var stuffed = body.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await SayAsync($"{(stuffed.StartsWith('.') ? "." : "")}{stuffed}.\r\n", cancel);
        return await HearAsync(cancel);
    }

    public Task<SmtpReply> HearAsync(CancellationToken cancel) => Waiting.AtMostAsync(patience, async token =>
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await LineAsync(token);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || lines.Count == MostLines)
                throw new IOException("What answers is no mail server.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return new SmtpReply(code, lines);
        }
    }, cancel);

    private Task SayAsync(string text, CancellationToken cancel) => Waiting.AtMostAsync(patience, async token =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), token);
        await stream.FlushAsync(token);
        return true;
    }, cancel);

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (line.Length <= LongestLine)
        {
            if (from == until)
            {
                (from, until) = (0, await stream.ReadAsync(buffer, cancel));
                if (until == 0) throw new IOException("The mail server hung up.");
            }

            var sign = (char)buffer[from++];
            if (sign == '\n') return line.ToString().TrimEnd('\r');
            line.Append(sign);
        }

        throw new IOException("What answers is no mail server.");
    }
}
