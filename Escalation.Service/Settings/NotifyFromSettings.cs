using Escalation.Service.Delivery.Notify;

namespace Escalation.Service.Settings;

/// <summary>Reads which service of GOV.UK Notify letters are handed to.</summary>
internal static class NotifyFromSettings
{
    private const string Key = "ESCALATION_NOTIFY_KEY", Template = "ESCALATION_NOTIFY_TEMPLATE", Address = "ESCALATION_NOTIFY_ADDRESS";

    public static NotifySettings Of(Surroundings s)
    {
        var settings = new NotifySettings(KeyOf(s), TemplateOf(s));
        if (s.Find(Address) is not { } said) return settings;
        if (Uri.TryCreate(said.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return settings with { Address = address };
        s.Wrong(Address, "has to be an https address");
        return settings;
    }

    private static NotifyKey KeyOf(Surroundings s)
    {
        if (s.Secret(Key) is { } said)
        {
            if (NotifyKey.TryParse(said, out var key)) return key;
            s.Wrong(Key, "is no key as GOV.UK Notify gives them out: name-serviceid-secret");
        }
        else if (s.Find($"{Key}_FILE") is null) s.Need(Key, $"an API key of GOV.UK Notify, or {Key}_FILE with a file that holds it");

        return new NotifyKey("", "");
    }

    private static Guid TemplateOf(Surroundings s)
    {
        var said = s.Need(Template, "the id of an email template with ((subject)) as its subject and ((body)) as its message");
        if (!Guid.TryParse(said, out var id) && said.Length > 0) s.Wrong(Template, "is no id of a template");
        return id;
    }
}
