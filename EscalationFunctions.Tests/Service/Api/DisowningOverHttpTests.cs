using System.Net;
using System.Text.Json.Nodes;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>"That was not me", as partner systems say it.</summary>
public class DisowningOverHttpTests
{
    private static readonly object Account = new { account = "Nobody here has done that." };

    [Test]
    public async Task What_was_disowned_waits_until_the_board_office_has_found_that_it_stands()
    {
        await using var service = await TestService.StartAsync();
        var (council, care, office) = (await service.PartnerAsync(TestService.Council), await service.PartnerAsync(TestService.Care), await service.PartnerAsync());
        var one = $"/differences/{(await council.PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created).Id}";
        var proposed = (await care.PostAsync($"{one}/proposals", Proposal())).Expect(HttpStatusCode.Created);
        var entry = (int)proposed.Json!["recorded"]!.AsArray().Single(e => (string)e!["fact"]! == "outcome-proposed")!["number"]!;
        var confirmation = new { proposal = proposed.Made };

        Assert.That((await council.PostAsync($"{one}/entries/{entry}/disowning", Account)).Code, Is.EqualTo("not-yours"));
        var disowned = (await care.PostAsync($"{one}/entries/{entry}/disowning", Account)).Expect(HttpStatusCode.OK);
        Assert.That(disowned.Facts, Is.SupersetOf(new[] { "disowned", "flagged" }));
        Assert.That(Disowned(disowned).Select(d => ((int)d!["entry"]!, (string)d["fact"]!, (string)d["inNameOf"]!)), Is.EqualTo(new[] { (entry, "outcome-proposed", TestService.Care) }));
        var frozen = await council.PostAsync($"{one}/confirmations", confirmation);
        Assert.That((frozen.Status, frozen.Code), Is.EqualTo((HttpStatusCode.Conflict, "frozen")));

        var answer = new { stands = true, reason = "They had forgotten it." };
        Assert.That((await care.PostAsync($"{one}/entries/{entry}/disowning/answer", answer)).Code, Is.EqualTo("board-office-only"));
        Assert.That(Disowned((await office.PostAsync($"{one}/entries/{entry}/disowning/answer", answer)).Expect(HttpStatusCode.OK)), Is.Empty);
        Assert.That((await council.PostAsync($"{one}/confirmations", confirmation)).Expect(HttpStatusCode.OK).Facts, Has.Member("outcome-settled"));
    }

    [TestCase("0")]
    [TestCase("1")]
    [TestCase("-2")]
    [TestCase("two")]
    [TestCase("99999999999")]
    public async Task What_is_no_act_of_the_record_is_not_there(string entry)
    {
        await using var service = await TestService.StartAsync();
        var council = await service.PartnerAsync(TestService.Council);
        var one = $"/differences/{(await council.PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created).Id}";
        var said = await council.PostAsync($"{one}/entries/{entry}/disowning", Account);
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.NotFound, "no-such-act")));
    }

    private static JsonArray Disowned(Said said) => said.Json!["difference"]!["disowned"]!.AsArray();
}
