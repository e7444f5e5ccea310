using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Escalation.Service.Api.Admission;

/// <summary>
/// The networks of the proxies that stand before the service. What they say of the client's address and of TLS is believed, of nobody else; a
/// proxy on the machine itself always is. Without that all people would share the limits of one address: the proxy's.
/// </summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static TrustedProxies OfThisMachine { get; } = new([]);

    /// <returns>None where it is neither an address nor a network such as 10.1.2.0/24.</returns>
    public static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    internal void Apply(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // From the last entry back, as long as the one who wrote it is trusted.
        options.ForwardLimit = null;
        foreach (var network in Networks) options.KnownIPNetworks.Add(network);
    }
}
