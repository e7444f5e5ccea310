using System.Text;
using System.Text.Json;

namespace Escalation.Core.Procedures;

/// <summary>Whether a text is JSON at all. Read through once before anything else, so that whatever follows cannot throw.</summary>
internal static class JsonSyntax
{
    /// <summary>Five times as deep as the model goes; it bounds the recursion of whoever reads on.</summary>
    private const int Depth = 32;

    public static readonly JsonDocumentOptions OfDocuments =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth };

    private static readonly JsonReaderOptions OfReaders =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth };

    public static Problem? FirstFault(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, OfReaders);
        try
        {
            while (reader.Read())
            {
                // An escaped half of a surrogate pair passes as JSON and is found only when the text is taken.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            }

            return null;
        }
        catch (JsonException fault)
        {
            return Fault(utf8, (int)(fault.LineNumber ?? 0), (int)(fault.BytePositionInLine ?? 0), WithoutPlace(fault.Message));
        }
        catch (InvalidOperationException fault)
        {
            var before = utf8[..(int)reader.TokenStartIndex];
            return Fault(utf8, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'), fault.Message);
        }
    }

    private static Problem Fault(ReadOnlySpan<byte> utf8, int line, int bytesIntoLine, string message)
    {
        var rest = utf8;
        for (var i = 0; i < line; i++) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        // An editor counts characters, the reader bytes.
        var column = Encoding.UTF8.GetCharCount(rest[..Math.Min(bytesIntoLine, rest.Length)]) + 1;
        return new("$", $"is not JSON from line {line + 1}, column {column} on: {message}");
    }

    /// <summary>The platform's sentence ends with a place counted from 0 and in bytes; ours stands in front of it.</summary>
    private static string WithoutPlace(string message) => message.Split(" LineNumber:")[0];
}
