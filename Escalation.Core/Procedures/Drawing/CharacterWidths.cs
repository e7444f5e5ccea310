namespace Escalation.Core.Procedures.Drawing;

/// <summary>
/// How wide text is in Arial, in thousandths of the type size: a drawing must wrap without asking a renderer. The figures are those of
/// the font; Liberation Sans and Helvetica share them.
/// </summary>
public static class CharacterWidths
{
    /// <summary>Letters of scripts that the table lacks are taken to be as wide as they are high, so that nothing runs over.</summary>
    private const int Unknown = 1000;

    private static readonly Dictionary<char, int> Regular = Table(
        (191, "'"), (222, "ijlįĵĺļłſ‘’"), (260, "|¦"), (278, " !,./:;I[\\]ft·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ\u00a0"), (292, "ľ"),
        (334, "()-`r¡¨­²³´¸¹ŕŗř“”{}ŀ"), (350, "•"), (355, "\""), (370, "ºª"), (375, "ť"), (400, "*°"), (469, "^"),
        (500, "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžỳ"), (556, "¶±÷¯#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–"),
        (584, "µ+<=>~¬×"), (615, "ŉFTZ¿ßøŢŤŦŹŻŽď"), (667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ"),
        (723, "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵẁẃẅŊ"), (737, "Ĳ©®"), (778, "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ"), (834, "Mm¼½¾"), (889, "%æ"),
        (944, "WœŴ"), (1015, "@"));

    private static readonly Dictionary<char, int> Bold = Table(
        (238, "'"), (280, " ,./I\\ijl·ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’|¦\u00a0"), (333, "!()-:;[]`ft¡¨­²³´¸¹ţŧ"), (350, "•"), (385, "ºªľ"),
        (400, "*r{}ŕŗř°"), (479, "\"ŀť"), (500, "zźżž“”"), (556, "¯#$0123456789J_aceksvxy¢£¤¥§¶«»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷ–ỳ"),
        (584, "±÷µ+<=>^~¬×"), (611, "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽ"), (667, "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸ"),
        (723, "ŉď&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲŊ"), (737, "©®"), (785, "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵẁẃẅĲ"), (834, "M¼½¾"),
        (889, "%mæ"), (944, "WœŴ"), (975, "@"));

    /// <summary>The width of a line, in the unit of <paramref name="size"/>.</summary>
    public static double Of(string text, bool bold, double size)
    {
        var wide = 0;
        foreach (var letter in text) wide += OfLetter(letter, bold);
        return Scaled(wide, size);
    }

    /// <summary>In thousandths of the type size. Of a letter in two halves, the first has all its width.</summary>
    internal static int OfLetter(char letter, bool bold) =>
        char.IsLowSurrogate(letter) ? 0 : (bold ? Bold : Regular).GetValueOrDefault(letter, Unknown);

    internal static double Scaled(int thousandths, double size) => thousandths * size / 1000;

    private static Dictionary<char, int> Table(params (int Width, string Letters)[] groups) =>
        groups.SelectMany(g => g.Letters.Select(letter => (letter, g.Width))).ToDictionary(p => p.letter, p => p.Width);
}
