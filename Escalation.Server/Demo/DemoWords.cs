namespace Escalation.Server.Demo;

/// <summary>What the demonstration says when it is ready: things to try, each a line that can be copied.</summary>
internal static class DemoWords
{
    public static IEnumerable<string> Of(string url) =>
    [
        $"Ready at {url}. Everybody in it is invented. Open {url}/demo in a browser for a tour of five minutes; or try from a terminal:",
        $"  KEY=$(curl -s {url}/demo/keys/severnside/severnside-council)             # the key of an agency's system",
        $"  curl -s -H \"Authorization: Bearer $KEY\" {url}/api/v1/differences         # its differences",
        $"  curl -s -X POST {url}/demo/clock -H 'Content-Type: application/json' -d '{{\"to\":\"next\"}}'   # let the next deadline pass",
        $"  curl -s {url}/demo/mail                                                  # the mail that would have gone out",
        "docs/walkthrough.md goes through a whole difference. Stop it with Ctrl+C.",
    ];
}
