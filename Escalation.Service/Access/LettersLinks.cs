using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace Escalation.Service.Access;

/// <summary>Makes the one link that a notice's letter carries: for whom it goes to, and for what it asks of them.</summary>
public sealed class LettersLinks(Links links, PublicAddress address)
{
    public async ValueTask<Uri?> MakeAsync(Owed owed, Addressee addressee, Opened opened, CancellationToken cancel) =>
        AddressOf(owed.Board, await links.MakeAsync(LinkFor.Of(owed, opened, addressee.Email!), cancel));

    /// <summary>The whole address in which a link's secret stands.</summary>
    public Uri AddressOf(string board, string token) => new(address.Root, $"/{board}/link/{token}");
}
