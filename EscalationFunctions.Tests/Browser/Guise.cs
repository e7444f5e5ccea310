namespace EscalationFunctions.Tests.Browser;

/// <summary>What somebody looks at pages with.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
internal sealed record Guise(string Name, bool Script, int Width)
{
    /// <summary>The narrowest screen that WCAG 2.2 asks for (1.4.10), which is also a desktop's at 400% zoom, and no script.</summary>
    public static readonly Guise Phone = new("phone", false, 320);

    public static readonly Guise Desktop = new("desktop", true, 1280);

    public int Height => Width < 500 ? 640 : 900;

    public static IEnumerable<TestCaseData> Both(string story) =>
        [new TestCaseData(Phone).SetName($"{story}_on_a_narrow_screen_without_script"), new TestCaseData(Desktop).SetName($"{story}_on_a_wide_screen_with_script")];
}
