using System.Runtime.CompilerServices;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>The two real procedures, and small ones made for one rule.</summary>
internal static class ProcedureText
{
    public static readonly Procedure SouthGloucestershire = Real("south-gloucestershire-sab.v2021-06.json"), Somerset = Real("somerset-sab.v1.json");

    /// <summary>Forms that a small procedure has if one of its stages uses them.</summary>
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["plain"] = """{ "id": "plain", "title": "Plain form", "fields": [ { "id": "what", "label": "What" } ] }""",
        ["loose"] = """
            { "id": "loose", "title": "Loose form", "fields": [ { "id": "note", "label": "Note", "required": false } ],
              "signatures": [ { "id": "any", "title": "Anybody", "by": "every-party" } ] }
            """,
        ["twice"] = """
            { "id": "twice", "title": "Form of two", "fields": [ { "id": "note", "label": "Note", "required": false } ],
              "signatures": [ { "id": "one", "title": "One", "by": "every-party" }, { "id": "two", "title": "Two", "by": "every-party" } ] }
            """,
        ["kinds"] = """
            { "id": "kinds", "title": "Form of every kind", "carriedForward": true, "fields": [
              { "id": "text", "label": "Text", "required": false }, { "id": "line", "label": "Line", "kind": "line", "required": false },
              { "id": "date", "label": "Date", "kind": "date", "required": false }, { "id": "number", "label": "Number", "kind": "number", "required": false },
              { "id": "yes-no", "label": "Yes or no", "kind": "yes-no", "required": false },
              { "id": "choice", "label": "Choice", "kind": "choice", "choices": ["red", "green"], "required": false },
              { "id": "days", "label": "Days", "kind": "days-taken" } ] }
            """,
    };

    /// <summary>A board with these stages; <paramref name="more"/> is members of the file, each with a comma behind it.</summary>
    public static Procedure Small(string stages, string more = "", string workingTime = "", string confirmedBy = "both-sides") => Sound($$"""
        {
          "id": "small", "version": "1", "title": "Small", "board": "Small Board", {{more}}
          "workingTime": { "nation": "england-and-wales", "closeOfDay": "17:00", {{workingTime}} },
          "officers": [ { "id": "chair", "title": "Chair" }, { "id": "panel", "title": "Panel" }, { "id": "partners", "title": "Partners" } ],
          "screening": [
            { "id": "complaint", "question": "A complaint?", "goInstead": "Complain beside it.", "alongside": true },
            { "id": "personal", "question": "Personal?", "goInstead": "See your manager." }
          ],
          "chase": { "every": "1 working day" },
          "closing": { "confirmedBy": "{{confirmedBy}}" },
          "forms": [ {{string.Join(", ", Forms.Where(f => stages.Contains($"\"form\": \"{f.Key}\"")).Select(f => f.Value))}} ],
          "sectors": [ { "id": "any", "title": "Any agency", "anyOther": true, "fallback": "board-office", "ladder": [] } ],
          "stages": [ {{stages}} ]
        }
        """);

    public static string Stage(string id, string members = "") => $$"""{ "id": "{{id}}", "title": "Stage {{id}}", "band": "informal", {{members}} }""";

    /// <summary>A stage with these deadlines, each as its members.</summary>
    public static string WithDeadlines(string id, params string[] deadlines) =>
        Stage(id, $$""" "deadlines": [ {{string.Join(", ", deadlines.Select(d => $"{{ {d} }}"))}} ] """);

    private static Procedure Sound(string text) => ProcedureFile.Read(text) switch
    {
        Reading.Sound(var procedure) => procedure,
        Reading.Unsound(var problems) => throw new ArgumentException(string.Join('\n', problems)),
        _ => throw new InvalidOperationException("not a reading"),
    };

    private static Procedure Real(string file) => Sound(File.ReadAllText(Path.Combine(RepositoryRoot(), "procedures", file)));

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Enumerable.Range(0, 4).Aggregate(here, (path, _) => Path.GetDirectoryName(path)!);
}
