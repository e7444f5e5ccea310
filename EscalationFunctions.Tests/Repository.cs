using System.Runtime.CompilerServices;

namespace EscalationFunctions.Tests;

/// <summary>The files of the repository, for tests that police what is committed.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "TestResults", ".git", "node_modules", "out", "publish"];

    public static string Root { get; } = FindRoot();

    public static string PathTo(string relative) => Path.Combine(Root, relative);

    /// <summary>Files with one of the endings, as paths from the root; what a build makes is left out.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Below(Root)
        .Where(file => endings.Any(e => file.EndsWith(e, StringComparison.Ordinal)))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Made.Contains(Path.GetFileName(d))).SelectMany(Below));

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here))!;
}
