namespace EscalationFunctions.Tests.Service;

/// <summary>A data folder that is thrown away with what is in it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("escalation-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
