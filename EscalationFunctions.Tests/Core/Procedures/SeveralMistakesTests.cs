namespace EscalationFunctions.Tests.Core.Procedures;

public class SeveralMistakesTests
{
    [Test]
    public void Mistakes_of_shape_are_told_together_and_nothing_is_checked_yet() =>
        new Mistake("a file that cannot be read whole cannot be checked",
            [
                ("\"version\": \"2026-04\"", "\"version\": 2026"),
                ("\"band\": \"informal\"", "\"bnd\": \"informal\""),
                ("\"overdueAt\": \"09:00\"", "\"overdueAt\": \"9:00\""),
                ("\"nation\": \"england-and-wales\"", "\"nation\": \"france\""),
                ("\"jump\": \"at-immediate-risk\"", "\"jump\": null"),
            ],
            "$.stages[0].bnd: is not known here; did you mean \"band\"? (known here: \"id\", \"title\", \"band\", \"summary\", \"optional\", "
            + "\"leadsTo\", \"steps\", \"gate\", \"deadlines\", \"chase\", \"forms\", \"meeting\", \"deciding\", \"notFor\", \"linkAlone\" and \"clause\")",
            "$.version: is 2026 and must be text in quotes",
            "$.starting.jump: is null; leave it out instead",
            "$.reporting.overdueAt: is \"9:00\" and must be a time as hours and minutes, such as \"17:00\"").IsToldInAnyOrder();

    [Test]
    public void Mistakes_of_a_sound_shape_are_told_together_in_the_order_of_the_model() =>
        new Mistake("a board corrects its file in one go",
            [
                ("\"overdueAt\": \"09:00\", \"to\": [\"manager\"]", "\"overdueAt\": \"09:00\", \"to\": [\"secretary\"]"),
                ("\"metBy\": [\"timescale-agreed\"]", "\"metBy\": []"),
                ("\"invited\": [\"every-party\", \"chair\"]", "\"invited\": []"),
                ("\"nation\": \"england-and-wales\"", "\"nation\": \"france\""),
                ("\"version\": \"2026-04\"", "\"version\": \"\u00e9\""),
                ("{ \"stage\": \"2\", \"role\": \"Team manager\" },", ""),
                ("\"remindAt\": \"10:00\"", "\"remindAt\": \"18:00\""),
            ],
            "$.version: is \"\u00e9\" and must be letters, figures, dots and hyphens, beginning with a letter or figure",
            "$.workingTime.nation: is \"france\" and must be \"england-and-wales\", \"scotland\" or \"northern-ireland\"",
            "$.sectors[0].ladder: has no rung for stage \"2\"; add it, or say in \"fallback\" who stands in",
            "$.stages[1].deadlines[1].metBy: is empty, so that nobody could keep it; name what keeps it, such as \"duty-done\", or leave it out",
            "$.stages[2].meeting.invited: is empty; name who must be invited, or leave it out to invite every party",
            "$.remindAt: is 18:00, when nobody can keep a deadline that is over at 17:00; say an earlier time",
            "$.reporting.to[0]: \"secretary\" is nobody here; name \"raiser\", \"raising-agency\", \"responding-agency\", \"every-party\", "
            + "\"board-office\", \"manager\", \"chair\" or \"partners\", or add the officer").IsTold();

    [Test]
    public void One_slip_in_the_name_of_an_officer_is_told_where_the_officer_is_named_and_nowhere_else() =>
        new Mistake("the manager is called otherwise, and is named in five places",
            [("\"id\": \"manager\"", "\"id\": \"menager\"")],
            [.. new[] { "stages[2].deadlines[0].holder", "stages[2].meeting.convenedBy", "stages[2].deciding.tell[0]", "forms[0].copies[0]", "reporting.to[0]" }
                .Select(path => $"$.{path}: \"manager\" is nobody here; name \"raiser\", \"raising-agency\", \"responding-agency\", \"every-party\", "
                    + "\"board-office\", \"menager\", \"chair\" or \"partners\", or add the officer; did you mean \"menager\"?")]).IsTold();
}
