using System.Text.Json;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>A message as a mail program finds it.</summary>
internal sealed record ReadMail(
    IReadOnlyDictionary<string, string> Headers, IReadOnlyList<ReadPart> Parts, IReadOnlyList<IReadOnlyDictionary<string, string>> Calendars,
    IReadOnlyList<string> Defects)
{
    public static async Task<ReadMail> OfAsync(string message, CancellationToken cancel) =>
        JsonSerializer.Deserialize<ReadMail>(await Python.SaysAsync("read_mail.py", message, cancel), JsonSerializerOptions.Web)!;
}

internal sealed record ReadPart(string Type, string? File, string? Method, string? Text);
