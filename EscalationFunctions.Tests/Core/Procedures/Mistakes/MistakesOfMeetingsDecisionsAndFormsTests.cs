namespace EscalationFunctions.Tests.Core.Procedures;

public class MistakesOfMeetingsDecisionsAndFormsTests
{
    [TestCaseSource(nameof(Mistakes))]
    public void Is_told_with_its_place_and_what_would_be_right(Mistake mistake) => mistake.IsTold();

    private static IEnumerable<Mistake> Mistakes =>
    [
        new("nobody comes to the meeting",
            [("\"invited\": [\"every-party\", \"chair\"]", "\"invited\": []")],
            "$.stages[2].meeting.invited: is empty; name who must be invited, or leave it out to invite every party"),
        new("no way to a decision",
            [("\"leadsTo\": [\"3\"], \"notFor\"", "\"deciding\": { \"routes\": [] }, \"leadsTo\": [\"3\"], \"notFor\"")],
            "$.stages[1].deciding.routes: is empty; name at least one way to a decision"),
        new("nobody chooses between two routes",
            [("\"chosenBy\": \"chair\", ", "")],
            """$.stages[2].deciding.chosenBy: is missing and must be an officer or "board-office", since there is more than one route"""),
        new("a side does not choose",
            [("\"chosenBy\": \"chair\"", "\"chosenBy\": \"raising-agency\"")],
            """$.stages[2].deciding.chosenBy: is "raising-agency" and must be an officer or "board-office": nobody in the dispute chooses how it is decided"""),
        new("the board office can choose",
            [("\"chosenBy\": \"chair\"", "\"chosenBy\": \"board-office\"")]),
        new("a side does not decide",
            [("\"authority\": \"partners\"", "\"authority\": \"every-party\"")],
            """$.stages[2].deciding.routes[1].authority: is "every-party" and must be an officer or "board-office": nobody in the dispute decides it"""),
        new("the raiser does not decide",
            [("\"authority\": \"partners\"", "\"authority\": \"raiser\"")],
            """$.stages[2].deciding.routes[1].authority: is "raiser" and must be an officer or "board-office": nobody in the dispute decides it"""),
        new("a majority of nobody",
            [("\"binding\": false, \"decidedBy\": \"consensus\"", "\"binding\": false, \"decidedBy\": \"majority\"")],
            """$.stages[2].deciding.routes[0].composition: is missing and must say who sits on the panel, since "decidedBy" is "majority" of its agencies"""),
        new("all of nobody",
            [("\"binding\": false, \"decidedBy\": \"consensus\"", "\"binding\": false, \"decidedBy\": \"unanimity\"")],
            """$.stages[2].deciding.routes[0].composition: is missing and must say who sits on the panel, since "decidedBy" is "unanimity" of its agencies"""),
        new("a form with nothing to fill in",
            [("""
                "forms": [
                    {
                """, """
                "forms": [
                    { "id": "empty", "title": "Empty", "fields": [] },
                    {
                """), ("\"forms\": [ { \"form\": \"monitoring\"", "\"forms\": [ { \"form\": \"empty\" }, { \"form\": \"monitoring\"")],
            "$.forms[0].fields: is empty; a form has at least one field"),
        new("a form that nobody uses",
            [("\"forms\": [ { \"form\": \"monitoring\", \"holder\": \"raising-agency\", \"needed\": \"to-go-further\" } ]", "\"forms\": []"), ("\"kind\": \"submit-form\"", "\"kind\": \"notify\"")],
            """$.forms[0]: form "monitoring" is used at no stage; name it in the "forms" of a stage, or take it away"""),
        new("the same form twice at one stage",
            [("\"forms\": [ { \"form\": \"monitoring\"", "\"forms\": [ { \"form\": \"monitoring\" }, { \"form\": \"monitoring\"")],
            """$.stages[1].forms[1].form: is "monitoring" again; a stage uses a form once"""),
        new("a choice without choices",
            [("\"choices\": [\"Yes\", \"No\"], ", "")],
            "$.forms[0].fields[1].choices: must list at least two choices, since the kind is \"choice\""),
        new("a choice of one",
            [("\"choices\": [\"Yes\", \"No\"]", "\"choices\": [\"Yes\"]")],
            "$.forms[0].fields[1].choices: must list at least two choices, since the kind is \"choice\""),
        new("choices of something else",
            [("\"kind\": \"choice\", ", "")],
            "$.forms[0].fields[1].choices: is said though the kind is \"text\"; take it away, or make the kind \"choice\""),
        new("one side signs once",
            [("\"by\": \"responding-agency\"", "\"by\": \"raising-agency\"")],
            """$.forms[0].signatures[1].by: is "raising-agency" a second time; signatures come from different agencies, so name the other side"""),
        new("one side signs once, at whatever stage",
            [("\"by\": \"responding-agency\"", "\"by\": \"raising-agency@3\"")],
            """$.forms[0].signatures[1].by: is "raising-agency@3" a second time; signatures come from different agencies, so name the other side"""),
        new("any two parties can sign",
            [("\"by\": \"responding-agency\"", "\"by\": \"every-party\""), ("\"by\": \"raising-agency\" }", "\"by\": \"every-party\" }")]),
        new("an officer can sign",
            [("\"by\": \"responding-agency\"", "\"by\": \"chair\"")]),
        new("nobody is told",
            [("\"who\": [\"chair\"]", "\"who\": []")],
            "$.tell[0].who: is empty; name who is told"),
        new("told of a meeting that is never held",
            [("\"stage\": \"3\", \"sector\"", "\"stage\": \"1\", \"sector\"")],
            "$.tell[0].on: is \"meeting-held\", which cannot happen at stage \"1\": it needs a \"meeting\""),
        new("told of a meeting at whatever stage has one",
            [("\"stage\": \"3\", \"sector\"", "\"sector\"")]),
        new("told of a meeting where no stage has one",
            [("\"stage\": \"3\", \"sector\"", "\"sector\""), ("\"meeting\": { \"convenedBy\": \"manager\", \"coordinatedBy\": \"board-office\", \"invited\": [\"every-party\", \"chair\"], \"decisionAuthority\": true },", ""), ("\"kind\": \"convene\"", "\"kind\": \"notify\"")],
            "$.tell[0].on: is \"meeting-held\", which cannot happen at any stage: it needs a \"meeting\""),
    ];
}
