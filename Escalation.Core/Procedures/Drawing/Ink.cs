namespace Escalation.Core.Procedures.Drawing;

/// <summary>The colours. Text on each ground has a contrast of 7 to 1 or more, and none of them says anything that shape does not say.</summary>
internal static class Ink
{
    public const string Paper = "#ffffff";
    public const string Text = "#111820";
    public const string Formal = "#1d3a5c";
    public const string Informal = "#e4ebf2";
    public const string Frame = "#3d5168";
    public const string Start = "#f4f5f6";
    public const string Settled = "#e8f1ea";
    public const string SettledFrame = "#2b6140";
    public const string Risk = "#8f1d1d";
    public const string Emergency = "#fbf0ef";
}
