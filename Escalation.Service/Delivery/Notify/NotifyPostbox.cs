using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Escalation.Service.Delivery.Notify;

/// <summary>
/// Hands letters to GOV.UK Notify over its HTTP API. Notify makes the page from the words itself and attaches no files; of ours it
/// gets the subject and the plain text. Its reference is the letter's id, by which one that was sent again is known again.
/// </summary>
/// <param name="http">Kept by the caller and used for nothing else.</param>
/// <param name="clock">Notify refuses tokens from a clock that is more than thirty seconds off.</param>
public sealed class NotifyPostbox(HttpClient http, NotifySettings settings, TimeProvider clock) : IPostbox
{
    /// <summary>Of an answer that is not a letter taken, so much is read.</summary>
    private const int MostBytes = 64 * 1024;

    public async Task PostAsync(Letter letter, CancellationToken cancel)
    {
        if (!EmailMessage.IsAddress(letter.To)) throw new NotPostedException(EmailMessage.NoAddress, forGood: true);
        using var over = new CancellationTokenSource(settings.Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        try
        {
            using var answer = await http.SendAsync(RequestFor(letter), HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (answer.StatusCode != HttpStatusCode.Created) throw await RefusedAsync(answer, either.Token);
        }
        catch (HttpRequestException broken)
        {
            throw new NotPostedException($"GOV.UK Notify could not be reached ({broken.HttpRequestError}).", inner: broken);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new NotPostedException("GOV.UK Notify took too long.");
        }
    }

    private HttpRequestMessage RequestFor(Letter letter) => new(HttpMethod.Post, new Uri(settings.Address, "v2/notifications/email"))
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", NotifyToken.Of(settings.Key, clock.GetUtcNow())) },
        Content = JsonContent.Create(new
        {
            email_address = letter.To,
            template_id = settings.Template,
            personalisation = new { subject = letter.Subject, body = BodyOf(letter) },
            reference = letter.Id,
        }),
    };

    // It can hold files and send links to them, by which they would lie with somebody else; whoever has the letter's link finds the same there.
    private static string BodyOf(Letter letter) => letter.Attached is { } file
        ? $"{letter.Text}\nThe file {file.Name} could not come with this message. What is in it is on the page that the link opens.\n"
        : letter.Text;

    /// <summary>
    /// What to make of an answer other than 201. Only what is wrong with the address is so for good; a wrong key, template or clock, and a
    /// limit that is used up, hit every letter alike until somebody mends them or the day is over.
    /// </summary>
    private static async Task<NotPostedException> RefusedAsync(HttpResponseMessage answer, CancellationToken cancel) => answer.StatusCode switch
    {
        HttpStatusCode.BadRequest when await IsAboutTheAddressAsync(answer, cancel) => new(EmailMessage.NoAddress, forGood: true),
        HttpStatusCode.BadRequest => new("GOV.UK Notify does not take the letter (400): the template, or whom the key may write to, is not as it should be."),
        HttpStatusCode.Forbidden => new("GOV.UK Notify does not accept our key, or the machine's clock is wrong (403)."),
        HttpStatusCode.TooManyRequests => new("GOV.UK Notify takes no more letters just now: its limit is used up (429)."),
        var other => new($"GOV.UK Notify is not working as it should ({(int)other})."),
    };

    // {"errors": [{"error": "ValidationError", "message": "email_address Not a valid email address"}]}; the message is not passed on, for it can quote.
    private static async Task<bool> IsAboutTheAddressAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(MostBytes, cancel);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return body.RootElement.GetProperty("errors").EnumerateArray().Any(e => e.GetProperty("error").GetString() == "ValidationError"
                && e.GetProperty("message").GetString()!.StartsWith("email_address", StringComparison.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException or HttpRequestException)
        {
            // Then we do not know, and what we do not know is tried again.
            return false;
        }
    }
}
