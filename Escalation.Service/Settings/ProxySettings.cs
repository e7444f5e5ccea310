using System.Net;
using Escalation.Service.Api.Admission;

namespace Escalation.Service.Settings;

/// <summary>Reads which proxies stand before this deployment.</summary>
public static class ProxySettings
{
    public const string Proxies = "ESCALATION_PROXIES";

    public static TrustedProxies Of(Surroundings s)
    {
        var said = (s.Find(Proxies) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var wrong in said.Where(text => TrustedProxies.NetworkOf(text) is null))
            s.Wrong(Proxies, $"'{wrong}' is neither an address nor a network such as 10.1.2.0/24");
        return new TrustedProxies([.. said.Select(TrustedProxies.NetworkOf).OfType<IPNetwork>()]);
    }
}
