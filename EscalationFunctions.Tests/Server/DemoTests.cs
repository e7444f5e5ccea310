using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EscalationFunctions.Tests.Server;

/// <summary>What a newcomer meets in the first five minutes.</summary>
public class DemoTests
{
    [Test]
    public async Task A_newcomer_finds_differences_in_progress_and_can_let_the_next_deadline_pass()
    {
        await using var demo = await DemoService.StartAsync();
        using var client = demo.Client;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await client.GetStringAsync("/demo/keys/severnside/board-office"));
        var before = await client.GetFromJsonAsync<JsonElement>("/api/v1/differences");
        Assert.That(before.ToString(), Does.Contain("\"stage\":\"1\"").And.Contain("\"stage\":\"3\""), "one that was just raised, and one that the clock took up");

        var clock = await client.GetFromJsonAsync<JsonElement>("/demo/clock");
        var moved = await (await client.PostAsJsonAsync("/demo/clock", new { to = "next" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(moved.GetProperty("now").GetDateTimeOffset(), Is.GreaterThanOrEqualTo(clock.GetProperty("nextDue").GetDateTimeOffset()));
        Assert.That(moved.GetProperty("nextDue").GetDateTimeOffset(), Is.GreaterThan(clock.GetProperty("nextDue").GetDateTimeOffset()));
    }

    [TestCase("\"2001-01-01T00:00:00Z\"", HttpStatusCode.Conflict, TestName = "The_clock_of_the_demonstration_only_goes_forward")]
    [TestCase("\"tomorrow\"", HttpStatusCode.BadRequest, TestName = "A_time_that_cannot_be_read_moves_nothing")]
    public async Task Refused(string to, HttpStatusCode status)
    {
        await using var demo = await DemoService.StartAsync();
        using var client = demo.Client;
        using var body = new StringContent($"{{\"to\":{to}}}", System.Text.Encoding.UTF8, "application/json");
        Assert.That((await client.PostAsync("/demo/clock", body)).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task A_demonstration_that_is_kept_goes_on_where_it_was_left()
    {
        using var folder = new Service.TestFolder();
        DateTimeOffset left;
        await using (var demo = await DemoService.StartAsync("--data", folder.Path))
        {
            using var client = demo.Client;
            var moved = await client.PostAsJsonAsync("/demo/clock", new { to = "next" });
            left = (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
        }

        await using var again = await DemoService.StartAsync("--data", folder.Path);
        using var other = again.Client;
        Assert.That((await other.GetFromJsonAsync<JsonElement>("/demo/clock")).GetProperty("now").GetDateTimeOffset(), Is.GreaterThanOrEqualTo(left));
        Assert.That((await other.GetAsync("/demo/keys/moorland/moorland-icb")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
