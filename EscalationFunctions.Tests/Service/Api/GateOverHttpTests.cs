using System.Net;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.Extensions.DependencyInjection;
using static EscalationFunctions.Tests.Service.Api.Bodies;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Wexcombe Vale's six stages, where a manager of the agency that raised it has to agree before it leaves the informal part.</summary>
public class GateOverHttpTests
{
    private const string Wexcombe = "wexcombe";

    [Test]
    public async Task It_becomes_formal_when_a_manager_of_the_agency_that_raised_it_agrees()
    {
        await using var service = await TestService.StartAsync();
        await BringAsync(service);
        var (council, care) = (await service.PartnerAsync(TestService.Council, Wexcombe), await service.PartnerAsync(TestService.Care, Wexcombe));
        var one = $"/differences/{(await council.PostAsync("/differences", Concern())).Expect(HttpStatusCode.Created).Id}";
        await AmongThePractitioners(council, one);
        Assert.That((await council.PostAsync($"{one}/escalations", Further("2"))).Code, Is.EqualTo("gate-not-passed"));
        Assert.That((await care.PostAsync($"{one}/gates", new { stage = "3" })).Code, Is.EqualTo("not-yours"), "the other side's manager is not asked");
        Assert.That((await council.PostAsync($"{one}/gates", new { stage = "2" })).Code, Is.EqualTo("no-gate"));
        Assert.That((await council.PostAsync($"{one}/gates", new { stage = "3" })).Expect(HttpStatusCode.OK).Facts, Has.Member("gate-passed"));
        Assert.That((await council.PostAsync($"{one}/gates", new { stage = "3" })).Code, Is.EqualTo("no-gate"), "once is enough");
        var formal = (await council.PostAsync($"{one}/escalations", Further("2"))).Expect(HttpStatusCode.OK);
        Assert.That((formal.Stage, (string?)formal.Json!["difference"]!["stageTitle"]), Is.EqualTo(("3", "Service managers")));
    }

    [Test]
    public async Task The_clock_does_not_wait_for_the_manager()
    {
        await using var service = await TestService.StartAsync();
        await BringAsync(service);
        var council = await service.PartnerAsync(TestService.Council, Wexcombe);
        var raised = await council.PostAsync("/differences", Concern());
        await AmongThePractitioners(council, $"/differences/{raised.Id}");
        await service.TimePassesAsync(raised.Id, "2026-04-10T18:00");
        Assert.That((string?)(await council.GetAsync($"/differences/{raised.Id}")).Json!["stage"], Is.EqualTo("3"));
    }

    private static async Task AmongThePractitioners(Partner council, string one)
    {
        (await council.PostAsync($"{one}/discussions", Discussion("own-manager"))).Expect(HttpStatusCode.Created);
        (await council.PostAsync($"{one}/discussions", Discussion("conversation"))).Expect(HttpStatusCode.Created);
        Assert.That((await council.PostAsync($"{one}/escalations", Further("1"))).Expect(HttpStatusCode.OK).Stage, Is.EqualTo("2"));
    }

    private static object Further(string fromStage) => new { fromStage, reason = "No agreement." };

    private static async Task BringAsync(TestService service)
    {
        var text = File.ReadAllText(Repository.PathTo("EscalationFunctions.Tests/Core/Procedures/other-boards/wexcombe-vale-sab.v2024-04.json"));
        var procedure = ((Reading.Sound)ProcedureFile.Read(text)).Procedure;
        var office = new Reach("Board Office", "office@wexcombe.example.org");
        var board = new Board(Wexcombe, procedure.Board, procedure.Id, procedure.Version, "WX", office, [], []);
        Paper[] papers =
        [
            board.ToPaper(Wexcombe, Drawers.Board, Wexcombe),
            new(Wexcombe, Drawers.Procedure, BoardRoom.NameOf(procedure.Id, procedure.Version), 0, text),
            .. new[] { TestService.Council, TestService.Care }.Select(a => new DirectoryAgency(a, a, "other", []).ToPaper(Wexcombe, Drawers.Agency, a)),
        ];
        Assert.That(await service.Services.GetRequiredService<BoardRooms>().ChangeAsync(papers, [], default), Is.True);
    }
}
