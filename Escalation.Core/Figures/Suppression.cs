namespace Escalation.Core.Figures;

/// <summary>
/// Keeps small numbers from telling of single people. A number from 1 up to one less than the smallest that is shown is left out, and so
/// much more of its table as it takes that what is left out cannot be reckoned from the whole. Where numbers are left out for others' sake,
/// all that are left out look alike, for otherwise one would give away the other.
/// </summary>
/// <remarks>
/// It protects the tables of one answer. Whoever can ask for any days can subtract one answer from another; who may is for the caller to say.
/// </remarks>
public sealed class Suppression(int smallest)
{
    public bool IsSmall(int number) => number > 0 && number < smallest;

    public Figure Alone(int number) => IsSmall(number) ? Figure.TooFew : new Figure(number);

    /// <summary>Numbers that add up to a whole, which the reader may know.</summary>
    /// <param name="wholeIsHidden">Whether the whole is left out elsewhere: then nothing of it is shown here.</param>
    public IReadOnlyList<Figure> Parts(IReadOnlyList<int> numbers, bool wholeIsHidden = false)
    {
        if (wholeIsHidden && !IsSmall(numbers.Sum())) return [.. numbers.Select(n => n == 0 ? new Figure(0) : Figure.Withheld)];
        var hidden = Enumerable.Range(0, numbers.Count).Where(i => IsSmall(numbers[i])).ToHashSet();
        var few = hidden.Count;
        // A whole that is small itself is shown nowhere.
        if (!IsSmall(numbers.Sum()))
            while (CanBeTold(hidden, numbers) && NextToHide(hidden, numbers) is { } next) hidden.Add(next);
        var left = hidden.Count > few || CanBeTold(hidden, numbers) && !IsSmall(numbers.Sum()) ? Figure.Withheld : Figure.TooFew;
        return [.. numbers.Select((n, i) => hidden.Contains(i) ? left : new Figure(n))];
    }

    /// <summary>Some of a whole: left out where they are few, or where the others are.</summary>
    public Figure Part(int number, int whole) => IsSmall(number) ? Figure.TooFew : IsSmall(whole - number) ? Figure.Withheld : Alone(number);

    /// <summary>One number alone is the whole less the others; several are known where they can only be all the least or all the most.</summary>
    private bool CanBeTold(HashSet<int> hidden, IReadOnlyList<int> numbers)
    {
        var sum = hidden.Sum(i => numbers[i]);
        return hidden.Count == 1 || hidden.Count > 0 && (sum == hidden.Count || sum == hidden.Count * (smallest - 1));
    }

    /// <summary>The next smallest; a nought only where there is nothing else.</summary>
    private static int? NextToHide(HashSet<int> hidden, IReadOnlyList<int> numbers) => Enumerable.Range(0, numbers.Count)
        .Where(i => !hidden.Contains(i)).OrderBy(i => numbers[i] == 0 ? int.MaxValue : numbers[i]).Cast<int?>().FirstOrDefault();
}

/// <summary>A number of a table.</summary>
/// <param name="Number">None where it is left out, or where there is nothing that it could be told of.</param>
/// <param name="Hidden">Why it is left out, if it is.</param>
public sealed record Figure(int? Number, Hidden? Hidden = null)
{
    internal static readonly Figure TooFew = new(null, Figures.Hidden.TooFew), Withheld = new(null, Figures.Hidden.Withheld), Nothing = new(null, null);
}

/// <summary>Why a number is left out.</summary>
public enum Hidden
{
    /// <summary>It is smaller than the smallest that is shown, and not zero.</summary>
    TooFew,

    /// <summary>It, or one beside it, could otherwise be reckoned.</summary>
    Withheld,
}
