using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

public class ReadingTests
{
    [Test]
    public void A_sound_file_is_read_as_it_is_written()
    {
        var procedure = Procedure(SoundFile.Text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((procedure.Id, procedure.Version, procedure.Concerns), Is.EqualTo(("borsetshire-adults", "2026-04", Concerned.Adult)));
            Assert.That(procedure.WorkingTime, Is.EqualTo(new WorkingTime("england-and-wales", new(17, 0), new(16, 0), false, HoursAre.WorkingDays)));
            Assert.That(procedure.Chase, Is.EqualTo(new Chase(new Allowance.WorkingDays(5), Who.EveryParty, 2)));
            Assert.That(procedure.Officers[2], Is.EqualTo(new Officer("partners", "Statutory partners", ["Council", "Police"])));
            Assert.That(procedure.Stages[0].Deadlines[1], Is.EqualTo(new DeadlineRule("respond", DeadlineKind.Respond, Who.RespondingAgency,
                new Allowance.WorkingDays(1), CountsFrom.Parse("met:acknowledge"), OnExpiry.Flag)));
            Assert.That(procedure.Stages[1].Deadlines[1].MetBy, Is.EqualTo(new[] { Happening.TimescaleAgreed }));
            Assert.That(procedure.Stages[2].Meeting, Is.EqualTo(new Meeting(new Who("manager"), Who.BoardOffice, [Who.EveryParty, new Who("chair")], true)));
            Assert.That(procedure.RemindAt, Is.EqualTo(new TimeOnly(10, 0)));
            Assert.That(procedure.Source!.Review, Is.Null);
        }
    }

    [Test]
    public void What_is_left_out_is_what_the_model_says() =>
        Assert.That(Procedure(SoundFile.Spoil(SoundFile.Text, """ "debrief": true, "learningTo": ["chair"] """.Trim(), """ "feedback": false """.Trim())).AfterClosing,
            Is.EqualTo(new AfterClosing(new Allowance.WorkingDays(5), false, [Who.BoardOffice], false)));

    [Test]
    public void A_mark_at_the_beginning_of_the_text_is_not_part_of_it() => Assert.That(SoundFile.ProblemsOf("\uFEFF" + SoundFile.Text), Is.Empty);

    [TestCase("", "1, column 1", TestName = "an empty file")]
    [TestCase("{\n  \"id\": \"a\",\n  \"title\" \"b\"\n}", "3, column 11", TestName = "a colon that was left out")]
    [TestCase("{\n  \"é€\" 1 }", "2, column 8", TestName = "letters of several bytes are one column each")]
    [TestCase("{ \"id\": \"a\" } }", "1, column 15", TestName = "a bracket too many")]
    [TestCase("{\n  \"id\":\n    \"\\ud800\" }", "3, column 5", TestName = "half a character")]
    [TestCase("{\"id\": 1,\n \"\\ud800\": 1 }", "2, column 2", TestName = "half a character in a name")]
    public void What_is_not_JSON_is_told_with_line_and_column(string text, string place)
    {
        var problem = SoundFile.ProblemsOf(text).Single();
        Assert.That(problem, Does.StartWith($"$: is not JSON from line {place} on: ").And.Not.Contain("LineNumber").And.Not.Contain("\n"));
    }

    [Test]
    public void A_file_that_is_nested_without_end_is_a_problem_and_no_crash()
    {
        var deep = new string('[', 100_000);
        Assert.That(SoundFile.ProblemsOf(deep).Single(), Does.StartWith("$: is not JSON from line 1, column 33 on: ").And.Contain("depth of 32"));
    }

    [Test]
    public void A_file_that_is_longer_than_any_procedure_is_not_even_parsed()
    {
        var blank = new string(' ', ProcedureFile.LongestText - SoundFile.Text.Length);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SoundFile.ProblemsOf(SoundFile.Text + blank), Is.Empty);
            Assert.That(SoundFile.ProblemsOf(SoundFile.Text + blank + " "),
                Is.EqualTo(new[] { "$: is longer than 1000000 characters, as no procedure is; give the procedure alone" }));
        }
    }

    [Test]
    public void A_file_that_is_no_object_is_no_procedure() =>
        Assert.That(SoundFile.ProblemsOf("[]"), Is.EqualTo(new[]
        {
            """$: is a list and must be an object in curly brackets with "id", "version", "title", "board", "workingTime", "sectors", "stages" and "closing" """.Trim(),
        }));

    [Test]
    public void A_procedure_without_stages_and_sectors_is_none() =>
        Assert.That(SoundFile.ProblemsOf("""
            { "id": "a", "version": "1", "title": "A", "board": "B", "workingTime": { "nation": "scotland", "closeOfDay": "17:00" },
              "sectors": [], "stages": [], "closing": { "confirmedBy": "every-party" }, "caps": [ { "id": "c", "within": "1 working day", "reach": "1" } ] }
            """), Is.EqualTo(new[]
        {
            "$.sectors: is empty; a procedure has at least one sector, if only the one that stands for any other",
            "$.stages: is empty; a procedure has at least one stage",
            """$.caps[0].reach: there is no stage "1"; the procedure has none, so add it""",
        }));

    [Test]
    public void The_smallest_procedure_is_one() =>
        Assert.That(SoundFile.ProblemsOf("""
            { "id": "a", "version": "1", "title": "A", "board": "B", "workingTime": { "nation": "northern-ireland", "closeOfDay": "17:00" },
              "sectors": [ { "id": "any", "title": "Any", "anyOther": true, "ladder": [ { "stage": "1", "role": "Worker" } ] } ],
              "stages": [ { "id": "1", "title": "Talk", "band": "informal" } ], "closing": { "confirmedBy": "every-party" }, "chase": { "every": "5 working days" } }
            """), Is.Empty);

    private static Procedure Procedure(string text) => ((Reading.Sound)ProcedureFile.Read(text)).Procedure;
}
