using System.Globalization;
using Escalation.Service.Delivery;
using Escalation.Service.Delivery.Notify;
using Escalation.Service.Delivery.Smtp;
using Escalation.Service.Directory;

namespace Escalation.Service.Settings;

/// <summary>Reads how this deployment reaches people. docs/operations.md lists the variables.</summary>
public static class OutgoingSettings
{
    public const string Address = "ESCALATION_ADDRESS", Mail = "ESCALATION_MAIL", From = "ESCALATION_MAIL_FROM", Hours = "ESCALATION_MAIL_HOURS";

    private static readonly string[] TimeForms = ["HH:mm", "H:mm"];

    public static Outgoing Of(Surroundings s) => new(AddressOf(s), PostboxOf(s), HoursOf(s));

    private static PublicAddress? AddressOf(Surroundings s)
    {
        var said = s.Need(Address, "the address under which people reach this service, such as https://differences.example.org; links in letters lead there");
        if (said.Length == 0) return null;
        if (Uri.TryCreate(said.TrimEnd('/') + "/", UriKind.Absolute, out var root) && IsPublic(root)) return new PublicAddress(root);
        s.Wrong(Address, "has to be an https address without a query, such as https://differences.example.org");
        return null;
    }

    // Without encryption a link could be read on its way; on the machine itself there is no way.
    private static bool IsPublic(Uri root) =>
        (root.Scheme == Uri.UriSchemeHttps || root.Scheme == Uri.UriSchemeHttp && root.IsLoopback) && root is { Query: "", Fragment: "", UserInfo: "" };

    private static Func<string, TimeProvider, IPostbox>? PostboxOf(Surroundings s)
    {
        switch (s.Need(Mail, "how letters go out: smtp, notify, or folder (into the data folder, from which something else collects them)"))
        {
            case "smtp":
                var smtp = SmtpFromSettings.Of(s, SenderOf(s));
                return (_, clock) => new SmtpPostbox(smtp, clock);
            case "notify":
                var notify = NotifyFromSettings.Of(s);
                return (_, clock) => new NotifyPostbox(
                    new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }), notify, clock);
            case "folder":
                var sender = SenderOf(s);
                return (folder, clock) => new FolderPostbox(folder, sender, clock);
            case "":
                return null;
            default:
                s.Wrong(Mail, "has to be smtp, notify or folder");
                return null;
        }
    }

    private static string SenderOf(Surroundings s)
    {
        var said = s.Need(From, "the address that letters come from");
        if (said.Length > 0 && !Plausible.Email(said)) s.Wrong(From, "is no email address");
        return said;
    }

    private static PostingHours? HoursOf(Surroundings s)
    {
        if (s.Find(Hours) is not { } said) return PostingHours.Usual;
        if (said == "always") return null;
        if (said.Split('-') is [var from, var to] && TimeOf(from) is { } first && TimeOf(to) is { } last && first < last) return new PostingHours(first, last);
        s.Wrong(Hours, "has to be two times of the day such as 07:00-19:00, or 'always'");
        return null;
    }

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
