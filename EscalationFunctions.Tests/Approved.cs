using System.Runtime.CompilerServices;

namespace EscalationFunctions.Tests;

/// <summary>
/// What others depend on is a file in the repository that a test makes again and compares: <c>APPROVE=1 dotnet test</c> writes it anew,
/// and the diff is then read like any other change.
/// </summary>
internal static class Approved
{
    public static void Matches(string text, string pathFromRepositoryRoot)
    {
        var path = Path.Combine(RepositoryRoot(), pathFromRepositoryRoot);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text != approved) Assert.Fail($"{pathFromRepositoryRoot}: {FirstDifference(approved.Split('\n'), text.Split('\n'))}");
    }

    private static string FirstDifference(string[] approved, string[] made)
    {
        var line = approved.Zip(made).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n  approved: {approved.ElementAtOrDefault(line)}\n  made now: {made.ElementAtOrDefault(line)}\nAPPROVE=1 takes it over.";
    }

    private static string RepositoryRoot([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
