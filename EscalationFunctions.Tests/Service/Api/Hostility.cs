using System.Text;
using System.Text.Json.Nodes;
using Escalation.Service.Api;
using Escalation.Service.Api.Reading;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>Makes requests that must not get anything done: mutated so that they are surely wrong, or right and from a stranger.</summary>
internal sealed class Hostility(int seed, IReadOnlyList<Operation> operations, IReadOnlyList<string> differences)
{
    private static readonly string[] OddHeaders = ["If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Content-Encoding", "Accept-Language", "X-Forwarded-For", "Range", "Expect-CT"];

    private static readonly string[] OddValues =
        ["", "\"", "\"1\"", "W/\"1\"", "*, *", "\"1\", \"2\"", "a/b;q=2", "*/*;q=0", "gzip", "🙂", "-1", "99999999999999999999", "null", "' or 1=1 --", "text/html", "bytes=0-1"];

    private static readonly string[] OddIds = ["%00", "..%2f..%2fetc", "%F0%9F%99%82", "a%20b", "'--", "%ud800", "%ff", "{difference}", "0", "-", "%0d%0aSet-Cookie:x"];

    private readonly Random chance = new(seed);

    /// <param name="ofAParty">Whether it comes with a party's key; then it is wrong in itself.</param>
    public HttpRequestMessage Next(out bool ofAParty)
    {
        var operation = operations[chance.Next(operations.Count)];
        ofAParty = operation.Body is not null && chance.Next(2) == 0;
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), PathOf(operation));
        if (operation.Body is { } body)
        {
            request.Content = new ByteArrayContent(ofAParty || chance.Next(3) == 0 ? Wrong(body) : Encoding.UTF8.GetBytes(Right(body).ToJsonString()));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", chance.Next(20) == 0 ? Ascii(Odd(OddValues)) : "application/json");
        }

        for (var i = chance.Next(3); i > 0; i--) request.Headers.TryAddWithoutValidation(Odd(OddHeaders), Ascii(Odd(OddValues)));
        return request;
    }

    private string PathOf(Operation operation)
    {
        var parts = operation.At.Split('/').Select(part => part switch
        {
            "{difference}" => chance.Next(8) == 0 ? Odd(OddIds) : differences[chance.Next(differences.Count)],
            ['{', ..] => chance.Next(2) == 0 ? Odd(OddIds) : "monitoring",
            _ => part,
        });
        var query = chance.Next(4) == 0 || operation.Query.Length > 0 ? $"?{(operation.Query.Length > 0 ? operation.Query[chance.Next(operation.Query.Length)].Name : "x")}={Odd(OddIds)}" : "";
        return string.Join('/', parts) + query;
    }

    /// <summary>Surely refused: each of these takes away what is needed or puts in what is not allowed.</summary>
    private byte[] Wrong(Type body)
    {
        var right = Right(body).AsObject();
        var text = right.ToJsonString();
        var name = right.Select(m => m.Key).ElementAt(chance.Next(right.Count));
        switch (chance.Next(11))
        {
            case 0: right.Remove("by"); break;
            case 1: right[$"unknown-{chance.Next()}"] = JsonValue.Create("x"); break;
            case 2: right[name] = right[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? "5" : 5; break;
            case 3: right["by"]!["name"] = "a\u0001b"; break;
            case 4: right["by"]!["role"] = new string('x', chance.Next(201, 300_000)); break;
            case 5: return Encoding.UTF8.GetBytes(text.Insert(1, $"\"{name}\":null,"));
            case 6: return Encoding.UTF8.GetBytes(text[..chance.Next(text.Length)]);
            case 7: return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"by\":", chance.Next(11, 5000))));
            case 8: return [.. Encoding.UTF8.GetBytes(text[..^1]), 0xC3, 0x28, (byte)'}'];
            case 9: return Encoding.UTF8.GetBytes(text.Insert(1, "\"\\ud800\":\"\\udfff\","));
            default:
                var noise = new byte[chance.Next(1, 2000)];
                chance.NextBytes(noise);
                return [0xFF, .. noise];
        }

        return Encoding.UTF8.GetBytes(right.ToJsonString());
    }

    private JsonNode Right(Type body) => Right(Shapes.Of(body))!;

    private JsonNode? Right(Shape shape) => shape switch
    {
        Shape.Members members => new JsonObject(members.All.Select(m => KeyValuePair.Create(m.Name, Right(m.Shape)))),
        Shape.ListOf(var item, _) => new JsonArray([.. Enumerable.Range(0, chance.Next(1, 3)).Select(_ => Right(item))]),
        Shape.Texts => new JsonObject { ["summary"] = "text" },
        Shape.Name name => name.Values.Keys.ElementAt(chance.Next(name.Values.Count)),
        Shape.Day => $"2026-{chance.Next(1, 13):00}-{chance.Next(1, 29):00}",
        Shape.Instant => $"{chance.Next(1900, 2200)}-04-0{chance.Next(1, 10)}T1{chance.Next(10)}:00:00Z",
        Shape.Whole(var least, _) => least + chance.Next(5),
        Shape.Truth => chance.Next(2) == 0,
        _ => $"t-{chance.Next(1000)}",
    };

    private string Odd(string[] among) => among[chance.Next(among.Length)];

    // What is not ASCII cannot leave this machine as a header.
    private static string Ascii(string text) => text.All(char.IsAscii) ? text : "?";
}
