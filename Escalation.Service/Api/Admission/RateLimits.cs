using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Escalation.Service.Api.Answers;
using Escalation.Service.Pages.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace Escalation.Service.Api.Admission;

/// <summary>How many requests a caller has a minute: each key its own, and whoever shows no good key shares those of the address.</summary>
/// <param name="PagesPerAddress">Pages for people: a hospital's thousand come from one address.</param>
public sealed record RateLimits(int PerKey = 1200, int PerAddress = 120, int PagesPerAddress = 1200)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            // A person gets a page, not JSON.
            if (PageNet.IsPage(rejected.HttpContext.Request.Path)) return;
            await HttpAnswer.Of(Trouble.TooManyRequests)
                .With(HeaderNames.RetryAfter, Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture))
                .ExecuteAsync(rejected.HttpContext);
        };
    }

    private RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        // Whoever watches over us asks often and must be told.
        if (http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return RateLimitPartition.GetNoLimiter("health");
        if (PageNet.IsPage(http.Request.Path)) return Partition($"pages {NetworkOf(http.Connection.RemoteIpAddress)}", PagesPerAddress);
        return http.CallerOrNull() is { } caller
            ? Partition($"caller {caller.Board} {caller.Name}", PerKey)
            : Partition($"address {NetworkOf(http.Connection.RemoteIpAddress)}", PerAddress);
    }

    private static RateLimitPartition<string> Partition(string whose, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 });

    /// <summary>Of an IPv6 address the first half: the rest is one subscriber's own to change.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
