using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>A small procedure file without a mistake that uses every part of the model, for tests that spoil one place of it.</summary>
internal static class SoundFile
{
    public const string Text = """
        {
          "$schema": "procedure.schema.json",
          // A board that nobody has.
          "id": "borsetshire-adults",
          "version": "2026-04",
          "title": "Resolving professional differences",
          "board": "Borsetshire Safeguarding Adults Board",
          "concerns": "adult",
          "source": { "document": "Escalation policy", "updated": "April 2026" },
          "workingTime": { "nation": "england-and-wales", "closeOfDay": "17:00", "nextDayAfter": "16:00", "hoursAre": "working-days" },
          "prompts": [ { "id": "emergency", "text": "In an emergency call 999." } ],
          "officers": [
            { "id": "manager", "title": "Board manager" },
            { "id": "chair", "title": "Independent chair" },
            { "id": "partners", "title": "Statutory partners", "members": ["Council", "Police"] }
          ],
          "reasons": [ { "id": "thresholds", "title": "Thresholds" } ],
          "screening": [
            { "id": "complaint", "question": "Is it a complaint?", "goInstead": "The complaints procedure.", "alongside": true },
            { "id": "conduct", "question": "Is it about somebody's conduct?", "goInstead": "The allegations procedure." }
          ],
          "starting": { "at": ["1"], "atImmediateRisk": ["2", "3"], "jump": "at-immediate-risk" },
          "caps": [
            { "id": "reach-3", "within": "5 working days", "reach": "3", "onExpiry": "escalate" },
            { "id": "settled", "within": "40 working days", "from": "raised" }
          ],
          "chase": { "every": "5 working days", "holder": "every-party", "boardOfficeAfter": 2 },
          "remindAt": "10:00",
          "sectors": [
            {
              "id": "council", "title": "Local authority",
              "ladder": [
                { "stage": "1", "role": "Social worker", "alternatives": ["Duty worker"] },
                { "stage": "2", "role": "Team manager" },
                { "stage": "3", "role": "Director", "heldBy": "outside-body", "body": "Integrated care board" }
              ]
            },
            { "id": "others", "title": "Any other agency", "anyOther": true, "fallback": "board-office", "ladder": [ { "stage": "1", "role": "Worker" } ] }
          ],
          "stages": [
            {
              "id": "1", "title": "Worker to worker", "band": "informal", "summary": "They talk.",
              "steps": [ { "id": "own-manager", "title": "Own manager", "required": true }, { "id": "other-side", "title": "The other side" } ],
              "deadlines": [
                { "id": "acknowledge", "kind": "acknowledge", "holder": "responding-agency", "within": "24 hours" },
                { "id": "respond", "kind": "respond", "holder": "responding-agency", "within": "1 working day", "from": "met:acknowledge", "onExpiry": "flag" },
                { "id": "resolve", "kind": "resolve", "holder": "every-party", "within": "48 hours", "from": "outset", "onExpiry": "escalate", "whenAtRisk": "1 working day" }
              ]
            },
            {
              "id": "2", "title": "Managers", "band": "formal", "gate": { "by": "raising-agency", "title": "A manager agrees" },
              "leadsTo": ["3"], "notFor": ["complaint"],
              "chase": { "every": "1 working week", "holder": "responding-agency@2", "boardOfficeAfter": 0 },
              "deadlines": [
                { "id": "form", "kind": "submit-form", "holder": "raising-agency", "within": "without delay" },
                { "id": "plan", "kind": "agree-plan", "holder": "every-party", "within": "as agreed", "metBy": ["timescale-agreed"] },
                { "id": "resolve", "kind": "resolve", "holder": "every-party", "within": "4 working days", "from": "outset", "onExpiry": "escalate" },
              ],
              "forms": [ { "form": "monitoring", "holder": "raising-agency", "needed": "to-go-further" } ]
            },
            {
              "id": "3", "title": "Directors", "band": "formal", "clause": "7.3",
              "deadlines": [
                { "id": "meet", "kind": "convene", "holder": "manager", "within": "14 calendar days" },
                { "id": "decide", "kind": "decide", "holder": "chair", "within": "2 working weeks", "from": "route-chosen", "onExpiry": "flag" }
              ],
              "meeting": { "convenedBy": "manager", "coordinatedBy": "board-office", "invited": ["every-party", "chair"], "decisionAuthority": true },
              "deciding": {
                "chosenBy": "chair", "opens": "when-unresolved", "tell": ["manager"],
                "routes": [
                  { "id": "mediation", "title": "Mediation", "authority": "chair", "binding": false, "decidedBy": "consensus" },
                  { "id": "panel", "title": "Panel", "authority": "partners", "binding": true, "partiesHeard": true,
                    "composition": { "agencies": 3, "partiesIncluded": true, "pool": ["Chief nurse", "Director of adult care"] } }
                ]
              }
            }
          ],
          "forms": [
            {
              "id": "monitoring", "title": "Monitoring form", "carriedForward": true, "copies": ["manager", "every-party@3"],
              "fields": [
                { "id": "summary", "label": "Summary", "hint": "With the views of all." },
                { "id": "effective", "label": "Was it effective?", "kind": "choice", "choices": ["Yes", "No"], "required": false },
                { "id": "days", "label": "Days taken", "kind": "days-taken" }
              ],
              "signatures": [
                { "id": "raising", "title": "Raising manager", "by": "raising-agency" },
                { "id": "responding", "title": "Responding manager", "by": "responding-agency" }
              ]
            }
          ],
          "closing": { "confirmedBy": "both-sides", "statements": [ { "id": "informed", "text": "We had the information we needed." } ] },
          "tell": [ { "on": "meeting-held", "who": ["chair"], "stage": "3", "sector": "council", "why": "The chair follows it up." } ],
          "afterClosing": { "actionsChasedEvery": "5 working days", "debrief": true, "learningTo": ["chair"] },
          "reporting": { "overdueAt": "09:00", "to": ["manager"], "figures": "quarter" },
        }
        """;

    /// <summary>The text with one place of it written otherwise.</summary>
    public static string Spoil(string text, string of, string instead)
    {
        var pieces = text.Split(of);
        Assert.That(pieces, Has.Length.EqualTo(2), $"'{of}' must stand once in the file");
        return string.Join(instead, pieces);
    }

    public static IReadOnlyList<string> ProblemsOf(string text) => ProcedureFile.Read(text) switch
    {
        Reading.Unsound(var problems) => [.. problems.Select(p => p.ToString())],
        Reading.Sound => [],
        var other => throw new ArgumentOutOfRangeException(nameof(text), other, "not a reading"),
    };
}
