using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>Whoever copies a piece of docs/writing-a-procedure.md into a file that is sound has a file that is sound.</summary>
public partial class WritingAProcedureTests
{
    private static readonly JsonDocumentOptions AsInFiles = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>A sector for every agency with somebody who stands in, so that pieces can add stages.</summary>
    private const string SoundFile = """
        {
          "id": "a-board", "version": "1", "title": "A procedure", "board": "A board",
          "workingTime": { "nation": "england-and-wales", "closeOfDay": "17:00" },
          "sectors": [ { "id": "other", "title": "Any agency", "anyOther": true, "fallback": "board-office", "ladder": [] } ],
          "stages": [
            { "id": "1", "title": "One", "band": "informal" },
            { "id": "2", "title": "Two", "band": "informal" },
            { "id": "3", "title": "Three", "band": "formal" }
          ],
          "chase": { "every": "1 working day" },
          "closing": { "confirmedBy": "both-sides" }
        }
        """;

    [TestCaseSource(nameof(Pieces))]
    public void A_piece_of_the_page_makes_a_sound_file(string heading, string piece)
    {
        var file = JsonNode.Parse(SoundFile)!.AsObject();
        Put(JsonNode.Parse(piece, documentOptions: AsInFiles)!.AsObject(), into: file);
        var reading = ProcedureFile.Read(file.ToJsonString());
        Assert.That(reading, Is.InstanceOf<Reading.Sound>(), () => $"{heading}\n{string.Join('\n', ((Reading.Unsound)reading).Problems)}");
    }

    private static IEnumerable<TestCaseData> Pieces()
    {
        foreach (var section in Page().Split("\n## ").Skip(1))
        {
            var heading = section.Split('\n')[0];
            var number = 0;
            foreach (Match piece in Piece().Matches(section))
                yield return new TestCaseData(heading, piece.Groups[1].Value).SetArgDisplayNames($"{heading}, {++number}");
        }
    }

    /// <summary>As an editor would: a group into its group, an item with an id over the one of that id, anything else in its place.</summary>
    private static void Put(JsonObject piece, JsonObject into)
    {
        foreach (var (name, value) in piece.ToList())
        {
            piece.Remove(name);
            if (value is JsonArray items && into[name] is JsonArray there) PutItems(items, there);
            else into[name] = value;
        }
    }

    private static void PutItems(JsonArray items, JsonArray into)
    {
        foreach (var item in items.ToList())
        {
            items.Remove(item);
            var same = into.FirstOrDefault(i => (string?)i!["id"] == (string?)item!["id"]);
            if (same is null) into.Add(item);
            else into[into.IndexOf(same)] = item;
        }
    }

    private static string Page([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "writing-a-procedure.md"));

    [GeneratedRegex("```jsonc\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
