using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures.Drawing;

/// <summary>A page that a board can print, whatever its procedure says.</summary>
public class FlowchartLayoutTests
{
    private const double EightPoints = 8 * 25.4 / 72 * 3;

    [TestCaseSource(nameof(Procedures))]
    public void No_line_of_text_runs_out_of_its_box(Procedure procedure)
    {
        var drawn = new Drawn(procedure);
        Assert.Multiple(() =>
        {
            foreach (var part in drawn.Parts.SelectMany(p => p.Inner.Prepend(p)))
                foreach (var text in part.Texts)
                {
                    Assert.That(text.Left, Is.GreaterThanOrEqualTo(part.Left), text.Words);
                    Assert.That(text.Right, Is.LessThanOrEqualTo(part.Right), text.Words);
                    Assert.That(text.Baseline - text.Size * 0.75, Is.GreaterThanOrEqualTo(part.Top), text.Words);
                    Assert.That(text.Baseline + text.Size * 0.25, Is.LessThanOrEqualTo(part.Bottom), text.Words);
                }
        });
    }

    [TestCaseSource(nameof(Procedures))]
    public void No_two_lines_of_text_lie_over_each_other(Procedure procedure)
    {
        var texts = new Drawn(procedure).Texts;
        var over = from a in texts
                   from b in texts
                   where a.Baseline < b.Baseline && b.Baseline - a.Baseline < b.Size * 0.9 || a.Baseline == b.Baseline && a.Left < b.Left
                   where a.Left < b.Right - 0.1 && b.Left < a.Right - 0.1
                   select $"{a.Words} / {b.Words}";
        Assert.That(over, Is.Empty);
    }

    [TestCaseSource(nameof(Procedures))]
    public void No_two_boxes_overlap_and_a_way_to_a_decision_lies_inside_its_stage(Procedure procedure)
    {
        var parts = new Drawn(procedure).Parts;
        Assert.Multiple(() =>
        {
            Assert.That(from a in parts from b in parts where a.Name != b.Name && a.Overlaps(b) select $"{a} and {b}", Is.Empty);
            Assert.That(from p in parts from i in p.Inner where !p.Holds(i) select $"{p} and {i}", Is.Empty);
            Assert.That(from p in parts from a in p.Inner from b in p.Inner where a.Name != b.Name && a.Overlaps(b) select $"{a} and {b}", Is.Empty);
        });
    }

    [TestCaseSource(nameof(Procedures))]
    public void All_of_it_is_on_a_page_with_the_proportions_of_A4(Procedure procedure)
    {
        var drawn = new Drawn(procedure);
        var (width, height) = (drawn.ViewBox[2], drawn.ViewBox[3]);
        Assert.Multiple(() =>
        {
            Assert.That(height / width, Is.EqualTo(297.0 / 210).Within(0.001));
            Assert.That(drawn.Parts.Max(p => p.Right), Is.LessThan(width));
            Assert.That(drawn.Parts.Max(p => p.Bottom), Is.LessThan(height));
            Assert.That(drawn.Texts.Max(t => t.Right), Is.LessThan(width));
            Assert.That(drawn.Texts.Max(t => t.Baseline), Is.LessThan(height));
        });
    }

    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void Every_boards_page_can_be_read_on_a_wall(string file)
    {
        var drawn = new Drawn(KnownProcedures.Of(file));
        Assert.That(drawn.ViewBox, Is.EqualTo([0.0, 0, 630, 891]), "it had to be drawn smaller");
        Assert.That(drawn.Texts.Min(t => t.Size), Is.GreaterThanOrEqualTo(EightPoints));
    }

    [Test]
    public void A_stage_that_is_optional_is_dashed_and_the_clock_goes_round_it()
    {
        var procedure = KnownProcedures.Of("EscalationFunctions.Tests/Core/Procedures/other-boards/wexcombe-vale-sab.v2024-04.json");
        var drawn = new Drawn(procedure);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Parts.Where(p => p.Dashed).Select(p => p.Name), Is.EqualTo(["stage-4"]));
            Assert.That(drawn.Words, Does.Contain("a person takes it to stage 5, or the clock does when the time is up; a person may choose stage 4 instead."));
        });
    }

    // Six stages: five arrows down and the first from the start, six to "settled" and one from the decision, one round stage 4;
    // at immediate risk from the start to stages 2, 3 and 5.
    [Test]
    public void Every_way_has_its_arrow()
    {
        var drawn = new Drawn(KnownProcedures.Of("EscalationFunctions.Tests/Core/Procedures/other-boards/wexcombe-vale-sab.v2024-04.json"));
        Assert.That((drawn.Arrows("#3d5168"), drawn.Arrows("#8f1d1d")), Is.EqualTo((6 + 6 + 1 + 1, 3)));
    }

    private static IEnumerable<TestCaseData> Procedures() =>
    [
        .. KnownProcedures.Files().Select(f => new TestCaseData(KnownProcedures.Of(f)).SetArgDisplayNames(Path.GetFileName(f))),
        .. Enumerable.Range(2, 5).Select(n => new TestCaseData(OddProcedures.WithStages(n)).SetArgDisplayNames($"{n} stages")),
        .. OddProcedures.Titles.Select(t => new TestCaseData(OddProcedures.WithTitles(t.Title)).SetArgDisplayNames(t.Name)),
        new TestCaseData(OddProcedures.WithFarTooMuchToSay()).SetArgDisplayNames("far too much to say"),
    ];
}
