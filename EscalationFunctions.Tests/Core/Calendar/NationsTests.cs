using Escalation.Core.Calendar;

namespace EscalationFunctions.Tests.Core.Calendar;

public sealed class NationsTests
{
    [TestCase("england-and-wales", Nation.EnglandAndWales)]
    [TestCase("scotland", Nation.Scotland)]
    [TestCase("northern-ireland", Nation.NorthernIreland)]
    public void A_nation_is_known_by_its_id_on_gov_uk(string id, Nation nation)
    {
        Assert.That(Nations.TryParse(id, out var parsed), Is.True);
        Assert.That(parsed, Is.EqualTo(nation));
        Assert.That(Nations.IdOf(nation), Is.EqualTo(id));
        Assert.That(Nations.AllIds[(int)nation], Is.EqualTo(id));
    }

    [TestCase("Scotland")]
    [TestCase(" scotland")]
    [TestCase("wales")]
    [TestCase("")]
    [TestCase(null)]
    public void Anything_else_is_not_guessed_at(string? id)
    {
        Assert.That(Nations.TryParse(id, out var nation), Is.False);
        Assert.That(() => new WorkingDays(nation), Throws.InstanceOf<ArgumentOutOfRangeException>(), "nor is it England for who does not look");
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void A_nation_that_does_not_exist_has_no_id(int nation)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Nations.IdOf((Nation)nation));
        Assert.That(refusal.Message, Does.StartWith("No such nation."));
    }
}
