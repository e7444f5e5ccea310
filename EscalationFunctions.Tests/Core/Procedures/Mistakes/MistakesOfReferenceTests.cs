namespace EscalationFunctions.Tests.Core.Procedures;

public class MistakesOfReferenceTests
{
    [TestCaseSource(nameof(Mistakes))]
    public void Is_told_with_its_place_and_what_would_be_right(Mistake mistake) => mistake.IsTold();

    private static IEnumerable<Mistake> Mistakes =>
    [
        new("a slip in an officer's id",
            [("\"convenedBy\": \"manager\"", "\"convenedBy\": \"manger\"")],
            """$.stages[2].meeting.convenedBy: "manger" is nobody here; name "raiser", "raising-agency", "responding-agency", "every-party", "board-office", "manager", "chair" or "partners", or add the officer; did you mean "manager"?"""),
        new("an officer that was never listed",
            [("\"coordinatedBy\": \"board-office\"", "\"coordinatedBy\": \"secretary\"")],
            """$.stages[2].meeting.coordinatedBy: "secretary" is nobody here; name "raiser", "raising-agency", "responding-agency", "every-party", "board-office", "manager", "chair" or "partners", or add the officer"""),
        new("an officer in a list",
            [("\"to\": [\"manager\"]", "\"to\": [\"manager\", \"secretary\"]")],
            """$.reporting.to[1]: "secretary" is nobody here; name "raiser", "raising-agency", "responding-agency", "every-party", "board-office", "manager", "chair" or "partners", or add the officer"""),
        new("an officer holds no rung",
            [("\"authority\": \"partners\"", "\"authority\": \"partners@3\"")],
            "$.stages[2].deciding.routes[1].authority: \"partners@3\" holds no rung of a stage; only a side takes \"@\" and a stage, so write \"partners\""),
        new("the worker who raised it holds no rung",
            [("\"invited\": [\"every-party\", \"chair\"]", "\"invited\": [\"raiser@3\"]")],
            "$.stages[2].meeting.invited[0]: \"raiser@3\" holds no rung of a stage; only a side takes \"@\" and a stage, so write \"raiser\""),
        new("a side at a stage that is not there",
            [("\"responding-agency@2\"", "\"responding-agency@7\"")],
            "$.stages[1].chase.holder: there is no stage \"7\"; name \"1\", \"2\" or \"3\""),
        new("a rung of a stage that is not there",
            [("""{ "stage": "2", "role": "Team manager" }""", """{ "stage": "2", "role": "Team manager" }, { "stage": "9", "role": "King" }""")],
            "$.sectors[0].ladder[2].stage: there is no stage \"9\"; name \"1\", \"2\" or \"3\""),
        new("a way to a stage that is not there is told once",
            [("\"leadsTo\": [\"3\"]", "\"leadsTo\": [\"4\"]")],
            "$.stages[1].leadsTo[0]: there is no stage \"4\"; name \"1\", \"2\" or \"3\""),
        new("a start at a stage that is not there",
            [("\"at\": [\"1\"]", "\"at\": [\"1\", \"0\"]")],
            "$.starting.at[1]: there is no stage \"0\"; name \"1\", \"2\" or \"3\""),
        new("a start at risk at a stage that is not there",
            [("\"atImmediateRisk\": [\"2\", \"3\"]", "\"atImmediateRisk\": [\"2\", \"33\"]")],
            "$.starting.atImmediateRisk[1]: there is no stage \"33\"; name \"1\", \"2\" or \"3\""),
        new("a cap to a stage that is not there",
            [("\"reach\": \"3\"", "\"reach\": \"4\"")],
            "$.caps[0].reach: there is no stage \"4\"; name \"1\", \"2\" or \"3\""),
        new("telling at a stage that is not there",
            [("\"stage\": \"3\", \"sector\"", "\"stage\": \"stage-3\", \"sector\"")],
            "$.tell[0].stage: there is no stage \"stage-3\"; name \"1\", \"2\" or \"3\""),
        new("telling for a sector that is not there",
            [("\"sector\": \"council\"", "\"sector\": \"councils\"")],
            """$.tell[0].sector: there is no sector "councils"; name "council" or "others"; did you mean "council"?"""),
        new("a form that is not there",
            [("\"form\": \"monitoring\", \"holder\"", "\"form\": \"monitor\", \"holder\"")],
            """$.stages[1].forms[0].form: there is no form "monitor"; name "monitoring"; did you mean "monitoring"?"""),
        new("a form where the procedure has none",
            [("""
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
                """, "")],
            """$.stages[1].forms[0].form: there is no form "monitoring"; the procedure has none, so add it"""),
        new("a screening question that is not there",
            [("\"notFor\": [\"complaint\"]", "\"notFor\": [\"whistleblowing\"]")],
            "$.stages[1].notFor[0]: there is no screening question \"whistleblowing\"; name \"complaint\" or \"conduct\""),
        new("a start that is not there leaves open what is reached",
            [("\"at\": [\"1\"]", "\"at\": [\"0\"]")],
            "$.starting.at[0]: there is no stage \"0\"; name \"1\", \"2\" or \"3\""),
        new("of two names that are near the nearer one is meant",
            [("{ \"id\": \"chair\"", "{ \"id\": \"managers\", \"title\": \"All of them\" }, { \"id\": \"chair\""), ("\"convenedBy\": \"manager\"", "\"convenedBy\": \"managrs\"")],
            "$.stages[2].meeting.convenedBy: \"managrs\" is nobody here; name \"raiser\", \"raising-agency\", \"responding-agency\", \"every-party\", \"board-office\", \"manager\", \"managers\", \"chair\" or \"partners\", or add the officer; did you mean \"managers\"?"),
        new("the first two letters swapped",
            [("\"convenedBy\": \"manager\"", "\"convenedBy\": \"hcair\"")],
            "$.stages[2].meeting.convenedBy: \"hcair\" is nobody here; name \"raiser\", \"raising-agency\", \"responding-agency\", \"every-party\", \"board-office\", \"manager\", \"chair\" or \"partners\", or add the officer; did you mean \"chair\"?"),
    ];
}
