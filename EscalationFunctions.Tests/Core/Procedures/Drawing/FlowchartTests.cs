using Escalation.Core.Procedures;
using Escalation.Core.Procedures.Drawing;

namespace EscalationFunctions.Tests.Core.Procedures.Drawing;

public class FlowchartTests
{
    [TestCase("south-gloucestershire-sab.v2021-06")]
    [TestCase("somerset-sab.v1")]
    public void The_drawing_of_a_real_policy_is_the_one_that_was_looked_at(string name) =>
        Approved.Matches(Flowchart.Draw(Seed(name)), $"docs/{name}.svg");

    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void Every_stage_is_on_the_page_with_its_title_and_band(string file)
    {
        var procedure = KnownProcedures.Of(file);
        var drawn = new Drawn(procedure);
        Assert.Multiple(() =>
        {
            foreach (var stage in procedure.Stages)
                Assert.That(drawn.PartOf($"stage-{stage.Id}").Words, Does.StartWith($"Stage {stage.Id} {stage.Title} {stage.Band}"));
        });
    }

    // Only what binds nobody may be left out for want of room.
    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void Every_deadline_is_on_the_page_in_the_box_of_its_stage_with_what_is_asked(string file)
    {
        var procedure = KnownProcedures.Of(file);
        var drawn = new Drawn(procedure);
        Assert.Multiple(() =>
        {
            foreach (var stage in procedure.Stages)
                foreach (var deadline in stage.Deadlines)
                    Assert.That(drawn.PartOf($"stage-{stage.Id}").Words, Does.Contain(deadline.Title).IgnoreCase);
        });
    }

    [TestCase("1", "Within 1 working day of the outset: settle the difference; then it goes to stage 2 by itself.")]
    [TestCase("3", "Within 3 working days of the outset: settle the difference; then it goes to stage 4 by itself.")]
    [TestCase("4", "Within 5 working days of the outset: settle the difference; then the South Gloucestershire SAB board office is told.")]
    [TestCase("4", "The Chair of the Safeguarding Adults Board chooses one of these: Mediation")]
    [TestCase("4", "Members from at least 3 agencies, those in dispute among them. Every party is heard first. Final and binding.")]
    public void South_Gloucestershire_reads_as_its_policy_does(string stage, string words) =>
        Assert.That(new Drawn(Seed("south-gloucestershire-sab.v2021-06")).PartOf($"stage-{stage}").Words, Does.Contain(words));

    [Test]
    public void Where_no_number_is_given_the_drawing_gives_none_and_says_that_silence_is_chased()
    {
        var words = new Drawn(Seed("somerset-sab.v1")).Words;
        Assert.That(words, Does.Contain("Without delay: contact the other practitioner").And
            .Contain("By a day that both sides agree: give the response").And.Contain("whoever holds it is reminded every 2 working days"));
    }

    [Test]
    public void The_emergency_prompts_the_settlement_and_what_belongs_elsewhere_are_on_the_page()
    {
        var drawn = new Drawn(Seed("somerset-sab.v1"));
        Assert.Multiple(() =>
        {
            Assert.That(drawn.PartOf("emergency").Words, Does.StartWith("If an adult is in danger now, call the police on 999."));
            Assert.That(drawn.PartOf("settled").Words, Does.Contain("Written outcome to every party and to the worker who raised it."));
            Assert.That(drawn.PartOf("elsewhere").Words, Does.Contain("1. Is somebody making a formal complaint as well?"));
            Assert.That(drawn.PartOf("start").Words, Does.Contain("Immediate risk: it may also start at stages 2 or 3"));
        });
    }

    [Test]
    public void Informal_and_formal_differ_without_colour()
    {
        var drawn = new Drawn(Seed("somerset-sab.v1"));
        Assert.That(drawn.PartOf("stage-3").FrameWidth, Is.GreaterThan(drawn.PartOf("stage-2").FrameWidth));
        Assert.That(drawn.PartOf("stage-2").Words, Does.Contain("Informal"));
    }

    [Test]
    public void A_page_that_had_no_room_for_everything_says_so()
    {
        Assert.That(new Drawn(Seed("somerset-sab.v1")).Words, Does.Not.Contain("Shortened"));
        Assert.That(new Drawn(Seed("south-gloucestershire-sab.v2021-06")).Words, Does.Contain("Shortened to fit one page: the policy says more."));
    }

    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void Those_who_hear_it_are_told_everything_however_much_the_page_had_room_for(string file)
    {
        var procedure = KnownProcedures.Of(file);
        var heard = new Drawn(procedure).Alternative;
        string[] expected =
        [
            .. procedure.Prompts.Select(p => p.Text), .. procedure.Stages.Select(s => s.Title), .. procedure.Stages.Select(s => s.Summary).OfType<string>(),
            .. procedure.Screening.Select(q => q.GoInstead), .. procedure.Stages.SelectMany(s => s.Steps).Select(s => s.Title),
        ];
        Assert.Multiple(() => Array.ForEach(expected, words => Assert.That(heard, Does.Contain(words))));
    }

    [Test]
    public void The_same_procedure_is_drawn_the_same_under_any_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var here = Flowchart.Draw(Seed("somerset-sab.v1"));
        try
        {
            var german = (System.Globalization.CultureInfo)before.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            Thread.CurrentThread.CurrentCulture = german;
            Assert.That(Flowchart.Draw(Seed("somerset-sab.v1")), Is.EqualTo(here));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static Procedure Seed(string name) => KnownProcedures.Of($"procedures/{name}.json");
}
