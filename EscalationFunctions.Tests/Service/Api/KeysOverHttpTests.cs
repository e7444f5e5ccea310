using System.Net;
using Escalation.Service.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>The board office sees who has a key to its board, and takes one back.</summary>
public class KeysOverHttpTests
{
    [Test]
    public async Task A_key_that_is_revoked_works_no_longer_from_the_next_request_on()
    {
        await using var service = await TestService.StartAsync();
        var office = await service.PartnerAsync();
        var secret = await service.NewKeyAsync(TestOffice.Severnside, TestService.Care, new DateOnly(2026, 9, 30), Scope.DirectoryRead);
        var (lost, id) = (service.Nobody(secret), KeyText.Read(secret)!.Id);
        (await lost.GetAsync("/agencies")).Expect(HttpStatusCode.OK);
        var listed = (await office.GetAsync("/keys")).Expect(HttpStatusCode.OK);
        var key = listed.Json!["keys"]!.AsArray().Single(k => (string?)k!["id"] == id)!;
        Assert.That(((string?)key["agency"], (string?)key["expires"], key["scopes"]!.ToJsonString()), Is.EqualTo((TestService.Care, "2026-09-30", "[\"directory:read\"]")));
        Assert.That(listed.Text, Does.Not.Contain(secret).And.Not.Contain("hash"), "nobody learns a secret from it");
        Assert.That((string?)(await office.SendAsync("DELETE", $"/keys/{id}", null)).Expect(HttpStatusCode.OK).Json!["revoked"], Is.Not.Null);
        (await lost.GetAsync("/agencies")).Expect(HttpStatusCode.Unauthorized);
        (await office.SendAsync("DELETE", $"/keys/{id}", null)).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_list_says_when_a_key_was_last_used()
    {
        await using var service = await TestService.StartAsync();
        var office = await service.PartnerAsync();
        await office.GetAsync("/keys");
        await service.Services.GetRequiredService<Keys>().UsesNotedAsync();
        Assert.That((string?)(await office.GetAsync("/keys")).Json!["keys"]![0]!["lastUsed"], Is.Not.Null);
    }

    [Test]
    public async Task Another_boards_keys_are_neither_seen_nor_revoked()
    {
        await using var service = await TestService.StartAsync();
        var (office, secret) = (await service.PartnerAsync(), await service.NewKeyAsync(TestOffice.Moorland, null, new DateOnly(2026, 9, 30), Scope.KeysRead));
        Assert.That((await office.GetAsync("/keys")).Text, Does.Not.Contain(KeyText.Read(secret)!.Id));
        (await office.SendAsync("DELETE", $"/keys/{KeyText.Read(secret)!.Id}", null)).Expect(HttpStatusCode.NotFound);
        (await service.Nobody(secret).GetAsync("/keys")).Expect(HttpStatusCode.OK);
    }
}
