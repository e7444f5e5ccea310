using System.Globalization;
using System.Xml.Linq;
using Escalation.Core.Procedures.Drawing;

namespace EscalationFunctions.Tests.Core.Procedures.Drawing;

/// <summary>What a browser, a printer and a screen reader ask of the file.</summary>
public class FlowchartMarkupTests
{
    [Test]
    public void A_title_that_looks_like_markup_is_only_text()
    {
        var drawn = new Drawn(OddProcedures.WithTitles("<script>alert('1')</script> & \"both\""));
        Assert.That(drawn.Root.Descendants().Select(e => e.Name.LocalName).Distinct(),
            Is.EquivalentTo(["title", "desc", "rect", "g", "text", "tspan", "polyline", "polygon", "path"]));
        Assert.That(drawn.PartOf("stage-1").Words, Does.Contain("<script>alert('1')</script> & \"both\""));
    }

    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void It_needs_nothing_from_elsewhere_and_runs_nothing(string file)
    {
        var root = new Drawn(KnownProcedures.Of(file)).Root;
        var names = root.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.LocalName).Distinct();
        Assert.That(names.Where(n => n is "href" or "style" or "src" || n.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
        Assert.That((string?)root.Attribute("font-family"), Is.EqualTo("Arial, sans-serif"));
    }

    [Test]
    public void A_screen_reader_is_given_a_picture_with_a_name_and_a_description()
    {
        var root = new Drawn(OddProcedures.Sound()).Root;
        var ids = ((string)root.Attribute("aria-labelledby")!).Split(' ');
        Assert.Multiple(() =>
        {
            Assert.That((string?)root.Attribute("role"), Is.EqualTo("img"));
            Assert.That(root.Elements().Take(2).Select(e => (e.Name.LocalName, (string)e.Attribute("id")!)), Is.EqualTo([("title", ids[0]), ("desc", ids[1])]));
            Assert.That((string)root.Elements().First(), Is.EqualTo(
                "Resolving professional differences: flowchart of Borsetshire Safeguarding Adults Board, version 2026-04"));
        });
    }

    [Test]
    public void Numbers_have_one_decimal_so_that_a_change_shows_in_a_diff()
    {
        var numbers = new Drawn(OddProcedures.Sound()).Root.Descendants().Attributes()
            .Where(a => a.Name.LocalName is "x" or "y" or "height" or "font-size" or "textLength" && a.Value != "100%");
        Assert.That(numbers.Select(n => n.Value), Has.All.Match(@"^-?\d+\.\d$"));
    }

    // WCAG asks 4.5; a page that is copied in grey from a copy needs more.
    [TestCaseSource(typeof(KnownProcedures), nameof(KnownProcedures.Files))]
    public void Text_stands_out_from_its_ground(string file)
    {
        var root = new Drawn(KnownProcedures.Of(file)).Root;
        var grounds = root.Descendants().Where(e => e.Name.LocalName is "rect" or "path").Select(e => (string)e.Attribute("fill")!).Distinct().ToList();
        var light = grounds.Where(g => Luminance(g) > 0.5).ToList();
        var dark = grounds.Except(light).Where(g => g != "#8f1d1d").ToList();
        Assert.That(light.Select(g => Contrast(g, "#111820")), Has.All.GreaterThan(7));
        Assert.That(dark.Select(g => Contrast(g, "#ffffff")), Is.Not.Empty.And.All.GreaterThan(7));
        Assert.That(root.Descendants().Where(e => e.Name.LocalName == "text").Select(t => (string?)t.Attribute("fill")).Distinct(),
            Is.SubsetOf(["#111820", "#ffffff"]));
    }

    // As Chromium measures it in Liberation Sans, which has Arial's widths. It draws some pairs closer together, so ours may be wider by a little.
    [TestCase("The quick brown fox", false, 89.49)]
    [TestCase("Within 5 working days", true, 105.48)]
    [TestCase("Bwrdd Diogelu’r Ŵyl", false, 90.03)]
    public void Text_is_as_wide_as_a_browser_draws_it(string text, bool bold, double width) =>
        Assert.That(CharacterWidths.Of(text, bold, 10), Is.InRange(width, width * 1.01));

    [Test]
    public void A_letter_that_the_table_lacks_is_taken_to_be_wide() =>
        Assert.That(CharacterWidths.Of("安🙂", bold: false, 10), Is.EqualTo(20));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int from)
        {
            var part = int.Parse(colour.AsSpan(from, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
