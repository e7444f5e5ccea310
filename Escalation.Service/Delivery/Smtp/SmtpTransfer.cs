using System.Net;
using System.Net.Sockets;

namespace Escalation.Service.Delivery.Smtp;

/// <summary>Hands over one message within a conversation.</summary>
internal static class SmtpTransfer
{
    /// <exception cref="NotPostedException">The server does not take it.</exception>
    public static async Task SendAsync(SmtpConversation talk, string from, string to, string message, CancellationToken cancel)
    {
        // Who sends is the same for every letter, so whatever is wrong with that is mended for all of them.
        Require(await talk.AskAsync($"MAIL FROM:<{from}>", cancel), "does not let us send", canBeForGood: false);
        Require(await talk.AskAsync($"RCPT TO:<{to}>", cancel), "does not accept email for this address");
        Require(await talk.AskAsync("DATA", cancel), "does not take the letter");
        Require(await talk.TellAsync(message, cancel), "does not take the letter");
        await LeaveAsync(talk, cancel);
    }

    /// <summary>"[192.0.2.1]" or "[IPv6:2001:db8::1]".</summary>
    public static string NameOf(EndPoint? local) => local is IPEndPoint { Address: var address }
        ? address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? $"[IPv6:{Unscoped(address)}]" : $"[{address.MapToIPv4()}]"
        : "[127.0.0.1]";

    private static IPAddress Unscoped(IPAddress address) => new(address.GetAddressBytes());

    private static void Require(SmtpReply reply, string otherwise, bool canBeForGood = true)
    {
        if (!reply.IsGood) throw new NotPostedException($"The mail server {otherwise} ({reply.InShort}).", canBeForGood && reply.IsForGood);
    }

    // The letter was taken. Whatever becomes of the goodbye, it must not be sent again for it.
    private static async Task LeaveAsync(SmtpConversation talk, CancellationToken cancel)
    {
        try
        {
            await talk.AskAsync("QUIT", cancel);
        }
        catch (Exception rude) when (rude is IOException or TimeoutException or OperationCanceledException)
        {
            // It hung up first, or we are asked to stop.
        }
    }
}
