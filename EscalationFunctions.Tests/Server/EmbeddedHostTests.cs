using Escalation.Server;
using Escalation.Service;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Server;

/// <summary>How the host is put together for reaching people.</summary>
public class EmbeddedHostTests
{
    [Test]
    public async Task Where_nothing_is_set_links_lead_to_where_it_listens_and_letters_go_out_at_any_hour_into_the_folder()
    {
        using var folder = new Service.TestFolder();
        await using var store = DataFolder.Open(folder.Path);
        await using var app = EmbeddedHost.Build(store, new Seal(Service.TestOffice.Secret), TimeProvider.System, "http://127.0.0.1:0");
        var address = app.Services.GetRequiredService<PublicAddress>();
        await app.StartAsync();
        Assert.That(address.Root, Is.EqualTo(new Uri(app.Urls.First())));
        Assert.That(app.Services.GetRequiredService<DeliveryPace>().Hours, Is.Null);
        Assert.That(app.Services.GetRequiredService<IPostbox>(), Is.InstanceOf<FolderPostbox>());
    }

    [Test]
    public async Task What_is_set_is_what_is_used()
    {
        using var folder = new Service.TestFolder();
        await using var store = DataFolder.Open(folder.Path);
        var outgoing = new Outgoing(new PublicAddress(new Uri("https://differences.example.org/")), (to, _) => new Nowhere(to), PostingHours.Usual);
        await using var app = EmbeddedHost.Build(store, new Seal(Service.TestOffice.Secret), TimeProvider.System, "http://127.0.0.1:0", outgoing: outgoing);
        Assert.That(app.Services.GetRequiredService<PublicAddress>().Root.AbsoluteUri, Is.EqualTo("https://differences.example.org/"));
        Assert.That(app.Services.GetRequiredService<DeliveryPace>().Hours, Is.EqualTo(PostingHours.Usual));
        Assert.That(((Nowhere)app.Services.GetRequiredService<IPostbox>()).Folder, Is.EqualTo(Path.Combine(folder.Path, "mail")));
    }

    private sealed class Nowhere(string folder) : IPostbox
    {
        public string Folder => folder;

        public Task PostAsync(Letter letter, CancellationToken cancel) => throw new NotPostedException("Nowhere.");
    }
}
