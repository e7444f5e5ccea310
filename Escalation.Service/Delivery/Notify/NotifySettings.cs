using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Escalation.Service.Delivery.Notify;

/// <summary>A service of GOV.UK Notify, and the template that letters are put into.</summary>
/// <param name="Template">The id of an email template whose subject is ((subject)) and whose message is ((body)).</param>
public sealed record NotifySettings(NotifyKey Key, Guid Template)
{
    public Uri Address { get; init; } = new("https://api.notifications.service.gov.uk/");

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>An API key as Notify gives it out: "name-serviceid-secret", both of the last being UUIDs. It does not print the secret.</summary>
public sealed partial record NotifyKey(string Service, string Secret)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out NotifyKey? key)
    {
        var parts = Form().Match(text.Trim());
        key = parts.Success ? new NotifyKey(parts.Groups[1].Value, parts.Groups[2].Value) : null;
        return key is not null;
    }

    public override string ToString() => Service;

    [GeneratedRegex(@"\A.+-([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})-([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\z")]
    private static partial Regex Form();
}
