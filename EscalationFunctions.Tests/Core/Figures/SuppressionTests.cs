using Escalation.Core.Figures;
using Escalation.Core.Figures.Writing;

namespace EscalationFunctions.Tests.Core.Figures;

/// <summary>Small numbers are left out, and so much more that they cannot be reckoned.</summary>
public class SuppressionTests
{
    private const int Smallest = 5;

    [TestCase("20 7 6 0", "20 7 6 0", "nothing is small")]
    [TestCase("20 3 9 0", "20 - - 0", "one alone is the whole less the others, so that the next smallest goes with it")]
    [TestCase("20 3 2 0", "20 <5 <5 0", "of two nobody knows which")]
    [TestCase("20 1 1 9", "20 - - -", "two that come to 2 are 1 each")]
    [TestCase("20 4 4 9", "20 - - -", "two that come to 8 are 4 each")]
    [TestCase("3 0 0", "<5 0 0", "the whole is small too, and is shown nowhere")]
    [TestCase("4 4 0", "- - -", "where nothing else is left a nought goes with them")]
    [TestCase("0 0 0", "0 0 0", "nothing at all tells of nobody")]
    public void A_table_keeps_what_is_small_to_itself(string numbers, string shown, string why) =>
        Assert.That(Said(Parts(numbers)), Is.EqualTo(shown), why);

    [Test]
    public void Where_the_whole_is_left_out_elsewhere_nothing_of_it_is_shown() =>
        Assert.That(Said(new Suppression(Smallest).Parts([9, 0, 12], wholeIsHidden: true)), Is.EqualTo("- 0 -"));

    [TestCase(3, 20, "<5")]
    [TestCase(18, 20, "-", TestName = "Nearly_all_of_them_tells_who_the_others_are")]
    [TestCase(20, 20, "20")]
    [TestCase(0, 20, "0")]
    [TestCase(0, 3, "-", TestName = "None_of_a_few_tells_how_few_they_are")]
    public void Some_of_a_whole(int number, int whole, string shown) => Assert.That(Said([new Suppression(Smallest).Part(number, whole)]), Is.EqualTo(shown));

    [Test]
    public void Unless_it_is_asked_for_nothing_is_left_out() =>
        Assert.That(Said(new Suppression(0).Parts([1, 2, 0, 3])), Is.EqualTo("1 2 0 3"));

    // Whoever knows the whole, and what each sign stands for, still finds two numbers possible for each that is left out.
    [Test]
    public void Nobody_can_reckon_a_number_that_was_left_out_from_the_others_and_the_whole()
    {
        foreach (var numbers in Tables(4, 9))
        {
            var shown = new Suppression(Smallest).Parts(numbers);
            var hidden = Enumerable.Range(0, 4).Where(i => shown[i].Number is null).ToList();
            var rest = hidden.Sum(i => numbers[i]);
            // A whole that is small is itself left out wherever it stands.
            if (numbers.Sum() < Smallest) continue;
            foreach (var one in hidden)
                Assert.That(Possible(one, hidden, rest, shown), Is.GreaterThan(1), $"{string.Join(' ', numbers)}: {Said(shown)}");
        }
    }

    private static int Possible(int one, List<int> hidden, int rest, IReadOnlyList<Figure> shown)
    {
        var others = hidden.Where(i => i != one).ToList();
        var (least, most) = (others.Sum(i => Least(shown[i])), others.Sum(i => Most(shown[i], rest)));
        return Enumerable.Range(Least(shown[one]), Most(shown[one], rest) - Least(shown[one]) + 1).Count(v => rest - v >= least && rest - v <= most);
    }

    private static int Least(Figure figure) => figure.Hidden == Hidden.TooFew ? 1 : 0;

    private static int Most(Figure figure, int rest) => figure.Hidden == Hidden.TooFew ? Smallest - 1 : rest;

    private static IEnumerable<int[]> Tables(int cells, int most) => cells == 0
        ? [[]]
        : Tables(cells - 1, most).SelectMany(t => Enumerable.Range(0, most + 1).Select(n => (int[])[.. t, n]));

    private static IReadOnlyList<Figure> Parts(string numbers) => new Suppression(Smallest).Parts([.. numbers.Split(' ').Select(int.Parse)]);

    private static string Said(IReadOnlyList<Figure> figures) =>
        string.Join(' ', figures.Select(f => FigureWords.Of(f, Smallest).Replace("fewer than ", "<", StringComparison.Ordinal).Replace("not shown", "-", StringComparison.Ordinal)));
}
