using System.Text.Json;
using System.Text.Json.Nodes;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>Whatever happens to a file, reading it gives an answer. The seed is in the test's name.</summary>
public class RandomMistakesTests
{
    private const int FilesOfASeed = 100;

    [Test]
    public void A_spoilt_file_is_a_procedure_or_has_problems_and_never_a_crash([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (var file = 0; file < FilesOfASeed; file++)
        {
            var text = Spoilt(random);
            if (ProcedureFile.Read(text) is not Reading.Unsound(var problems)) continue;
            Assert.That(problems, Is.Not.Empty.And.Unique, text);
            Assert.That(problems, Has.All.Matches<Problem>(p => p.Path.StartsWith('$') && p.What.Length > 0 && !p.ToString().Any(char.IsControl)), text);
        }
    }

    [Test]
    public void The_random_files_are_of_both_kinds()
    {
        var random = new Random(1);
        var readings = Enumerable.Range(0, FilesOfASeed).Select(_ => ProcedureFile.Read(Spoilt(random)).GetType()).Distinct();
        Assert.That(readings, Is.EquivalentTo(new[] { typeof(Reading.Sound), typeof(Reading.Unsound) }));
    }

    private static string Spoilt(Random random)
    {
        var root = JsonNode.Parse(SoundFile.Text, null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;
        for (var slips = random.Next(1, 4); slips > 0; slips--) Slip(root, random);
        var text = root.ToJsonString();
        return random.Next(6) switch
        {
            0 => text[..random.Next(text.Length)],
            1 => text.Insert(random.Next(text.Length), Garbage(random)),
            2 => text.Replace("\"id\":", "\"id\":\"x\",\"id\":", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static void Slip(JsonNode root, Random random)
    {
        var nodes = Below(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        var other = nodes[random.Next(nodes.Count)].DeepClone();
        switch (node.Parent)
        {
            case JsonObject parent:
                var name = node.GetPropertyName();
                parent.Remove(name);
                if (random.Next(4) != 0) parent[random.Next(2) == 0 ? name : name + Garbage(random)] = random.Next(3) == 0 ? Retyped(random) : other;
                break;
            case JsonArray parent when random.Next(2) == 0:
                parent.Add(node.DeepClone());
                break;
            case JsonArray parent:
                parent[node.GetElementIndex()] = random.Next(3) == 0 ? Retyped(random) : other;
                break;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(m => m.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(n => Below(n).Prepend(n));

    private static JsonNode? Retyped(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => random.Next(-5, 30),
        2 => 1e300,
        3 => random.Next(2) == 0,
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => $"{random.Next(1, 40)} {(random.Next(2) == 0 ? "working days" : "hours")}",
        _ => Garbage(random),
    };

    private static string Garbage(Random random) => new(random.GetItems<char>("\"\\{}[]:,'.\u0000\n\t\uFEFFé\uD83Dmet:@2-A", random.Next(1, 5)));
}
