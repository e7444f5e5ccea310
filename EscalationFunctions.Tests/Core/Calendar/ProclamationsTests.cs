using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class ProclamationsTests
{
    private const string Good = """{"nations":["scotland"],"add":{"date":"2031-06-02","name":"Extra"},"source":"Gazette."}""";

    [Test]
    public void An_extra_day_is_read_with_where_and_by_what_authority()
    {
        var one = Proclamations.Parse($"[{Good}]").Single();

        Assert.That(one.Nations, Is.EqualTo([Nation.Scotland]));
        Assert.That(one.InsteadOf, Is.Null);
        Assert.That(one.Holiday, Is.EqualTo(new BankHoliday(new(2031, 6, 2), "Extra")));
        Assert.That(one.Source, Is.EqualTo("Gazette."));
    }

    [Test]
    public void A_moved_day_is_read_with_the_day_that_it_leaves()
    {
        var one = Proclamations.Parse("""
            [{"nations":["england-and-wales","northern-ireland"],
              "move":{"from":"2031-05-26","to":"2031-06-03","name":"Spring bank holiday"},"source":"Gazette."}]
            """).Single();

        Assert.That(one.Nations, Is.EqualTo([Nation.EnglandAndWales, Nation.NorthernIreland]));
        Assert.That(one.InsteadOf, Is.EqualTo(new DateOnly(2031, 5, 26)));
        Assert.That(one.Holiday, Is.EqualTo(new BankHoliday(new(2031, 6, 3), "Spring bank holiday")));
    }

    [TestCase("null", "A list is asked for, not null.")]
    [TestCase("[null]", "$[0]: an entry cannot be null")]
    [TestCase("""[{"nations":[],"add":{"date":"2031-06-02","name":"Extra"},"source":"S."}]""", "$[0]: nations is empty")]
    [TestCase("""[{"nations":["wales"],"add":{"date":"2031-06-02","name":"Extra"},"source":"S."}]""", "$[0]: 'wales' is not a nation")]
    [TestCase("""[{"nations":["scotland","scotland"],"add":{"date":"2031-06-02","name":"Extra"},"source":"S."}]""",
        "$[0]: a nation is named twice")]
    [TestCase("""[{"nations":["scotland"],"source":"S."}]""", "$[0]: either add or move is asked for, and not both")]
    [TestCase("""
        [{"nations":["scotland"],"add":{"date":"2031-06-02","name":"A"},"move":{"from":"2031-05-26","to":"2031-06-03","name":"B"},"source":"S."}]
        """, "$[0]: either add or move is asked for, and not both")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":"Extra"},"source":" "}]""", "$[0]: source is blank")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":" "},"source":"S."}]""", "$[0]: name is blank")]
    [TestCase("""[{"nations":["scotland"],"move":{"from":"2031-05-26","to":"2031-06-03","name":""},"source":"S."}]""",
        "$[0]: name is blank")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-01","name":"Extra"},"source":"S."}]""",
        "$[0]: 2031-06-01 is at a weekend: give the day that is kept")]
    [TestCase("""[{"nations":["scotland"],"move":{"from":"2031-12-25","to":"2032-01-05","name":"Late"},"source":"S."}]""",
        "$[0]: a holiday moves within its year")]
    public void What_cannot_be_is_said_with_its_place(string json, string problem)
    {
        var refusal = Assert.Throws<FormatException>(() => Proclamations.Parse(json));
        Assert.That(refusal.Message, Is.EqualTo(problem));
    }

    [TestCase("not JSON at all", "$")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":"Extra"}}]""", "$[0]")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2 June 2031","name":"Extra"},"source":"S."}]""", "$[0].add.date")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-31","name":"Extra"},"source":"S."}]""", "$[0].add.date")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02"},"source":"S."}]""", "$[0].add")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":null},"source":"S."}]""", "$[0].add")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":"Extra"},"source":"S.","note":"?"}]""", "$[0].note")]
    [TestCase("""[{"nations":["scotland"],"ADD":{"date":"2031-06-02","name":"Extra"},"source":"S."}]""", "$[0].ADD")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-06-02","name":"Extra"},"source":"S.","source":"T."}]""", "$[0]")]
    public void What_is_not_of_the_form_is_said_with_its_place(string json, string place)
    {
        var refusal = Assert.Throws<FormatException>(() => Proclamations.Parse(json));
        Assert.That(refusal.Message, Does.StartWith(place));
    }

    [Test]
    public void The_place_counts_the_entries_before_it()
    {
        var refusal = Assert.Throws<FormatException>(() => Proclamations.Parse($"[{Good},{Good.Replace("Gazette.", "")}]"));
        Assert.That(refusal.Message, Is.EqualTo("$[1]: source is blank"));
    }

    [TestCase("""[{"nations":["scotland"],"move":{"from":"2031-04-14","to":"2031-04-15","name":"Easter Monday"},"source":"S."}]""",
        "2031-04-14 is no bank holiday of scotland that could move.", TestName = "Scotland has no Easter Monday to move")]
    [TestCase("""[{"nations":["scotland"],"add":{"date":"2031-12-25","name":"Extra"},"source":"S."}]""",
        "2031-12-25 is a bank holiday already.", TestName = "Christmas Day cannot be proclaimed a second time")]
    public void A_proclamation_that_does_not_fit_the_year_is_refused(string json, string problem)
    {
        var refusal = Assert.Throws<FormatException>(() => BankHolidays.With(Proclamations.Parse(json), Nation.Scotland, 2031));
        Assert.That(refusal.Message, Is.EqualTo(problem));
    }

    [Test]
    public void A_new_data_file_can_be_tried_before_it_ships()
    {
        var proclaimed = Proclamations.Parse($"[{Good}]");

        Assert.That(BankHolidays.With(proclaimed, Nation.Scotland, 2031), Does.Contain(new BankHoliday(new(2031, 6, 2), "Extra")));
        Assert.That(BankHolidays.With(proclaimed, Nation.EnglandAndWales, 2031), Is.EqualTo(BankHolidays.In(Nation.EnglandAndWales, 2031)));
        Assert.That(BankHolidays.With(proclaimed, Nation.Scotland, 2032), Is.EqualTo(BankHolidays.In(Nation.Scotland, 2032)));
    }

    [Test]
    public void Every_shipped_day_says_by_what_authority() =>
        Assert.That(Proclamations.Shipped.Select(one => one.Source), Is.All.EndsWith("."));
}
