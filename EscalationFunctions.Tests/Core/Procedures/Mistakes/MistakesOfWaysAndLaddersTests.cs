namespace EscalationFunctions.Tests.Core.Procedures;

public class MistakesOfWaysAndLaddersTests
{
    [TestCaseSource(nameof(Mistakes))]
    public void Is_told_with_its_place_and_what_would_be_right(Mistake mistake) => mistake.IsTold();

    private static IEnumerable<Mistake> Mistakes =>
    [
        new("a stage that leads to itself",
            [("\"leadsTo\": [\"3\"]", "\"leadsTo\": [\"3\", \"2\"]")],
            """$.stages[1].leadsTo[1]: "2" is not above stage "2"; a stage leads only to stages that stand after it"""),
        new("a stage that leads back",
            [("\"leadsTo\": [\"3\"]", "\"leadsTo\": [\"3\", \"1\"]")],
            """$.stages[1].leadsTo[1]: "1" is not above stage "2"; a stage leads only to stages that stand after it"""),
        new("a stage to which nothing leads",
            [("\"summary\": \"They talk.\"", "\"leadsTo\": [\"3\"]"), ("\"atImmediateRisk\": [\"2\", \"3\"]", "\"atImmediateRisk\": [\"3\"]"), ("\"within\": \"4 working days\", \"from\": \"outset\"", "\"within\": \"4 working days\"")],
            """$.stages[1]: stage "2" is never reached; name it in "starting" or in the "leadsTo" of a stage before it"""),
        new("it is enough that a stage is reached at immediate risk",
            [("\"summary\": \"They talk.\"", "\"leadsTo\": [\"3\"]"), ("\"within\": \"4 working days\", \"from\": \"outset\"", "\"within\": \"4 working days\"")]),
        new("nobody can start anywhere",
            [("\"at\": [\"1\"]", "\"at\": []")],
            "$.starting.at: is empty, so that no difference could start; name a stage, or leave it out to start at the first"),
        new("unless said it starts at the first stage",
            [("\"at\": [\"1\"], ", "")]),
        new("the clock has no way on from the last stage",
            [("\"within\": \"2 working weeks\", \"from\": \"route-chosen\", \"onExpiry\": \"flag\"", "\"within\": \"2 working weeks\", \"from\": \"route-chosen\", \"onExpiry\": \"escalate\"")],
            "$.stages[2].deadlines[1].onExpiry: is \"escalate\", but from stage \"3\" there is no way on for the clock; say \"flag\" or \"remind\""),
        new("the clock passes over an optional stage",
            [("\"id\": \"3\", \"title\": \"Directors\"", "\"id\": \"3\", \"optional\": true, \"title\": \"Directors\"")],
            "$.stages[1].deadlines[2].onExpiry: is \"escalate\", but from stage \"2\" there is no way on for the clock; say \"flag\" or \"remind\""),
        new("two sectors for all others",
            [("\"id\": \"council\", \"title\": \"Local authority\"", "\"id\": \"council\", \"title\": \"Local authority\", \"anyOther\": true")],
            "$.sectors[1].anyOther: is true a second time; only one sector can stand for every agency that is not listed"),
        new("a stage at which nobody acts",
            [("""{ "stage": "2", "role": "Team manager" },""", "")],
            """$.sectors[0].ladder: has no rung for stage "2"; add it, or say in "fallback" who stands in"""),
        new("two stages at which nobody acts",
            [("\"fallback\": \"board-office\", ", "")],
            """$.sectors[1].ladder: has no rung for stage "2" and "3"; add it, or say in "fallback" who stands in"""),
        new("an officer can stand in",
            [("\"fallback\": \"board-office\"", "\"fallback\": \"manager\"")]),
        new("a side cannot stand in for itself",
            [("\"fallback\": \"board-office\"", "\"fallback\": \"every-party\"")],
            """$.sectors[1].fallback: is "every-party" and must be an officer or "board-office", who need no rung themselves"""),
        new("two roles for one stage",
            [("""{ "stage": "2", "role": "Team manager" },""", """{ "stage": "2", "role": "Team manager" }, { "stage": "2", "role": "Head" },""")],
            """$.sectors[0].ladder[2].stage: is a second rung for stage "2"; put the other role into "alternatives" of the first"""),
        new("an outside body without its name",
            [(", \"body\": \"Integrated care board\"", "")],
            "$.sectors[0].ladder[2].body: is missing and must name the body, since \"heldBy\" is \"outside-body\""),
        new("a body that holds nothing",
            [("\"heldBy\": \"outside-body\", ", "")],
            "$.sectors[0].ladder[2].body: is said though the agency itself holds the rung; take it away, or say \"heldBy\": \"outside-body\" or \"proxy-agency\""),
    ];
}
