using System.Globalization;

namespace EscalationFunctions.Tests.Server.Kill;

/// <summary>The tests as a program: the service that is killed, and a thousand kills. The tests themselves are run by <c>dotnet test</c>.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [KillChild.Name, var folder, var began] => KillChild.RunAsync(folder, began),
        ["kills", var kills] => KillPage.RunAsync(Number(kills), seed: 1),
        ["kills", var kills, var seed] => KillPage.RunAsync(Number(kills), Number(seed)),
        _ => Explain(),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Task<int> Explain()
    {
        Console.Error.WriteLine("kills COUNT [SEED]");
        return Task.FromResult(2);
    }
}
