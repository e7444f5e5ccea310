using Escalation.Service.Delivery;

namespace Escalation.Service.Settings;

/// <summary>How this deployment reaches people.</summary>
/// <param name="Address">Where links in letters lead; none to have them lead to where the service listens, which is right for trying it out only.</param>
/// <param name="Postbox">Where letters go; none to have them put into the data folder, from an address that does not exist.</param>
/// <param name="Hours">When letters go out that can wait; at any hour if none are named.</param>
public sealed record Outgoing(PublicAddress? Address, Func<string, TimeProvider, IPostbox>? Postbox, PostingHours? Hours)
{
    /// <summary>For the demonstration and for measurements, which write to nobody.</summary>
    public static Outgoing ToNobody { get; } = new(null, null, null);
}
