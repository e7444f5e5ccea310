namespace Escalation.Service;

/// <summary>The public address of this deployment, of which links in letters are made. The host registers it.</summary>
public sealed record PublicAddress
{
    private readonly Func<Uri> find;

    /// <param name="root">Absolute, with a closing stroke: "https://differences.example.org/".</param>
    public PublicAddress(Uri root)
        : this(() => root)
    {
    }

    /// <summary>An address that is only known once the service listens.</summary>
    public PublicAddress(Func<Uri> find) => this.find = find;

    public Uri Root => find();
}
