using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Escalation.Core.Differences;
using Escalation.Service.Copies;
using EscalationFunctions.Tests.Server;
using EscalationFunctions.Tests.Service.Api;
using EscalationFunctions.Tests.Service.Retention;

namespace EscalationFunctions.Tests.Service.Copies;

/// <summary>An agency's copy for its own file can be checked by anybody, without us, and shows it where anything in it was changed.</summary>
public class FileCopyTests
{
    private Shelf shelf = null!;
    private TestFolder folder = null!;

    [SetUp]
    public async Task Open() => (shelf, folder) = (await Shelf.OpenAsync(), new TestFolder());

    [TearDown]
    public async Task Close()
    {
        await shelf.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task A_copy_that_a_party_fetches_checks_by_itself_and_against_the_boards_folder()
    {
        var id = await shelf.ClosedAsync();
        var said = (await (await shelf.Service.PartnerAsync(TestService.Trust)).GetAsync($"/differences/{id}/file-copy")).Expect(HttpStatusCode.OK);
        var (file, link) = (await FileAsync(said.Text), (string)said.Json!["link"]!);
        var (code, output, error) = await CommandLine.Run("verify", "--file", file);
        Assert.That((code, output, error), Is.EqualTo((0, $"{file}: ok ({(string)said.Json["reference"]!}, {(int)said.Json["length"]!} entries, last link {link})\n", "")));
        Assert.That(said.Text, Does.Contain("Care goes on.").And.Contain("\"outcome-proposed\""), "people can read it");
        Assert.That((await CommandLine.Run("verify", "--file", file, "--data", shelf.Kept.Folder)).ExitCode, Is.Zero);
        await shelf.AskAsync(id, OfficeDays.Ben, new Command.GiveFeedback(4, ""));
        Assert.That((await CommandLine.Run("verify", "--file", file, "--data", shelf.Kept.Folder)).ExitCode, Is.Zero, "the record has grown, and still has what the copy has");
        (await (await shelf.Service.PartnerAsync(TestService.Police)).GetAsync($"/differences/{id}/file-copy")).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Whatever_value_of_it_is_changed_shows()
    {
        var copy = Parsed(await CopyAsync(await shelf.ClosedAsync()));
        var places = Places(copy, "$").ToList();
        Assert.That(places, Has.Count.GreaterThan(100));
        foreach (var place in places)
        {
            var changed = Parsed(copy.ToJsonString());
            Change(changed, place);
            Assert.That(ProblemsOf(changed), Is.Not.Empty, place);
        }
    }

    // Whoever knows how a digest is made makes it anew: what the chain is over shows it even then.
    [Test]
    public async Task Whatever_is_changed_of_the_record_itself_shows_also_with_a_digest_made_anew()
    {
        var copy = await CopyAsync(await shelf.ClosedAsync());
        foreach (var place in Places(Parsed(copy), "$").Where(p => p is not ("$.board" or "$.madeAt" or "$.madeBy" or "$.digest")))
        {
            var changed = Parsed(copy);
            Change(changed, place);
            if (FileCopyCheck.Of(JsonSerializer.SerializeToUtf8Bytes(changed)).Copy is not { } read) continue;
            changed["digest"] = FileCopies.DigestOf(read);
            Assert.That(ProblemsOf(changed), Is.Not.Empty, place);
        }
    }

    [Test]
    public async Task A_line_left_out_added_or_put_elsewhere_shows_and_so_does_a_member_of_its_own()
    {
        var copy = await CopyAsync(await shelf.ClosedAsync());
        Action<JsonArray>[] doings =
        [
            lines => lines.RemoveAt(2), lines => lines.RemoveAt(lines.Count - 1), lines => lines.Add(lines[^1]!.DeepClone()),
            lines => { var line = lines[1]!; lines.RemoveAt(1); lines.Insert(3, line); }, lines => lines.Clear(),
        ];
        foreach (var doing in doings)
        {
            var changed = Parsed(copy);
            doing(changed["lines"]!.AsArray());
            Assert.That(ProblemsOf(changed), Is.Not.Empty);
        }

        var more = Parsed(copy);
        more["note"] = "We never agreed to this.";
        Assert.That(ProblemsOf(more), Has.One.StartsWith("It is no file copy"));
    }

    [Test]
    public async Task Every_problem_is_said_in_a_line_of_its_own_and_a_record_made_up_whole_shows_against_the_folder()
    {
        var changed = Parsed(await CopyAsync(await shelf.ClosedAsync()));
        changed["length"] = 2;
        changed["lines"]![1]!["entry"]!["request"] = "another";
        var file = await FileAsync(changed.ToJsonString());
        var (code, _, error) = await CommandLine.Run("verify", "--file", file);
        Assert.That((code, error.TrimEnd('\n').Split('\n')), Is.EqualTo((1, error.TrimEnd('\n').Split('\n'))));
        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(3).And.All.StartsWith($"{file}: "));

        await using var other = await Shelf.OpenAsync();
        var madeUp = await FileAsync(await CopyAsync(await other.ClosedAsync(), other));
        Assert.That((await CommandLine.Run("verify", "--file", madeUp)).ExitCode, Is.Zero, "in itself it holds");
        Assert.That((await CommandLine.Run("verify", "--file", madeUp, "--data", shelf.Kept.Folder)).Error, Does.Contain("has no such record"));
        Assert.That((await CommandLine.Run("verify", "--file", Path.Combine(folder.Path, "none"))).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_what_was_erased_the_copy_holds_and_has_nothing_personal()
    {
        var id = await shelf.ClosedAsync();
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        var copy = await CopyAsync(id);
        Assert.That(ProblemsOf(Parsed(copy)), Is.Empty);
        Assert.That(copy, Does.Not.Contain("Care goes on.").And.Not.Contain("\"key\""));
    }

    private Task<string> CopyAsync(string id) => CopyAsync(id, shelf);

    private static async Task<string> CopyAsync(string id, Shelf of) =>
        System.Text.Encoding.UTF8.GetString(FileCopies.ToJson((await of.Get<FileCopies>().MakeAsync(id, "Tess Trust, manager", default))!));

    private async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static JsonObject Parsed(string json) => JsonNode.Parse(json)!.AsObject();

    private static IReadOnlyList<string> ProblemsOf(JsonObject copy) => FileCopyCheck.Of(JsonSerializer.SerializeToUtf8Bytes(copy)).Problems;

    private static IEnumerable<string> Places(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(m => Places(m.Value, $"{at}.{m.Key}")),
        JsonArray items => items.SelectMany((item, i) => Places(item, $"{at}[{i}]")),
        _ => [at],
    };

    private static void Change(JsonObject copy, string place)
    {
        var node = Walk(copy, place);
        node.ReplaceWith(node.GetValueKind() switch
        {
            JsonValueKind.String when node.GetValue<string>() is var text => text.Length == 0 ? "x" : $"{text[..^1]}{(text[^1] == 'x' ? 'y' : 'x')}",
            JsonValueKind.Number => node.GetValue<int>() + 1,
            JsonValueKind.True => (JsonNode)false,
            _ => true,
        });
    }

    private static JsonNode Walk(JsonNode node, string place) => place[1..].Split(['.', '['], StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(node, (at, part) => part.EndsWith(']') ? at[int.Parse(part[..^1], null)]! : at[part]!);
}
