using System.Runtime.CompilerServices;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>
/// A row of the tables of mistakes: why it is one, what is written in the sound file instead of what, and every problem that is then
/// told. A row without a problem is the neighbour of a mistake that is none.
/// </summary>
public sealed record Mistake(string Because, (string Of, string Instead)[] Spoilt, params string[] Told)
{
    public void IsTold() => Assert.That(Problems(), Is.EqualTo(Told), Because);

    public void IsToldInAnyOrder() => Assert.That(Problems(), Is.EquivalentTo(Told), Because);

    private IReadOnlyList<string> Problems() =>
        SoundFile.ProblemsOf(Spoilt.Aggregate(SoundFile.Text, (sound, spoilt) => SoundFile.Spoil(sound, spoilt.Of, spoilt.Instead)));

    // A test is called by what it is about.
    public override string ToString() => Because;

    public bool Equals(Mistake? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
