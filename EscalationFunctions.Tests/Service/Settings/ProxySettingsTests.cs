using System.Net;
using Escalation.Service.Settings;

namespace EscalationFunctions.Tests.Service.Settings;

/// <summary>Which proxies are believed, and what is said of those that are none.</summary>
public class ProxySettingsTests
{
    [TestCase(null, "")]
    [TestCase("10.1.2.3", "10.1.2.3/32")]
    [TestCase("10.1.2.0/24, 2001:db8::1", "10.1.2.0/24 2001:db8::1/128")]
    public void Addresses_and_networks_are_believed(string? said, string networks)
    {
        var (proxies, problems) = Read(said);
        Assert.That((string.Join(' ', proxies), problems.Count), Is.EqualTo((networks, 0)));
    }

    [Test]
    public void Each_that_is_none_is_named() => Assert.That(Read("proxy, 10.1.2.3, 10.0.0.0/40").Problems, Is.EqualTo(new[]
    {
        "ESCALATION_PROXIES: 'proxy' is neither an address nor a network such as 10.1.2.0/24.",
        "ESCALATION_PROXIES: '10.0.0.0/40' is neither an address nor a network such as 10.1.2.0/24.",
    }));

    private static (IReadOnlyList<IPNetwork> Proxies, IReadOnlyList<string> Problems) Read(string? said)
    {
        var surroundings = new Surroundings(name => name == ProxySettings.Proxies ? said : null);
        return (ProxySettings.Of(surroundings).Networks, surroundings.Problems);
    }
}
