using System.Globalization;
using System.Text;

namespace Escalation.Benchmarks.Service;

/// <summary>How late deadlines were handled that all fell due in one instant.</summary>
internal sealed class Lateness(IReadOnlyList<TimeSpan> times)
{
    private readonly List<double> sorted = [.. times.Select(t => t.TotalSeconds).Order()];

    public double At(double percent) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * percent / 100))];

    /// <summary>Ten steps of equal width, and how many were handled in each.</summary>
    public string Histogram()
    {
        var (text, last) = (new StringBuilder("```\n"), sorted[^1]);
        for (var step = 1; step <= 10; step++)
        {
            var (from, to) = (last * (step - 1) / 10, last * step / 10);
            var count = sorted.Count(t => t > from && t <= to);
            text.Append(CultureInfo.InvariantCulture, $"up to {to,7:0.00} s {count,7} {new string('#', 60 * count / sorted.Count)}\n");
        }

        return text.Append("```\n").ToString();
    }
}
