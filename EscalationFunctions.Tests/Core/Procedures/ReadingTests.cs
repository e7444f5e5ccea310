namespace EscalationFunctions.Tests.Core.Procedures;

public class ReadingTests
{
    [Test]
    public void A_sound_file_has_no_problem() => Assert.That(SoundFile.ProblemsOf(SoundFile.Text), Is.Empty);
}
